import {
  type FieldOrigin,
  type NodeId,
  type ResourceId,
  rowOfField,
  type Topology,
  type TopologyEdge,
  type TopologyNode,
  type Trace,
  type TraceRequest,
  type TraceShare,
} from '@portolan/model';

/** What a request has gone through on the map, up to one of its steps. */
export interface TracePath {
  readonly nodes: ReadonlySet<NodeId>;
  /** Edges by their ids. */
  readonly edges: ReadonlySet<string>;
  /** The rows that it went through, by their nodes; a node without an entry was gone through as a whole. */
  readonly rows: ReadonlyMap<NodeId, ReadonlySet<string>>;
  /** Edges that lead some of the requests to where they fail. */
  readonly failing: ReadonlySet<string>;
  /** Where the step happens; null: nothing on the map stands for it. */
  readonly current: NodeId | null;
  /** Where the request ends in failure; null: it goes on, or is answered. */
  readonly died: NodeId | null;
}

/** The way of a traced request over the map: for each step, all that it has gone through by then. */
export function tracePaths(topology: Topology, trace: Trace): readonly TracePath[] {
  const map = new MapOfTrace(topology);
  return trace.steps.map((_, index) => map.pathTo(trace, index));
}

/** Whether the request takes this line of an edge: some edges have one for each port or server. */
export function isOnPath(
  { edges, rows }: TracePath,
  edge: TopologyEdge,
  line: { readonly sourceRow: string; readonly targetRow: string },
): boolean {
  if (!edges.has(edge.id)) return false;
  // Each route has an edge of its own.
  if (edge.kind === 'routes' || edge.kind === 'delegates') return true;
  const takes = (node: NodeId, row: string): boolean => {
    const taken = rows.get(node);
    return (
      taken === undefined || !isNumbered(row) || ![...taken].some(isNumbered) || taken.has(row)
    );
  };
  return takes(edge.source, line.sourceRow) && takes(edge.target, line.targetRow);
}

/** Of ports and servers a node has several. */
function isNumbered(row: string): boolean {
  return /^(port|server)-\d+$/.test(row);
}

class MapOfTrace {
  readonly #edges: readonly TopologyEdge[];
  readonly #nodes: ReadonlyMap<NodeId, TopologyNode>;
  readonly #nodesOfResources: ReadonlyMap<ResourceId, NodeId>;

  constructor({ nodes, edges }: Topology) {
    this.#edges = edges;
    this.#nodes = new Map(nodes.map((node) => [node.id, node]));
    this.#nodesOfResources = new Map(
      nodes.flatMap(({ id, resourceId }) => (resourceId === null ? [] : [[resourceId, id]])),
    );
  }

  pathTo(trace: Trace, last: number): TracePath {
    const steps = trace.steps.slice(0, last + 1);
    const end = steps.at(-1);
    const nodes = new Set(steps.flatMap(({ node }) => this.#known(node)));
    const isPastClusters = steps.some(({ hop }) => hop === 'cluster');
    const shares = isPastClusters ? trace.shares.flatMap((share) => this.#edgesOf(share)) : [];
    for (const { edge } of shares) nodes.add(edge.target);
    const edges = new Set(this.#between(nodes));
    for (const { edge } of shares) edges.add(edge.id);
    const current = end?.node ?? null;
    const died = end === undefined || end.matched ? null : (current ?? [...nodes].at(-1) ?? null);
    return {
      nodes,
      edges,
      rows: this.#rowsOf(
        trace,
        steps.flatMap(({ origins }) => origins),
        nodes,
      ),
      failing: new Set(shares.filter(({ fails }) => fails).map(({ edge }) => edge.id)),
      current,
      died,
    };
  }

  #known(node: NodeId | null): readonly NodeId[] {
    return node !== null && this.#nodes.has(node) ? [node] : [];
  }

  /** The edges that a part of the requests takes: those of its destination. */
  #edgesOf({ origin, outcome }: TraceShare): readonly {
    readonly edge: TopologyEdge;
    readonly fails: boolean;
  }[] {
    const fails = outcome !== 'routed' && outcome !== 'tcp-proxied';
    return this.#edges
      .filter(
        ({ kind, origins }) =>
          kind === 'routes' && origins.some((one) => isIn(one, origin) || isIn(origin, one)),
      )
      .map((edge) => ({ edge, fails }));
  }

  /** What joins the nodes, but for routes: of these only some are taken. */
  #between(nodes: ReadonlySet<NodeId>): readonly string[] {
    return this.#edges
      .filter(
        ({ kind, source, target }) => kind !== 'routes' && nodes.has(source) && nodes.has(target),
      )
      .map(({ id }) => id);
  }

  #rowsOf(
    { request, shares }: Trace,
    origins: readonly FieldOrigin[],
    nodes: ReadonlySet<NodeId>,
  ): ReadonlyMap<NodeId, ReadonlySet<string>> {
    const rows = new Map<NodeId, Set<string>>();
    const light = (node: NodeId | undefined, row: string | null) => {
      if (node === undefined || row === null || !nodes.has(node)) return;
      const known = rows.get(node);
      if (known === undefined) rows.set(node, new Set([row]));
      else known.add(row);
    };
    for (const { resourceId, path } of origins)
      light(this.#nodesOfResources.get(resourceId), rowOfField(path));
    for (const id of nodes) {
      const node = this.#nodes.get(id);
      if (node !== undefined) light(id, portRow(node, request, shares));
    }
    // Whoever comes by a host of a VirtualService comes in at that row.
    for (const [id, known] of rows) {
      if (this.#nodes.get(id)?.kind === 'VirtualService') known.add('hosts');
    }
    return rows;
  }
}

/** The row of the port by which the request comes to a node. */
function portRow(
  node: TopologyNode,
  request: TraceRequest,
  shares: readonly TraceShare[],
): string | null {
  switch (node.kind) {
    case 'LoadBalancer':
      return rowOfPort(node.ports.findIndex(({ port }) => port === request.port));
    case 'Service':
      return rowOfPort(node.ports.findIndex(({ port }) => isWanted(port, shares)));
    case 'ServiceEntry':
      return rowOfPort(node.ports.findIndex(({ number }) => isWanted(number, shares)));
    case 'Gateway':
    case 'VirtualService':
      return null;
  }
}

function isWanted(port: number | null, shares: readonly TraceShare[]): boolean {
  return shares.some(({ destination }) => destination.port === port);
}

function rowOfPort(index: number): string | null {
  return index < 0 ? null : `port-${index}`;
}

/** Whether a field is another one, or lies in it. */
function isIn(field: FieldOrigin, other: FieldOrigin): boolean {
  return (
    field.resourceId === other.resourceId &&
    other.path.length <= field.path.length &&
    other.path.every((part, index) => part === field.path[index])
  );
}
