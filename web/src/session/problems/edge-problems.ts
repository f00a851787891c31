import {
  type Diagnosis,
  type Diagnostic,
  type FieldPath,
  findResource,
  type NodeId,
  type ResourceId,
  type TopologyEdge,
} from '@portolan/model';
import { selectShown } from '../session-selectors.ts';
import type { DiagnosisState } from './diagnosing.ts';
import { classOf } from './problem-class.ts';

/** What is to be said of a line: errors before warnings, and both before what cannot be known. */
export interface EdgeProblems {
  readonly look: 'error' | 'warning' | 'unknown';
  readonly count: number;
  readonly first: Diagnostic;
}

interface Found {
  readonly byEdge: ReadonlyMap<string, EdgeProblems>;
  readonly unsureNodes: ReadonlySet<NodeId>;
}

/** The problems of the fields that lines stand for, by the edge's id; notes are left out. */
export function problemsByEdge(state: DiagnosisState): ReadonlyMap<string, EdgeProblems> {
  return recall(state).byEdge;
}

/** The missing nodes of which nothing in the text can tell whether they are there. */
export function findUnsureNodes(state: DiagnosisState): ReadonlySet<NodeId> {
  return recall(state).unsureNodes;
}

const known = new WeakMap<Diagnosis, Found>();

function recall(state: DiagnosisState): Found {
  const before = known.get(state.diagnosis);
  if (before !== undefined) return before;
  const byEdge = collect(state);
  const found = { byEdge, unsureNodes: collectUnsure(state, byEdge) };
  known.set(state.diagnosis, found);
  return found;
}

const WEIGHTS = { error: 3, warning: 2, unknown: 1, info: 0 } as const;

function collect(state: DiagnosisState): ReadonlyMap<string, EdgeProblems> {
  const { snapshot } = state.diagnosis;
  const edges = edgesByResource(snapshot.topology.edges);
  const byEdge = new Map<string, EdgeProblems>();
  for (const problem of selectShown(state)) {
    const look = classOf(problem);
    const { resource, place } = problem;
    if (look === 'info' || resource === null || !('path' in place)) continue;
    const origins = edges.get(resource);
    if (origins === undefined) continue;
    const top = findResource(snapshot, resource)?.path.length ?? 0;
    const edge = nearestEdge(origins, place.path.slice(top));
    if (edge === null) continue;
    const other = byEdge.get(edge);
    const isWorse = other === undefined || WEIGHTS[look] > WEIGHTS[other.look];
    const count = (other?.count ?? 0) + 1;
    byEdge.set(edge, isWorse ? { look, count, first: problem } : { ...other, count });
  }
  return byEdge;
}

interface EdgeOrigin {
  readonly edge: string;
  readonly path: FieldPath;
}

function edgesByResource(
  edges: readonly TopologyEdge[],
): ReadonlyMap<ResourceId, readonly EdgeOrigin[]> {
  const found = new Map<ResourceId, EdgeOrigin[]>();
  for (const { id, origins } of edges)
    for (const { resourceId, path } of origins) {
      if (path.length === 0) continue;
      const list = found.get(resourceId);
      if (list === undefined) found.set(resourceId, [{ edge: id, path }]);
      else list.push({ edge: id, path });
    }
  return found;
}

/** The edge whose field is the nearest around the path; null where none is around it. */
function nearestEdge(origins: readonly EdgeOrigin[], path: FieldPath): string | null {
  let nearest: EdgeOrigin | null = null;
  for (const origin of origins) {
    const isAround = origin.path.every((step, at) => step === path[at]);
    if (isAround && origin.path.length > (nearest?.path.length ?? 0)) nearest = origin;
  }
  return nearest?.edge ?? null;
}

function collectUnsure(
  { diagnosis }: DiagnosisState,
  byEdge: ReadonlyMap<string, EdgeProblems>,
): ReadonlySet<NodeId> {
  const { nodes, edges } = diagnosis.snapshot.topology;
  const missing = new Set(nodes.filter(({ status }) => status === 'missing').map(({ id }) => id));
  const unsure = new Set<NodeId>();
  const wrong = new Set<NodeId>();
  for (const { id, source, target } of missing.size === 0 ? [] : edges)
    for (const end of [source, target]) {
      if (!missing.has(end)) continue;
      if (byEdge.get(id)?.look === 'unknown') unsure.add(end);
      else wrong.add(end);
    }
  for (const id of wrong) unsure.delete(id);
  return unsure;
}
