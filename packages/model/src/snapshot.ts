import { buildDocumentsInSlices } from './documents/build-documents.ts';
import type { DocumentBlock, Documents } from './documents/document-blocks.ts';
import type { ManifestDocument } from './documents/manifest-document.ts';
import { updateDocuments } from './documents/update-documents.ts';
import type { ResourceGraph } from './graph/resource-graph.ts';
import type { Topology } from './graph/topology.ts';
import { buildGraph, buildGraphInSlices, updateGraph } from './graph/update-graph.ts';
import { type Assumptions, DEFAULT_ASSUMPTIONS } from './resources/assumptions.ts';
import type { Resource } from './resources/resource.ts';
import { keepState, readBlock, type SnapshotState, stateOf, takeGraph } from './snapshot-state.ts';
import { joinLists } from './text/join-lists.ts';
import { finish, type Slices } from './text/slices.ts';
import { type ListSplice, spliceList } from './text/splice-list.ts';
import type { TextEdit } from './text/text-edit.ts';

/** Everything that follows from one text. Immutable; what did not change is shared with the one before. */
export interface Snapshot extends Documents {
  /** Of the text: 0 when built, one more with every update. */
  readonly version: number;
  readonly assumptions: Assumptions;
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
  return finish(buildSnapshotInSlices(text, assumptions, lastGood));
}

/** The same, in slices of time. */
export function* buildSnapshotInSlices(
  text: string,
  assumptions: Assumptions,
  lastGood: readonly ManifestDocument[] = [],
): Slices<Snapshot> {
  const documents = yield* buildDocumentsInSlices(text, lastGood);
  const resources: (readonly Resource[])[] = [];
  for (const block of documents.blocks) {
    resources.push(readBlock(block, assumptions));
    yield null;
  }
  const graph = yield* buildGraphInSlices(resources, assumptions);
  return createSnapshot(0, assumptions, { documents, resources, graph });
}

/** The same text under other assumptions. Nodes and edges about which nothing changes stay the same objects. */
export function changeAssumptions(snapshot: Snapshot, assumptions: Assumptions): Snapshot {
  const { documents, resources: before } = stateOf(snapshot);
  const isSame = assumptions.defaultNamespace === snapshot.assumptions.defaultNamespace;
  const resources = isSame
    ? before
    : documents.blocks.map((block) => readBlock(block, assumptions));
  const graph = buildGraph(resources, assumptions, snapshot.topology);
  return createSnapshot(snapshot.version, assumptions, { documents, resources, graph });
}

/**
 * The snapshot after edits of the previous one's text: the same as if it were built anew from that
 * text, save that a broken document remembers what it last said. Costs as much as the documents that
 * the edits touch and the resources that these are linked to.
 */
export function updateSnapshot(previous: Snapshot, edits: readonly TextEdit[]): Snapshot {
  const { assumptions } = previous;
  const { documents, resources } = stateOf(previous);
  const update = updateDocuments(documents, edits);
  const splices = update.blockSplices.map((splice) =>
    readSplice(splice, documents.blocks, resources, assumptions),
  );
  const graph = takeGraph(previous);
  updateGraph(graph, splices);
  return createSnapshot(previous.version + 1, assumptions, {
    documents: update.next,
    resources: splices.length === 0 ? resources : spliceList(resources, splices),
    graph,
  });
}

/** The resources of blocks that come for others; documents that stay have the resources that they had. */
function readSplice(
  { index, count, inserted }: ListSplice<DocumentBlock>,
  blocks: readonly DocumentBlock[],
  resources: readonly (readonly Resource[])[],
  assumptions: Assumptions,
): ListSplice<readonly Resource[]> {
  const known = new Map<ManifestDocument, Resource[]>();
  for (const { documents } of blocks.slice(index, index + count))
    for (const document of documents) known.set(document, []);
  for (const resource of resources.slice(index, index + count).flat())
    known.get(resource.document)?.push(resource);
  return { index, count, inserted: inserted.map((block) => readBlock(block, assumptions, known)) };
}

function createSnapshot(
  version: number,
  assumptions: Assumptions,
  state: SnapshotState & { readonly graph: ResourceGraph },
): Snapshot {
  const { documents } = state;
  const resources = joinLists(state.resources);
  const snapshot: Snapshot = {
    version,
    assumptions,
    blocks: documents.blocks,
    get documents() {
      return documents.documents;
    },
    get starts() {
      return documents.starts;
    },
    get resources() {
      return resources();
    },
    topology: state.graph.topology,
  };
  keepState(snapshot, state);
  return snapshot;
}
