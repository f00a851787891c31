import {
  type Diagnosis,
  type Diagnostic,
  type NodeId,
  type ResourceId,
  rowOfField,
  type Topology,
} from '@portolan/model';
import { selectShown } from '../session-selectors.ts';
import type { DiagnosisState } from './diagnosing.ts';

/** The errors and warnings about what a node stands for; notes and what cannot be known are left out. */
export interface NodeProblems {
  readonly errors: number;
  readonly warnings: number;
  readonly first: Diagnostic;
  /** The worst of each row, by the row's id. */
  readonly rows: ReadonlyMap<string, 'error' | 'warning'>;
}

/** The problems of each node that has any; the same map as long as the diagnosis is the same. */
export function problemsByNode(state: DiagnosisState): ReadonlyMap<NodeId, NodeProblems> {
  const known = collected.get(state.diagnosis);
  if (known !== undefined) return known;
  const { snapshot } = state.diagnosis;
  const nodes = nodesByResource(snapshot.topology);
  const lists = new Map<NodeId, Diagnostic[]>();
  for (const problem of selectShown(state)) {
    if (problem.severity === 'info' || problem.resource === null) continue;
    for (const id of nodes.get(problem.resource) ?? []) {
      const list = lists.get(id);
      if (list === undefined) lists.set(id, [problem]);
      else list.push(problem);
    }
  }
  const problems = new Map(
    Array.from(lists, ([id, list]) => [id, summarize(list)] as const).filter(
      (entry): entry is [NodeId, NodeProblems] => entry[1] !== null,
    ),
  );
  collected.set(state.diagnosis, problems);
  return problems;
}

const collected = new WeakMap<Diagnosis, ReadonlyMap<NodeId, NodeProblems>>();

function summarize(list: readonly Diagnostic[]): NodeProblems | null {
  const [first] = list.toSorted((one, other) => weightOf(other) - weightOf(one));
  if (first === undefined) return null;
  const rows = new Map<string, 'error' | 'warning'>();
  for (const problem of list) {
    const row = 'path' in problem.place ? rowOfField(problem.place.path) : null;
    if (row === null) continue;
    if (problem.severity === 'error' || !rows.has(row))
      rows.set(row, problem.severity === 'error' ? 'error' : 'warning');
  }
  const errors = list.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: list.length - errors, first, rows };
}

function weightOf({ severity }: Diagnostic): number {
  return severity === 'error' ? 1 : 0;
}

/** DestinationRules and workloads are on the node of their Service. */
function nodesByResource({ nodes }: Topology): ReadonlyMap<ResourceId, readonly NodeId[]> {
  const found = new Map<ResourceId, NodeId[]>();
  const note = (resource: ResourceId, id: NodeId): void => {
    const ids = found.get(resource);
    if (ids === undefined) found.set(resource, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const node of nodes) {
    if (node.resourceId !== null) note(node.resourceId, node.id);
    if (node.kind === 'Service' || node.kind === 'ServiceEntry')
      for (const { destinationRule } of node.subsets) note(destinationRule, node.id);
    if (node.kind === 'Service') for (const { id } of node.workloads) note(id, node.id);
  }
  return found;
}
