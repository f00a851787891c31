import type { TopologyEdge } from '@portolan/model';

/** What a screen reader says of an edge: what it means, and why it is broken. */
export function describeEdge(edge: TopologyEdge): string {
  const parts = [
    edge.label,
    edge.broken === null ? '' : `Broken: ${edge.broken}`,
    edge.stale ? 'Broken YAML: last good state' : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
