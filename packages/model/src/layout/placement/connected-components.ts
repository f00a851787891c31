import type { LayoutGraph } from './layout-graph.ts';

/**
 * The groups of `members` that hang together through lines between members; each in ascending
 * order, and the groups in order of their first member. `without` takes nodes out beforehand.
 */
export function connectedComponents(
  graph: LayoutGraph,
  members: Iterable<number>,
  without: ReadonlySet<number> = new Set(),
): readonly (readonly number[])[] {
  const open = new Set<number>();
  for (const member of members) if (!without.has(member)) open.add(member);
  const components: number[][] = [];
  for (const first of open) {
    open.delete(first);
    const component = [first];
    for (const node of component) {
      for (const neighbour of neighboursOf(graph, node)) {
        if (open.delete(neighbour)) component.push(neighbour);
      }
    }
    components.push(component.sort((a, b) => a - b));
  }
  return components;
}

/** The nodes at the other ends of a node's lines; one that several lines join comes as often. */
export function neighboursOf(graph: LayoutGraph, node: number): readonly number[] {
  const right = graph.right[node] ?? [];
  const left = graph.left[node] ?? [];
  return [...right.map((line) => line.target), ...left.map((line) => line.source)];
}
