import type { TopologyEdge } from '../graph/topology.ts';
import { STALE_TEXT } from './rows/node-header.ts';

/** What a screen reader says of an edge: what it means, and why it is broken. */
export function describeEdge(edge: TopologyEdge): string {
  const parts = [
    edge.label,
    edge.broken === null ? '' : `Broken: ${edge.broken}`,
    edge.stale ? STALE_TEXT : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
