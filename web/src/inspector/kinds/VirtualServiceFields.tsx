import { findTopologyNode, type VirtualServiceNode } from '@portolan/model';
import type { ReactElement } from 'react';
import { useSessionState } from '../../session/session-context.ts';
import { selectSnapshot } from '../../session/session-selectors.ts';
import { useInspected } from '../field-context.ts';
import { ListField } from '../fields/ListField.tsx';
import { RouteList } from '../routes/RouteList.tsx';

/** What a VirtualService is for, and its routes. */
export function VirtualServiceFields(): ReactElement | null {
  const { resource } = useInspected();
  const snapshot = useSessionState(selectSnapshot);
  const node = findTopologyNode(snapshot, resource.id);
  if (node?.kind !== 'VirtualService') return null;
  return (
    <>
      <ListField
        path={['spec', 'hosts']}
        label="Hosts"
        description="The names that requests ask for"
        placeholder="shop.example.com"
      />
      <ListField
        path={['spec', 'gateways']}
        label="Gateways"
        description="Where requests come in; without any: inside the mesh only"
        placeholder="mesh only"
        known={gatewaysFor(snapshot.topology.nodes, node)}
      />
      <RouteList node={node} />
    </>
  );
}

function gatewaysFor(
  nodes: readonly { readonly kind: string; readonly name: string; readonly namespace: string }[],
  { namespace }: VirtualServiceNode,
): readonly string[] {
  const gateways = nodes.filter(({ kind }) => kind === 'Gateway');
  const names = gateways.map((gateway) =>
    gateway.namespace === namespace ? gateway.name : `${gateway.namespace}/${gateway.name}`,
  );
  return [...names, 'mesh'];
}
