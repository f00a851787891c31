import type { FieldPath } from './documents/field-path.ts';
import { pathAtOffset, rangeOfPath } from './documents/find-node.ts';
import type { DocumentProblem, ManifestDocument } from './documents/manifest-document.ts';
import { treeOf } from './documents/tree-of.ts';
import type { Reference } from './graph/reference.ts';
import {
  findEdgesOf,
  findEntry,
  findGraphEdge,
  findGraphNode,
  findReferences,
  findReferencesTo,
} from './graph/resource-graph.ts';
import { findIndexOf } from './graph/text-order.ts';
import type { NodeId, TopologyEdge, TopologyNode } from './graph/topology.ts';
import { findManifestProblems, type ManifestProblem } from './resources/manifest-problems.ts';
import type { Resource, ResourceId } from './resources/resource.ts';
import type { Snapshot } from './snapshot.ts';
import { findGraph, graphOf, resourceStartsOf, topologyIndexOf } from './snapshot-state.ts';
import type { TextRange } from './text/text-range.ts';

/** The snapshot's text, byte for byte. */
export function snapshotText({ documents }: Snapshot): string {
  return documents.map(({ text }) => text).join('');
}

/** The resource with this id; of several the last in the text, as when all are applied. */
export function findResource(snapshot: Snapshot, id: ResourceId): Resource | undefined {
  const graph = findGraph(snapshot);
  return graph !== null
    ? findEntry(graph, id)?.resource
    : snapshot.resources.findLast((resource) => resource.id === id);
}

/** The node with this id. */
export function findTopologyNode(snapshot: Snapshot, id: NodeId): TopologyNode | undefined {
  const graph = findGraph(snapshot);
  return graph !== null ? findGraphNode(graph, id) : topologyIndexOf(snapshot).nodes.get(id);
}

/** The edge with this id. */
export function findEdge(snapshot: Snapshot, id: string): TopologyEdge | undefined {
  const graph = findGraph(snapshot);
  const found = graph === null ? undefined : findGraphEdge(graph, id);
  return found ?? topologyIndexOf(snapshot).edges.get(id);
}

/** The edges that lead to or from the node, in the topology's order. */
export function edgesOf(snapshot: Snapshot, id: NodeId): readonly TopologyEdge[] {
  const graph = findGraph(snapshot);
  return graph !== null
    ? findEdgesOf(graph, id)
    : snapshot.topology.edges.filter(({ source, target }) => source === id || target === id);
}

/** What the resource's names point at, in the order of its fields. */
export function referencesOf(snapshot: Snapshot, id: ResourceId): readonly Reference[] {
  return findReferences(graphOf(snapshot), id);
}

/** The references of all resources that point at this one, whether it is there or not, in text order. */
export function referencesTo(snapshot: Snapshot, id: ResourceId): readonly Reference[] {
  return findReferencesTo(graphOf(snapshot), id);
}

/**
 * Where a field of the resource stands in the whole text; where the text has it not, the nearest
 * field above it. undefined where there is no such resource.
 */
export function rangeOf(
  snapshot: Snapshot,
  id: ResourceId,
  path: FieldPath,
): TextRange | undefined {
  const resource = findResource(snapshot, id);
  return resource === undefined ? undefined : rangeOfField(snapshot, resource, path);
}

/** Where a field of this very resource stands in the whole text: also of one that a later one replaces. */
export function rangeOfField(
  snapshot: Snapshot,
  resource: Resource,
  path: FieldPath,
): TextRange | undefined {
  const { document } = resource;
  const start = findStart(snapshot, resource);
  if (start === undefined) return undefined;
  if (treeOf(document).root === null) return { start, end: start + document.text.length };
  const range = rangeOfPath(document, [...resource.path, ...path]);
  return { start: start + range.start, end: start + range.end };
}

/** Where the resource's document starts. */
function findStart(snapshot: Snapshot, resource: Resource): number | undefined {
  const graph = findGraph(snapshot);
  const entry = graph === null ? undefined : findEntry(graph, resource.id);
  if (graph !== null && entry?.resource === resource) {
    const at = findLastAtOrBefore(resourceStartsOf(snapshot), findIndexOf(graph.entries, entry));
    if (snapshot.documents[at] === resource.document) return snapshot.starts[at];
  }
  const at = snapshot.documents.indexOf(resource.document);
  return at < 0 ? undefined : snapshot.starts[at];
}

/** Index of the last start that is at or before the value: of equal ones the last. */
function findLastAtOrBefore(starts: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = Math.max(starts.length - 2, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The document at an offset of the whole text, and its index; at a border the one that begins there. */
export function documentAt(
  { documents, starts }: Snapshot,
  offset: number,
): { readonly document: ManifestDocument; readonly index: number } | undefined {
  const index = findLastAtOrBefore(starts, offset);
  const document = documents[index];
  return document === undefined ? undefined : { document, index };
}

/** The resource in which an offset of the whole text lies: in a List the item, else the whole document's. */
export function resourceAt(snapshot: Snapshot, offset: number): Resource | undefined {
  const place = documentAt(snapshot, offset);
  if (place === undefined) return undefined;
  const resourceStarts = resourceStartsOf(snapshot);
  const resources = snapshot.resources.slice(
    resourceStarts[place.index],
    resourceStarts[place.index + 1],
  );
  if (resources.length === 1 && resources[0]?.path.length === 0) return resources[0];
  if (resources.length === 0) return undefined;
  const relative = offset - (snapshot.starts[place.index] ?? 0);
  const path = pathAtOffset(treeOf(place.document), relative);
  return resources.find((resource) => resource.path.every((step, at) => step === path[at]));
}

/** Something wrong with the text as YAML or as manifests; the range is of the whole text. */
export interface SnapshotProblem {
  readonly code: DocumentProblem['code'] | ManifestProblem['code'];
  readonly severity: DocumentProblem['severity'];
  readonly message: string;
  readonly range: TextRange;
  /** Index of the document. */
  readonly document: number;
}

/** What is wrong with the documents, in text order. */
export function problemsOf({ documents, starts }: Snapshot): readonly SnapshotProblem[] {
  const all: SnapshotProblem[] = [];
  documents.forEach((document, index) => {
    const start = starts[index] ?? 0;
    for (const { range, ...problem } of problemsOfDocument(document))
      all.push({
        ...problem,
        range: { start: start + range.start, end: start + range.end },
        document: index,
      });
  });
  return all;
}

type ProblemOfDocument = Omit<SnapshotProblem, 'document'>;

const knownProblems = new WeakMap<ManifestDocument, readonly ProblemOfDocument[]>();

function problemsOfDocument(document: ManifestDocument): readonly ProblemOfDocument[] {
  const known = knownProblems.get(document);
  if (known !== undefined) return known;
  const problems = [
    ...document.problems.map(({ code, severity, message, range }) => ({
      code,
      severity,
      message,
      range,
    })),
    ...findManifestProblems(document).map(({ path, ...problem }) => ({
      ...problem,
      range: rangeOfPath(document, path),
    })),
  ];
  knownProblems.set(document, problems);
  return problems;
}
