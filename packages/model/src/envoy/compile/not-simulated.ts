import { matchesSelector } from '../../resources/match-selector.ts';
import type { Resource } from '../../resources/resource.ts';
import { findRecord, labelsField, recordField } from '../../resources/tolerant-value.ts';
import type { GatewayWorkload, NotSimulated } from '../gateway-config.ts';
import type { World } from './world/world.ts';

/** Where policies count for every namespace. */
const ROOT = 'istio-system';

/** What each kind may do to a request, and where its labels are. */
const KINDS: Readonly<Record<string, { readonly effect: string; readonly selector: string }>> = {
  'AuthorizationPolicy.security.istio.io': {
    effect: 'may refuse requests (403) before any route is looked for',
    selector: 'selector',
  },
  'RequestAuthentication.security.istio.io': {
    effect: 'refuses requests with a token that is not valid (401), before any route',
    selector: 'selector',
  },
  'EnvoyFilter.networking.istio.io': {
    effect: 'may change anything in the configuration of the gateway',
    selector: 'workloadSelector',
  },
  'WasmPlugin.extensions.istio.io': {
    effect: 'may answer or change requests',
    selector: 'selector',
  },
  'ProxyConfig.networking.istio.io': {
    effect: 'changes settings of the proxy, such as how it trusts what stands in front of it',
    selector: 'selector',
  },
};

/** The resources of the text that concern these pods, and that are left out of the simulation. */
export function findNotSimulated({ byId }: World, pod: GatewayWorkload): readonly NotSimulated[] {
  const found: NotSimulated[] = [];
  for (const resource of byId.values()) {
    const kind = KINDS[`${resource.kind}.${resource.group}`];
    if (kind === undefined || !concerns(resource, kind.selector, pod)) continue;
    found.push({
      resource: resource.id,
      kind: resource.kind,
      message: `The ${resource.kind} ${resource.namespace}/${resource.name} concerns these pods and ${kind.effect}. It is not simulated.`,
    });
  }
  return found;
}

function concerns(resource: Resource, field: string, pod: GatewayWorkload): boolean {
  if (resource.namespace !== pod.namespace && resource.namespace !== ROOT) return false;
  const spec = recordField(resource.value, 'spec');
  if (Array.isArray(spec.targetRefs) || findRecord(spec, 'targetRef') !== null) return false;
  const selector = recordField(spec, field);
  const labels = labelsField(selector, field === 'workloadSelector' ? 'labels' : 'matchLabels');
  return matchesSelector(labels, pod.labels);
}
