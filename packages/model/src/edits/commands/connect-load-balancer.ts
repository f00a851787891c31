import type { GatewayNode, LoadBalancerNode } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { edgesOf } from '../../snapshot-lookup.ts';
import { type Result, refuse, success } from '../result.ts';
import { gatewaySelector } from './assumed-gateway.ts';
import { type Connection, editableResource } from './connection.ts';

/** LoadBalancer → Gateway: the Gateway selects the pods that the Service selects. */
export function connectLoadBalancer(
  snapshot: Snapshot,
  source: LoadBalancerNode,
  target: GatewayNode,
): Result<Connection> {
  const gateway = editableResource(snapshot, target);
  if (!gateway.ok) {
    return gateway;
  }
  if (edgesOf(snapshot, target.id).some((edge) => edge.source === source.id)) {
    return refuse(`${source.name} exposes ${target.name} already.`);
  }
  if (source.selector === null) {
    return refuse(
      `The Service ${source.name} has no selector, so there are no pods that the Gateway could run on. Give the Service a selector first.`,
    );
  }
  const value = source.status === 'present' ? source.selector : gatewaySelector(source.selector);
  const operation = { kind: 'set', path: ['spec', 'selector'], value } as const;
  return success({ changes: [{ resource: gateway.value, operation }], reveal: target.id });
}
