import type { TopologyNode } from '../../graph/topology.ts';
import { gatewayRows } from './gateway-rows.ts';
import type { NodeRow } from './node-row.ts';
import { noteRows } from './note-rows.ts';
import { loadBalancerRows, serviceEntryRows, serviceRows } from './service-rows.ts';
import { virtualServiceRows } from './virtual-service-rows.ts';

const rowsOfNodes = new WeakMap<TopologyNode, readonly NodeRow[]>();

/** The rows that a node shows, from top to bottom; the same array for the same node object. */
export function nodeRows(node: TopologyNode): readonly NodeRow[] {
  const known = rowsOfNodes.get(node);
  if (known !== undefined) return known;
  const rows = [...contentRows(node), ...noteRows(node)];
  rowsOfNodes.set(node, rows);
  return rows;
}

function contentRows(node: TopologyNode): readonly NodeRow[] {
  switch (node.kind) {
    case 'LoadBalancer':
      return loadBalancerRows(node);
    case 'Gateway':
      return gatewayRows(node);
    case 'VirtualService':
      return virtualServiceRows(node);
    case 'Service':
      return serviceRows(node);
    case 'ServiceEntry':
      return serviceEntryRows(node);
  }
}
