import type { DocumentBlock, Documents } from './documents/document-blocks.ts';
import type { ManifestDocument } from './documents/manifest-document.ts';
import { indexTopology } from './graph/keep-identity.ts';
import type { ResourceGraph } from './graph/resource-graph.ts';
import { buildGraph } from './graph/update-graph.ts';
import type { Assumptions } from './resources/assumptions.ts';
import { readResources } from './resources/read-resources.ts';
import type { Resource } from './resources/resource.ts';
import type { Snapshot } from './snapshot.ts';

/** What goes with a snapshot and is nobody else's business. */
export interface SnapshotState {
  readonly documents: Documents;
  /** Of each block of documents. */
  readonly resources: readonly (readonly Resource[])[];
  /** Changes in place, so it moves on to the next snapshot; null: it has moved. */
  readonly graph: ResourceGraph | null;
}

const states = new WeakMap<Snapshot, SnapshotState>();

/** Keeps the state with the snapshot. */
export function keepState(snapshot: Snapshot, state: SnapshotState): void {
  states.set(snapshot, state);
}

/** The snapshot's state; made anew for one that was put together by hand. */
export function stateOf(snapshot: Snapshot): SnapshotState {
  const known = states.get(snapshot);
  if (known !== undefined) return known;
  const { blocks, assumptions } = snapshot;
  const resources = blocks.map((block) => readBlock(block, assumptions));
  const state = { documents: snapshot, resources, graph: null };
  keepState(snapshot, state);
  return state;
}

/** The resources of a block's documents; those of documents that are `known` are the same objects. */
export function readBlock(
  { documents }: DocumentBlock,
  assumptions: Assumptions,
  known?: ReadonlyMap<ManifestDocument, readonly Resource[]>,
): readonly Resource[] {
  return documents.flatMap(
    (document) => known?.get(document) ?? readResources(document, assumptions),
  );
}

/** The snapshot's graph, if it has not moved on to a later snapshot. */
export function findGraph(snapshot: Snapshot): ResourceGraph | null {
  return states.get(snapshot)?.graph ?? null;
}

/** The snapshot's graph; built again where it has moved on. */
export function graphOf(snapshot: Snapshot): ResourceGraph {
  const state = stateOf(snapshot);
  if (state.graph !== null) return state.graph;
  const graph = buildGraph(state.resources, snapshot.assumptions, snapshot.topology);
  keepState(snapshot, { ...state, graph });
  return graph;
}

/** The snapshot's graph to change it: the snapshot has none any more. */
export function takeGraph(snapshot: Snapshot): ResourceGraph {
  const graph = graphOf(snapshot);
  keepState(snapshot, { ...stateOf(snapshot), graph: null });
  return graph;
}

const topologies = new WeakMap<Snapshot['topology'], ReturnType<typeof indexTopology>>();

/** A snapshot's nodes and edges by id, for one whose graph has moved on. */
export function topologyIndexOf({ topology }: Snapshot): ReturnType<typeof indexTopology> {
  const known = topologies.get(topology) ?? indexTopology(topology);
  topologies.set(topology, known);
  return known;
}
