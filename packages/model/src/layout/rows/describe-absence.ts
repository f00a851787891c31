import type { TopologyNode } from '../../graph/topology.ts';

/**
 * Why a node is implied or missing, in so few words that they take two lines at most; its
 * `explanation` has the whole. Empty where the node is present.
 */
export function describeAbsence(node: TopologyNode): string {
  switch (node.status) {
    case 'present':
      return '';
    case 'implied':
      return node.kind === 'LoadBalancer'
        ? 'Not in this YAML. It gives the external address.'
        : 'Not in this YAML: assumed to be elsewhere.';
    case 'missing':
      return describeMissing(node);
  }
}

function describeMissing(node: TopologyNode): string {
  if (node.kind === 'Gateway') return 'Not in this YAML, but a VirtualService names it.';
  if (node.kind === 'VirtualService') return 'Not in this YAML, but a route is left to it.';
  if (node.kind === 'Service' && node.missingHost === '') return 'A destination without a host.';
  return 'Not in this YAML, but a route leads to it.';
}
