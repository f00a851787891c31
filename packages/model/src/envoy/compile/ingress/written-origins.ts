import type { FieldPath } from '../../../documents/field-path.ts';
import type { FieldOrigin } from '../../../graph/topology.ts';
import type { ResourceId } from '../../../resources/resource.ts';
import { isRecord } from '../../../resources/tolerant-value.ts';
import type { Slices } from '../../../text/slices.ts';
import type { GatewayConfig } from '../../gateway-config.ts';
import type { RouteConfig, VirtualHost } from '../../route-config.ts';
import type { Trace } from '../../trace/trace.ts';

/** A part of a resource that istiod makes itself, and where what it is made of is written. */
export interface WrittenPart {
  readonly path: FieldPath;
  readonly origin: FieldOrigin;
}

/** The parts of the resources that istiod makes itself, each with the whole first. */
export type WrittenParts = ReadonlyMap<ResourceId, readonly WrittenPart[]>;

/** What is programmed, with the fields of what istiod makes itself replaced by those that are in the text. */
export function* toWrittenConfig(
  parts: WrittenParts,
  config: GatewayConfig,
): Slices<GatewayConfig> {
  if (parts.size === 0) return config;
  const walk = createWalk(parts);
  const routeConfigs = new Map<string, RouteConfig>();
  for (const [name, routeConfig] of config.routeConfigs) {
    const virtualHosts: VirtualHost[] = [];
    for (const host of routeConfig.virtualHosts) {
      virtualHosts.push(walk(host));
      yield null;
    }
    routeConfigs.set(name, { ...walk({ ...routeConfig, virtualHosts: [] }), virtualHosts });
  }
  return { ...walk({ ...config, routeConfigs: new Map() }), routeConfigs };
}

/** The trace with fields that are in the text, and without nodes that are on no canvas. */
export function toWrittenTrace(parts: WrittenParts, trace: Trace): Trace {
  if (parts.size === 0) return trace;
  const { steps } = trace;
  const onCanvas = steps.map((step) =>
    step.node !== null && parts.has(step.node) ? { ...step, node: null } : step,
  );
  return createWalk(parts)({ ...trace, steps: onCanvas });
}

/** Replaces fields in a value and all that it holds; what is one object stays one. */
function createWalk(parts: WrittenParts): <Value>(value: Value) => Value {
  const seen = new Map<object, unknown>();
  const walk = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    const known = seen.get(one);
    if (known !== undefined) return known;
    const made = walkInto(one);
    seen.set(one, made);
    return made;
  };
  const walkInto = (one: object): unknown => {
    if (one instanceof Map) return new Map([...one].map(([key, item]) => [key, walk(item)]));
    if (Array.isArray(one)) return one.map(walk);
    if (isOrigin(one)) return findWritten(parts, one);
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, walk(item)]));
  };
  return <Value>(value: Value) => walk(value) as Value;
}

function isOrigin(value: object): value is FieldOrigin {
  return isRecord(value) && typeof value.resourceId === 'string' && Array.isArray(value.path);
}

/** The nearest part that the field is in. */
function findWritten(parts: WrittenParts, origin: FieldOrigin): FieldOrigin {
  const own = parts
    .get(origin.resourceId)
    ?.findLast(({ path }) => path.every((step, at) => step === origin.path[at]));
  return own?.origin ?? origin;
}
