import type { Relation } from '../engine/relation.ts';

const NAME = 'istio-sidecar-injector';

/** ConfigMaps of what adds proxies to pods, by the revision of Istio; empty for the only one. */
export const INJECTORS: Relation = {
  name: 'injectors',
  kinds: ['ConfigMap'],
  keysOf: ({ name }) => {
    if (name === NAME) return [''];
    return name.startsWith(`${NAME}-`) ? [name.slice(NAME.length + 1)] : [];
  },
};
