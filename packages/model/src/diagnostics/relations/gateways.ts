import type { Relation } from '../engine/relation.ts';

/** Istio's Gateways by `namespace/name`. */
export const GATEWAYS_BY_NAME: Relation = {
  name: 'gateways-by-name',
  kinds: ['Gateway'],
  keysOf: ({ namespace, name }) => [`${namespace}/${name}`],
};

/** Gateways of the Gateway API by `namespace/name`. */
export const KUBERNETES_GATEWAYS_BY_NAME: Relation = {
  name: 'kubernetes-gateways-by-name',
  kinds: ['Gateway.gateway.networking.k8s.io'],
  keysOf: ({ namespace, name }) => [`${namespace}/${name}`],
};
