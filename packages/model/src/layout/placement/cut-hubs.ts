import { connectedComponents, neighboursOf } from './connected-components.ts';
import { COLUMNS, type LayoutGraph } from './layout-graph.ts';
import { stackHeight } from './stack-height.ts';

/** A graph without the nodes that hold its parts together. */
export interface CutGraph {
  /** Load balancers, and Gateways that many VirtualServices share; ascending. */
  readonly hubs: readonly number[];
  /** What hangs together without them; each ascending. */
  readonly blocks: readonly (readonly number[])[];
}

/** A Gateway with fewer VirtualServices stays with them. */
const LEAST_SHARED = 4;

/**
 * Parts of connected components, no taller than `most`, as far as that can be had: of a part that is taller the
 * load balancers are taken out, and of what is still taller the Gateways that many share.
 */
export function cutHubs(
  graph: LayoutGraph,
  components: readonly (readonly number[])[],
  most: number,
): CutGraph {
  const hubs: number[] = [];
  let blocks = components;
  for (const isHub of [isLoadBalancer, isSharedGateway]) {
    blocks = blocks.flatMap((block) => {
      if (stackHeight(graph, block) <= most) return [block];
      const cut = block.filter((node) => isHub(graph, node));
      hubs.push(...cut);
      return connectedComponents(graph, block, new Set(cut));
    });
  }
  return { hubs: hubs.sort((a, b) => a - b), blocks };
}

function isLoadBalancer(graph: LayoutGraph, node: number): boolean {
  return graph.columns[node] === COLUMNS.indexOf('LoadBalancer');
}

function isSharedGateway(graph: LayoutGraph, node: number): boolean {
  if (graph.columns[node] !== COLUMNS.indexOf('Gateway')) return false;
  return new Set(neighboursOf(graph, node)).size >= LEAST_SHARED;
}
