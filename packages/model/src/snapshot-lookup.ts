import { checkDocument } from './diagnostics/check-document.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { rangeOfDiagnostic } from './diagnostics/range-of-diagnostic.ts';
import { documentAtOffset, startInBlock } from './documents/document-blocks.ts';
import type { FieldPath } from './documents/field-path.ts';
import { pathAtOffset, rangeOfPath } from './documents/find-node.ts';
import type { ManifestDocument } from './documents/manifest-document.ts';
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
import type { NodeId, TopologyEdge, TopologyNode } from './graph/topology.ts';
import type { Resource, ResourceId } from './resources/resource.ts';
import type { Snapshot } from './snapshot.ts';
import { findGraph, graphOf, stateOf, topologyIndexOf } from './snapshot-state.ts';
import { shiftRange, type TextRange } from './text/text-range.ts';

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
  if (entry?.resource === resource)
    return startInBlock(snapshot.blocks, entry.block.place, resource.document);
  const at = snapshot.documents.indexOf(resource.document);
  return at < 0 ? undefined : snapshot.starts[at];
}

/** The document at an offset of the whole text, and its index; at a border the one that begins there. */
export function documentAt(
  { blocks }: Snapshot,
  offset: number,
): { readonly document: ManifestDocument; readonly index: number } | undefined {
  const place = documentAtOffset(blocks, offset);
  return place && { document: place.document, index: place.index };
}

/** The resource in which an offset of the whole text lies: in a List the item, else the whole document's. */
export function resourceAt(snapshot: Snapshot, offset: number): Resource | undefined {
  const place = documentAtOffset(snapshot.blocks, offset);
  if (place === undefined) return undefined;
  const ofBlock = stateOf(snapshot).resources[place.block] ?? [];
  const resources = ofBlock.filter(({ document }) => document === place.document);
  if (resources.length === 1 && resources[0]?.path.length === 0) return resources[0];
  if (resources.length === 0) return undefined;
  const relative = offset - place.start;
  const path = pathAtOffset(treeOf(place.document), relative);
  return resources.find((resource) => resource.path.every((step, at) => step === path[at]));
}

/** Something wrong with the text as YAML or as manifests; the range is of the whole text. */
export interface SnapshotProblem extends Pick<Diagnostic, 'code' | 'severity' | 'message'> {
  readonly range: TextRange;
  /** Index of the document. */
  readonly document: number;
}

/** What is wrong with the documents, in text order. What is wrong with resources the diagnosis tells. */
export function problemsOf({ documents, starts }: Snapshot): readonly SnapshotProblem[] {
  return documents.flatMap((document, index) =>
    checkDocument(document).map((diagnostic) => {
      const { code, severity, message } = diagnostic;
      const range = shiftRange(rangeOfDiagnostic(diagnostic), starts[index] ?? 0);
      return { code, severity, message, range, document: index };
    }),
  );
}

const startsBySnapshot = new WeakMap<Snapshot, ReadonlyMap<ManifestDocument, number>>();

/** Where each document starts in the whole text; the same map each time. */
export function startsOf(snapshot: Snapshot): ReadonlyMap<ManifestDocument, number> {
  const known = startsBySnapshot.get(snapshot);
  if (known !== undefined) return known;
  const { documents, starts } = snapshot;
  const map = new Map(documents.map((document, index) => [document, starts[index] ?? 0]));
  startsBySnapshot.set(snapshot, map);
  return map;
}
