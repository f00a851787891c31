import { buildSnapshot, type Topology, type TopologyEdge } from '@portolan/model';
import { drawTopology } from './draw-topology.ts';
import { readInputs } from './read-inputs.ts';
import { commonHelp, readOptions } from './read-options.ts';
import { reportProblems } from './report-problems.ts';
import type { Command } from './run-command-line.ts';

/** `portolan topology`: the graph that the canvas shows. */
export const topologyCommand: Command = {
  name: 'topology',
  summary: 'print LoadBalancers, Gateways, VirtualServices and Services, and how they are linked',
  help: `Prints the topology of manifests: LoadBalancer, Gateway, VirtualService, Service.

Usage: portolan topology FILES… [options]

${commonHelp()}
Findings of this command are documents that are not YAML or no manifests. Nodes that are missing and
edges that are broken are part of the picture, and no findings.
`,
  run: async (args, io) => {
    const options = await readOptions(args);
    const inputs = await readInputs(options.inputs, io);
    const snapshot = buildSnapshot(inputs.text, options.assumptions);
    const failed = reportProblems(snapshot, inputs, options.failOn, io);
    io.out(
      options.json
        ? `${JSON.stringify(topologyJson(snapshot.topology), null, 2)}\n`
        : drawTopology(snapshot.topology),
    );
    return failed ? 1 : 0;
  },
};

/** The topology as `--json` prints it: sorted by id, so that two runs print the same bytes. */
export function topologyJson({ nodes, edges }: Topology): unknown {
  return {
    nodes: sortById(nodes).map(({ id, kind, namespace, name, status }) => ({
      id,
      kind,
      namespace,
      name,
      status,
    })),
    edges: sortById(edges).map((edge) => ({
      source: edge.source,
      target: edge.target,
      kind: edge.kind,
      detail: detailOf(edge),
    })),
  };
}

function sortById<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

function detailOf(edge: TopologyEdge): unknown {
  const { broken } = edge;
  switch (edge.kind) {
    case 'exposes':
      return {
        servers: edge.servers.map(({ server, servicePort }) => ({ server, servicePort })),
        broken,
      };
    case 'binds':
      return { servers: edge.servers, broken };
    case 'routes': {
      const { protocol, route, destination, mirror, host, port, subset, share } = edge;
      return { protocol, route, destination, mirror, host, port, subset, share, broken };
    }
    case 'delegates':
      return { route: edge.route, broken };
  }
}
