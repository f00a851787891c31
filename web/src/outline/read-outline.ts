import {
  describeRoute,
  describeServer,
  type FieldPath,
  type NodeKind,
  type Snapshot,
  type Topology,
  type TopologyEdge,
  type TopologyNode,
  type VirtualServiceNode,
} from '@portolan/model';

/** One line of the outline, and those below it. */
export interface OutlineEntry {
  /** Unique in the outline, and the same as long as it stands in the same place. */
  readonly key: string;
  /** Whose icon stands before it; null: it is a part of the entry above. */
  readonly kind: string | null;
  /** What it is: kind, name and namespace, or a sentence. */
  readonly label: string;
  /** Such as "missing" or "broken"; empty where there is nothing to say. */
  readonly note: string;
  /** What it is on the canvas; null where it is not there. */
  readonly target: { readonly kind: 'node' | 'edge'; readonly id: string } | null;
  /** What it is in the text; null where it is not there. */
  readonly origin: { readonly resourceId: string; readonly path: FieldPath } | null;
  readonly children: readonly OutlineEntry[];
}

/** The way of a request, from the port to what serves it. */
const KIND_ORDER: Readonly<Record<NodeKind, number>> = {
  LoadBalancer: 0,
  Gateway: 1,
  VirtualService: 2,
  Service: 3,
  ServiceEntry: 4,
};

/**
 * The map as a tree, in the way that requests take: a load balancer, its Gateways, their
 * VirtualServices, those routes, and where these lead; then what is in the text only. What several
 * lead to is written out at the first of them.
 */
export function readOutline(snapshot: Snapshot): readonly OutlineEntry[] {
  const groups = [
    group('On the canvas', new OutlineReader(snapshot.topology).roots()),
    group('In the text only', readOthers(snapshot)),
  ];
  return groups.filter(({ children }) => children.length > 0);
}

function group(label: string, children: readonly OutlineEntry[]): OutlineEntry {
  return { key: label, kind: null, label, note: '', target: null, origin: null, children };
}

class OutlineReader {
  readonly #nodes: readonly TopologyNode[];
  readonly #nodeById: ReadonlyMap<string, TopologyNode>;
  readonly #edgesFrom = new Map<string, TopologyEdge[]>();
  readonly #reached = new Set<string>();
  readonly #written = new Set<string>();

  constructor({ nodes, edges }: Topology) {
    this.#nodes = nodes;
    this.#nodeById = new Map(nodes.map((node) => [node.id, node]));
    for (const edge of edges) {
      this.#reached.add(edge.target);
      const known = this.#edgesFrom.get(edge.source);
      if (known === undefined) this.#edgesFrom.set(edge.source, [edge]);
      else known.push(edge);
    }
  }

