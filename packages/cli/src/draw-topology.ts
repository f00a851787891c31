import type { NodeKind, Topology, TopologyEdge, TopologyNode } from '@portolan/model';

const COLUMNS: readonly NodeKind[] = [
  'LoadBalancer',
  'Gateway',
  'VirtualService',
  'Service',
  'ServiceEntry',
];

/** The topology as text: a tree per node that nothing leads to. Ends with a line ending. */
export function drawTopology(topology: Topology): string {
  if (topology.nodes.length === 0)
    return 'Nothing to chart: no Gateway, VirtualService, Service or ServiceEntry here.\n';
  const drawing = new Drawing(topology);
  for (const root of drawing.roots()) drawing.draw(root);
  return drawing.text();
}

/** All edges from one node to another: drawn as one line. */
interface Branch {
  readonly node: TopologyNode;
  readonly edges: readonly TopologyEdge[];
}

class Drawing {
  readonly #nodes: ReadonlyMap<string, TopologyNode>;
  readonly #outgoing = new Map<string, TopologyEdge[]>();
  readonly #drawn = new Set<string>();
  readonly #lines: string[] = [];
  readonly #topology: Topology;

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#nodes = new Map(topology.nodes.map((node) => [node.id, node]));
    for (const edge of topology.edges) {
      const edges = this.#outgoing.get(edge.source);
      if (edges === undefined) this.#outgoing.set(edge.source, [edge]);
      else edges.push(edge);
    }
  }

  /** Nodes that nothing leads to, and one of each ring, in the order of the columns. */
  *roots(): Generator<TopologyNode> {
    const reached = new Set(this.#topology.edges.map(({ target }) => target));
    const sorted = this.#topology.nodes.toSorted(compareNodes);
    yield* sorted.filter(({ id }) => !reached.has(id));
    for (const node of sorted) if (!this.#drawn.has(node.id)) yield node;
  }

  draw(root: TopologyNode): void {
    this.#lines.push(describeNode(root));
    this.#drawBelow(root, '');
    this.#lines.push('');
  }

  text(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }

  #drawBelow(node: TopologyNode, indent: string): void {
    this.#drawn.add(node.id);
    const branches = this.#branchesOf(node);
    branches.forEach((branch, index) => {
      const isLast = index === branches.length - 1;
      const below = `${indent}${isLast ? '   ' : '│  '}`;
      const again = this.#drawn.has(branch.node.id) && this.#outgoing.has(branch.node.id);
      const words = branch.edges.map(describeEdge).filter((word) => word !== '');
      const via = words.length === 0 ? '' : `  ${[...new Set(words)].join('; ')}`;
      this.#lines.push(
        `${indent}${isLast ? '└─ ' : '├─ '}${describeNode(branch.node)}${via}${again ? '  (see above)' : ''}`,
      );
      for (const reason of new Set(branch.edges.flatMap(({ broken }) => broken ?? [])))
        this.#lines.push(`${below}! ${reason}`);
      if (!this.#drawn.has(branch.node.id)) this.#drawBelow(branch.node, below);
    });
  }

  #branchesOf(node: TopologyNode): readonly Branch[] {
    const byTarget = new Map<string, TopologyEdge[]>();
    for (const edge of this.#outgoing.get(node.id) ?? [])
      byTarget.set(edge.target, [...(byTarget.get(edge.target) ?? []), edge]);
    return [...byTarget]
      .flatMap(([id, edges]) => {
        const target = this.#nodes.get(id);
        return target === undefined ? [] : [{ node: target, edges }];
      })
      .sort((one, other) => compareNodes(one.node, other.node));
  }
}

function compareNodes(one: TopologyNode, other: TopologyNode): number {
  const column = COLUMNS.indexOf(one.kind) - COLUMNS.indexOf(other.kind);
  if (column !== 0) return column;
  return one.id < other.id ? -1 : 1;
}

function describeNode(node: TopologyNode): string {
  const status = node.status === 'present' ? '' : ` (${node.status})`;
  return `${node.kind} ${node.namespace}/${node.name}${status}${describeInside(node)}`;
}

function describeInside(node: TopologyNode): string {
  if (node.kind !== 'Gateway' || node.servers.length === 0) return '';
  const servers = node.servers.map(
    ({ port, protocol, hosts }) => `${port ?? '?'} ${protocol} ${hosts.join(' ')}`,
  );
  return `  [${servers.join(' | ')}]`;
}

function describeEdge(edge: TopologyEdge): string {
  switch (edge.kind) {
    case 'exposes': {
      const ports = new Set(edge.servers.flatMap(({ servicePort }) => servicePort ?? []));
      return ports.size === 0 ? '' : `on port ${[...ports].join(', ')}`;
    }
    case 'binds':
      return [...new Set(edge.servers.flatMap(({ hosts }) => hosts))].join(', ');
    case 'delegates':
      return `http[${edge.route}] delegate`;
    case 'routes': {
      const port = edge.port === null ? '' : ` port ${edge.port}`;
      const subset = edge.subset === null ? '' : ` subset ${edge.subset}`;
      const share = edge.share === 1 ? '' : ` ${Math.round(edge.share * 1000) / 10} %`;
      return `${edge.protocol}[${edge.route}]${edge.mirror ? ' mirror' : ''}${port}${subset}${share}`;
    }
  }
}
