import type { FieldPath } from '../../../documents/field-path.ts';
import type { FieldOrigin } from '../../../graph/topology.ts';
import type { ResourceId } from '../../../resources/resource.ts';
import { isRecord } from '../../../resources/tolerant-value.ts';
import type { Trace } from '../../trace/trace.ts';

/** A part of a resource that istiod makes itself, and where what it is made of is written. */
export interface WrittenPart {
  readonly path: FieldPath;
  readonly origin: FieldOrigin;
}

/** The parts of the resources that istiod makes itself, each with the whole first. */
export type WrittenParts = ReadonlyMap<ResourceId, readonly WrittenPart[]>;

/** The value with the fields of what istiod makes itself replaced by those that are in the text. */
export function toWritten<Value>(parts: WrittenParts, value: Value): Value {
  if (parts.size === 0) return value;
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
  return walk(value) as Value;
}

/** The trace with fields that are in the text, and without nodes that are on no canvas. */
export function toWrittenTrace(parts: WrittenParts, trace: Trace): Trace {
  if (parts.size === 0) return trace;
  const { steps } = trace;
  const onCanvas = steps.map((step) =>
    step.node !== null && parts.has(step.node) ? { ...step, node: null } : step,
  );
  return toWritten(parts, { ...trace, steps: onCanvas });
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