  roots(): readonly OutlineEntry[] {
    const sorted = this.#nodes.toSorted(
      (one, other) => KIND_ORDER[one.kind] - KIND_ORDER[other.kind],
    );
    const first = sorted.filter(({ id }) => !this.#reached.has(id));
    const entries = first.map((node) => this.#entry(node, ''));
    // VirtualServices that delegate to each other in a circle are reached, and from nowhere.
    const rest = sorted.filter(({ id }) => !this.#written.has(id));
    return [...entries, ...rest.flatMap((node) => this.#unlessWritten(node))];
  }

  #unlessWritten(node: TopologyNode): readonly OutlineEntry[] {
    return this.#written.has(node.id) ? [] : [this.#entry(node, '')];
  }

  #entry(node: TopologyNode, above: string): OutlineEntry {
    const key = `${above}>${node.id}`;
    const isFirst = !this.#written.has(node.id);
    this.#written.add(node.id);
    const { kind, name, namespace, resourceId } = node;
    return {
      key,
      kind,
      label: `${kind} ${name}, namespace ${namespace}`,
      note: isFirst ? noteOf(node) : 'see above',
      target: { kind: 'node', id: node.id },
      origin: resourceId === null ? null : { resourceId, path: [] },
      children: isFirst ? this.#parts(node, key) : [],
    };
  }

  #parts(node: TopologyNode, key: string): readonly OutlineEntry[] {
    switch (node.kind) {
      case 'LoadBalancer':
        return this.#behind(this.#edges(node), key);
      case 'Gateway':
        return [...serversOf(node, key), ...this.#behind(this.#edges(node), key)];
      case 'VirtualService':
        return this.#routes(node, key);
      case 'Service':
        return workloadsOf(node, key);
      case 'ServiceEntry':
        return [];
    }
  }

  #edges({ id }: TopologyNode): readonly TopologyEdge[] {
    return this.#edgesFrom.get(id) ?? [];
  }

  /** The nodes that edges lead to, each once, and what is wrong with the way there. */
  #behind(edges: readonly TopologyEdge[], key: string): readonly OutlineEntry[] {
    const seen = new Set<string>();
    return edges.flatMap((edge) => {
      const node = this.#nodeById.get(edge.target);
      if (node === undefined || seen.has(node.id)) return [];
      seen.add(node.id);
      const entry = this.#entry(node, key);
      return [edge.broken === null ? entry : { ...entry, note: brokenNote(entry.note) }];
    });
  }

  #routes(node: VirtualServiceNode, key: string): readonly OutlineEntry[] {
    const edges = this.#edges(node);
    return (['http', 'tls', 'tcp'] as const).flatMap((protocol) =>
      node[protocol].map(({ index }) => {
        const ofRoute = edges.filter((edge) =>
          edge.kind === 'routes'
            ? edge.protocol === protocol && edge.route === index
            : edge.kind === 'delegates' && protocol === 'http' && edge.route === index,
        );
        const routeKey = `${key}#${protocol}-${index}`;
        return {
          ...part(node, routeKey, describeRoute(node, protocol, index), ['spec', protocol, index]),
          note: ofRoute.some(({ broken }) => broken !== null) ? 'broken' : '',
          children: this.#behind(ofRoute, routeKey),
        };
      }),
    );
  }
}

function part(node: TopologyNode, key: string, label: string, path: FieldPath): OutlineEntry {
  const { id, resourceId } = node;
  return {
    ...{ key, kind: null, label, note: '', children: [] },
    target: { kind: 'node', id },
    origin: resourceId === null ? null : { resourceId, path },
  };
}

function serversOf(
  node: Extract<TopologyNode, { readonly kind: 'Gateway' }>,
  key: string,
): readonly OutlineEntry[] {
  return node.servers.map((server) =>
    part(node, `${key}#${server.index}`, describeServer(server), ['spec', 'servers', server.index]),
  );
}

function workloadsOf(
  node: Extract<TopologyNode, { readonly kind: 'Service' }>,
  key: string,
): readonly OutlineEntry[] {
  return node.workloads.map(({ id, kind, name }) => ({
    ...part(node, `${key}#${id}`, `${kind} ${name}`, []),
    origin: { resourceId: id, path: [] },
  }));
}

function noteOf({ status, stale }: TopologyNode): string {
  if (stale) return 'document is broken';
  return status === 'present' ? '' : status;
}

function brokenNote(note: string): string {
  return note === '' ? 'broken connection' : `${note}, broken connection`;
}

function readOthers({ topology, resources }: Snapshot): readonly OutlineEntry[] {
  const shown = new Set(topology.nodes.map((node) => node.resourceId));
  return resources
    .filter((resource) => !shown.has(resource.id))
    .map(({ id, group, kind, name, namespace, stale }, index) => ({
      key: `${id} ${index}`,
      kind,
      label: namespace === '' ? `${kind} ${name}` : `${kind} ${name}, namespace ${namespace}`,
      // Kinds of several APIs have the same name, and the map shows those of one.
      note: stale ? 'document is broken' : group,
      target: null,
      origin: { resourceId: id, path: [] },
      children: [],
    }));
}
