import type { NodeKind } from '../../graph/topology.ts';

/** What one and several nodes of a kind are called. */
export const KIND_NAMES: Readonly<Record<NodeKind, readonly [one: string, many: string]>> = {
  LoadBalancer: ['load balancer', 'load balancers'],
  Gateway: ['Gateway', 'Gateways'],
  VirtualService: ['VirtualService', 'VirtualServices'],
  Service: ['Service', 'Services'],
  ServiceEntry: ['ServiceEntry', 'ServiceEntries'],
};
