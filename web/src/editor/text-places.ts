import { rangeOf, type Snapshot, type TextRange, type TopologyEdge } from '@portolan/model';
import type { Selection } from '../view-state/view-state.ts';

/** The lines of the text that stand for what is selected; several where an edge has several origins. */
export function findSelectedRanges(snapshot: Snapshot, selection: Selection): readonly TextRange[] {
  const { nodes, edges } = snapshot.topology;
  const selectedNodes = new Set(selection.nodes);
  const selectedEdges = new Set(selection.edges);
  const ranges: TextRange[] = [];
  if (selectedNodes.size > 0) {
    for (const node of nodes) {
      if (!selectedNodes.has(node.id) || node.resourceId === null) continue;
      const range = rangeOf(snapshot, node.resourceId, []);
      if (range !== undefined) ranges.push(range);
    }
  }
  if (selectedEdges.size > 0) {
    for (const edge of edges) {
      if (selectedEdges.has(edge.id)) ranges.push(...rangesOfEdge(snapshot, edge));
    }
  }
  return ranges.sort((left, right) => left.start - right.start);
}

function rangesOfEdge(snapshot: Snapshot, edge: TopologyEdge): readonly TextRange[] {
  return edge.origins.flatMap(({ resourceId, path }) => rangeOf(snapshot, resourceId, path) ?? []);
}
