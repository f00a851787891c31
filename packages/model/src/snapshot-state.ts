import { indexTopology } from './graph/keep-identity.ts';
import type { ResourceGraph } from './graph/resource-graph.ts';
import { buildGraph } from './graph/update-graph.ts';
import type { Snapshot } from './snapshot.ts';

/** What goes with a snapshot and is nobody else's business. */
export interface SnapshotState {
  /** Changes in place, so it moves on to the next snapshot; null: it has moved. */
  readonly graph: ResourceGraph | null;
  /** Index of each document's first resource; one more entry than documents. */
  readonly resourceStarts: ArrayLike<number>;
}

const states = new WeakMap<Snapshot, SnapshotState>();

/** Keeps the state with the snapshot. */
export function keepState(snapshot: Snapshot, state: SnapshotState): void {
  states.set(snapshot, state);
}

/** Index of each document's first resource; one more entry than documents. */
export function resourceStartsOf(snapshot: Snapshot): ArrayLike<number> {
  return states.get(snapshot)?.resourceStarts ?? countResources(snapshot);
}

/** For a snapshot that was put together by hand. */
function countResources({ documents, resources }: Snapshot): ArrayLike<number> {
  const starts = new Int32Array(documents.length + 1);
  let at = 0;
  documents.forEach((document, index) => {
    while (resources[at]?.document === document) at += 1;
    starts[index + 1] = at;
  });
  return starts;
}

/** The snapshot's graph, if it has not moved on to a later snapshot. */
export function findGraph(snapshot: Snapshot): ResourceGraph | null {
  return states.get(snapshot)?.graph ?? null;
}

/** The snapshot's graph; built again where it has moved on. */
export function graphOf(snapshot: Snapshot): ResourceGraph {
  const known = findGraph(snapshot);
  if (known !== null) return known;
  const { resources, assumptions, topology } = snapshot;
  const graph = buildGraph(resources, assumptions, topology);
  keepState(snapshot, { graph, resourceStarts: resourceStartsOf(snapshot) });
  return graph;
}

/** The snapshot's graph to change it: the snapshot has none any more. */
export function takeGraph(snapshot: Snapshot): ResourceGraph {
  const graph = graphOf(snapshot);
  keepState(snapshot, { graph: null, resourceStarts: resourceStartsOf(snapshot) });
  return graph;
}

const topologies = new WeakMap<Snapshot['topology'], ReturnType<typeof indexTopology>>();

/** A snapshot's nodes and edges by id, for one whose graph has moved on. */
export function topologyIndexOf({ topology }: Snapshot): ReturnType<typeof indexTopology> {
  const known = topologies.get(topology) ?? indexTopology(topology);
  topologies.set(topology, known);
  return known;
}
