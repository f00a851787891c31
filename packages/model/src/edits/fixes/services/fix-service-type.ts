import { removeField, setField, takeOut, writeAtFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A field that does not go with the type of the Service: out with it, or the type that it needs. */
export const fixServiceType: Fixer = (fixable) => {
  const name = String(fixable.path.at(-1));
  const type = TYPES[name];
  const settle =
    type === undefined || fixable.diagnostic.message.includes('ExternalName')
      ? []
      : [writeAtFix(fixable, ['spec', 'type'], type, `Make it a Service of type ${type}`)];
  const affinity =
    name === 'sessionAffinityConfig'
      ? [writeAtFix(fixable, ['spec', 'sessionAffinity'], 'ClientIP')]
      : [];
  return [...affinity, ...takeOut(fixable), ...settle];
};

const TYPES: Readonly<Record<string, string>> = {
  nodePort: 'NodePort',
  externalTrafficPolicy: 'LoadBalancer',
  loadBalancerSourceRanges: 'LoadBalancer',
  loadBalancerClass: 'LoadBalancer',
  allocateLoadBalancerNodePorts: 'LoadBalancer',
};

/** A node port that is none: the cluster chooses one. */
export const fixNodePort: Fixer = ({ resource, path }) => [
  { title: 'Let the cluster choose', commands: [removeField(resource.id, path)] },
];

/** A Sidecar or rule that leaves to chance what it means: write it. */
export const fixOutboundMode: Fixer = ({ resource, path }) =>
  ['REGISTRY_ONLY', 'ALLOW_ANY'].map((mode) => ({
    title: mode === 'REGISTRY_ONLY' ? 'Write REGISTRY_ONLY, as it is now' : 'Let everything out',
    commands: [setField(resource.id, [...path, 'mode'], mode)],
  }));
