import { buildDocuments } from './documents/build-documents.ts';
import type { ManifestDocument } from './documents/manifest-document.ts';
import { type DocumentSplice, updateDocuments } from './documents/update-documents.ts';
import type { Topology } from './graph/topology.ts';
import { buildGraph, type ResourceSplice, updateGraph } from './graph/update-graph.ts';
import { type Assumptions, DEFAULT_ASSUMPTIONS } from './resources/assumptions.ts';
import { readResources } from './resources/read-resources.ts';
import type { Resource } from './resources/resource.ts';
import { keepState, resourceStartsOf, takeGraph } from './snapshot-state.ts';
import type { TextEdit } from './text/text-edit.ts';

/** Everything that follows from one text. Immutable; what did not change is shared with the one before. */
export interface Snapshot {
  /** Of the text: 0 when built, one more with every update. */
  readonly version: number;
  readonly assumptions: Assumptions;
  readonly documents: readonly ManifestDocument[];
  /** Where each document starts in the text; one more entry than documents, the last is the text's length. */
  readonly starts: ArrayLike<number>;
  /** In text order; two may have the same id. */
  readonly resources: readonly Resource[];
  readonly topology: Topology;
}

/**
 * The snapshot of a text. Documents of an earlier text, where given, are taken over where they are
 * still there, and stand in as the last good ones of those that are broken now.
 */
export function buildSnapshot(
  text: string,
  assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  lastGood: readonly ManifestDocument[] = [],
): Snapshot {
  const { documents, starts } = buildDocuments(text, lastGood);
  return snapshotOf({ version: 0, assumptions, documents, starts });
}

/** The same text under other assumptions. Nodes and edges about which nothing changes stay the same objects. */
export function changeAssumptions(snapshot: Snapshot, assumptions: Assumptions): Snapshot {
  const { version, documents, starts, topology } = snapshot;
  return snapshotOf({ version, assumptions, documents, starts }, topology);
}

function snapshotOf(
  parts: Pick<Snapshot, 'version' | 'assumptions' | 'documents' | 'starts'>,
  reuse?: Topology,
): Snapshot {
  const { documents, assumptions } = parts;
  const resourceStarts = new Int32Array(documents.length + 1);
  const resources: Resource[] = [];
  documents.forEach((document, index) => {
    for (const resource of resourcesOf(document, assumptions)) resources.push(resource);
    resourceStarts[index + 1] = resources.length;
  });
  const graph = buildGraph(resources, assumptions, reuse);
  const snapshot = { ...parts, resources, topology: graph.topology };
  keepState(snapshot, { graph, resourceStarts });
  return snapshot;
}

/**
 * The snapshot after edits of the previous one's text: the same as if it were built anew from that
 * text, save that a broken document remembers what it last said. Costs as much as the documents that
 * the edits touch and the resources that these are linked to.
 */
export function updateSnapshot(previous: Snapshot, edits: readonly TextEdit[]): Snapshot {
  const { assumptions } = previous;
  const update = updateDocuments(previous.documents, previous.starts, edits);
  const { documents, starts } = update;
  const version = previous.version + 1;
  const former = resourceStartsOf(previous);
  const splices = update.splices.map((splice) => toResourceSplice(splice, former, assumptions));
  const resources = spliceResources(previous.resources, splices);
  const resourceStarts = spliceStarts(former, documents.length, update.splices, assumptions);
  const graph = takeGraph(previous);
  updateGraph(graph, splices);
  const { topology } = graph;
  const snapshot = { version, assumptions, documents, starts, resources, topology };
  keepState(snapshot, { graph, resourceStarts });
  return snapshot;
}

const knownResources = new WeakMap<
  ManifestDocument,
  { readonly namespace: string; readonly resources: readonly Resource[] }
>();

/** The document's resources, the same objects each time. */
function resourcesOf(document: ManifestDocument, assumptions: Assumptions): readonly Resource[] {
  const namespace = assumptions.defaultNamespace;
  const known = knownResources.get(document);
  if (known !== undefined && known.namespace === namespace) return known.resources;
  const resources = readResources(document, assumptions);
  knownResources.set(document, { namespace, resources });
  return resources;
}

function toResourceSplice(
  { index, removed, inserted }: DocumentSplice,
  starts: ArrayLike<number>,
  assumptions: Assumptions,
): ResourceSplice {
  const first = starts[index] ?? 0;
  return {
    index: first,
    count: (starts[index + removed.length] ?? first) - first,
    inserted: inserted.flatMap((document) => resourcesOf(document, assumptions)),
  };
}

function spliceResources(
  resources: readonly Resource[],
  splices: readonly ResourceSplice[],
): readonly Resource[] {
  const changes = splices.filter(({ count, inserted }) => count > 0 || inserted.length > 0);
  if (changes.length === 0) return resources;
  const pieces: (readonly Resource[])[] = [];
  let kept = 0;
  for (const { index, count, inserted } of changes) {
    pieces.push(resources.slice(kept, index), inserted);
    kept = index + count;
  }
  pieces.push(resources.slice(kept));
  // Concatenating arrays copies memory; flattening goes through every resource.
  return pieces.length < 16 ? ([] as Resource[]).concat(...pieces) : pieces.flat();
}

function spliceStarts(
  starts: ArrayLike<number>,
  documentCount: number,
  splices: readonly DocumentSplice[],
  assumptions: Assumptions,
): ArrayLike<number> {
  if (splices.length === 0) return starts;
  const next = new Int32Array(documentCount + 1);
  let from = 0;
  let to = 0;
  let shift = 0;
  for (const { index, removed, inserted } of splices) {
    while (from < index) next[to++] = (starts[from++] ?? 0) + shift;
    let at = (starts[index] ?? 0) + shift;
    for (const document of inserted) {
      next[to++] = at;
      at += resourcesOf(document, assumptions).length;
    }
    from = index + removed.length;
    shift = at - (starts[from] ?? 0);
  }
  while (from < starts.length) next[to++] = (starts[from++] ?? 0) + shift;
  return next;
}
