import {
  type FieldOrigin,
  rangeOf,
  type Snapshot,
  type TextRange,
  type TopologyEdge,
} from '@portolan/model';
import type { TracingState } from '../session/tracing/tracing.ts';
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

/** The lines that decided about the traced request: before the step that is looked at, and in it. */
export interface TracedRanges {
  readonly before: readonly TextRange[];
  readonly now: readonly TextRange[];
  /** Whether the request ends here in failure. */
  readonly isEnd: boolean;
}

/** The lines that decided about the traced request, as far as it is shown. */
export function findTracedRanges({ result, step }: TracingState): TracedRanges {
  if (result === null) return { before: [], now: [], isEnd: false };
  const { trace, snapshot } = result;
  const toRanges = (origins: readonly FieldOrigin[]): readonly TextRange[] =>
    origins.flatMap(({ resourceId, path }) =>
      // A whole manifest says nothing about what in it decided.
      path.length === 0 ? [] : (rangeOf(snapshot, resourceId, path) ?? []),
    );
  const last = trace.steps[step];
  return {
    before: trace.steps.slice(0, step).flatMap(({ origins }) => toRanges(origins)),
    now: last === undefined ? [] : toRanges(last.origins),
    isEnd: last?.matched === false,
  };
}
