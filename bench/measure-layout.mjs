import { generateManifests, nameAtRandom } from './generate-manifests.mjs';
import { median, timed } from './statistics.mjs';

const RUNS = 7;

/** Time of a layout from nothing, crossings beside those of the order by name, and one new node. */
export function measureLayout(model, size) {
  const { topology } = model.buildSnapshot(generateManifests(size, nameAtRandom));
  model.layoutTopology(topology);
  const times = Array.from({ length: RUNS }, () => timed(() => model.layoutTopology(topology)));
  const positions = model.layoutTopology(topology);
  const added = topology.nodes[Math.floor(topology.nodes.length / 2)];
  const known = new Map([...positions].filter(([id]) => id !== added.id));
  const placing = Array.from({ length: RUNS * 3 }, () =>
    timed(() => model.placeNewNodes(topology, known)),
  );
  return {
    size,
    nodes: topology.nodes.length,
    edges: topology.edges.length,
    layout: median(times),
    placeOne: median(placing),
    crossings: crossingsOf(model, topology, (node) => positions.get(node.id)),
    crossingsByName: crossingsOf(model, topology, null),
  };
}

function crossingsOf(model, topology, placeOf) {
  // Lines from the load balancer to so many gateways cross each other in any order.
  const edges = topology.edges.filter((edge) => edge.kind !== 'exposes');
  const graph = model.finish(model.buildLayoutGraph({ nodes: topology.nodes, edges }));
  const columns = Array.from({ length: graph.columnCount }, () => []);
  graph.nodes.forEach((_, index) => {
    columns[graph.columns[index]].push(index);
  });
  if (placeOf !== null) {
    const place = (index) => placeOf(graph.nodes[index]);
    for (const column of columns) {
      column.sort((a, b) => place(a).x - place(b).x || place(a).y - place(b).y);
    }
  }
  return model.countCrossings(graph, columns);
}
