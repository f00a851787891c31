import {
  checkReconnection,
  type EditCommand,
  findEdge,
  nodeRows,
  phraseText,
  type Snapshot,
  type TopologyEdge,
  type TopologyNode,
} from '@portolan/model';

type ReconnectCommand = Extract<EditCommand, { kind: 'reconnect' }>;
type VirtualServiceNode = Extract<TopologyNode, { kind: 'VirtualService' }>;

/** A place that an end of an edge can be moved to. */
export interface ConnectionEnd {
  readonly command: ReconnectCommand;
  readonly kind: TopologyNode['kind'];
  /** "orders, port 9090". */
  readonly label: string;
  /** What tells it from others: its namespace, what its route is for. */
  readonly detail: string;
}

/** Every place that an end of the edge can be moved to, in the order of the text. */
export function listConnectionEnds(
  snapshot: Snapshot,
  edgeId: string,
  end: ReconnectCommand['end'],
): readonly ConnectionEnd[] {
  const edge = findEdge(snapshot, edgeId);
  if (edge === undefined) return [];
  return snapshot.topology.nodes.flatMap((node) =>
    placesOf(edge, end, node).filter(({ command }) => {
      const check = checkReconnection(snapshot, command);
      return check.ok && check.isMoved;
    }),
  );
}

function placesOf(
  edge: TopologyEdge,
  end: ReconnectCommand['end'],
  node: TopologyNode,
): readonly ConnectionEnd[] {
  const command: ReconnectCommand = { kind: 'reconnect', edge: edge.id, end, node: node.id };
  const whole = { command, kind: node.kind, label: node.name, detail: namespaceOf(node) };
  if (edge.kind === 'routes' && end === 'source' && node.kind === 'VirtualService') {
    const routes = routePlaces(command, node);
    return routes.length > 0 ? routes : [whole];
  }
  if (edge.kind === 'routes' && (node.kind === 'Service' || node.kind === 'ServiceEntry')) {
    const ports = portsOf(node);
    if (ports.length > 1) {
      return ports.map((port) => ({
        ...whole,
        command: { ...command, port },
        label: `${node.name}, port ${port}`,
      }));
    }
  }
  return [whole];
}

function routePlaces(
  command: ReconnectCommand,
  node: VirtualServiceNode,
): readonly ConnectionEnd[] {
  const words = new Map(
    nodeRows(node).flatMap((row) =>
      row.kind === 'route' ? [[row.id, row.matches.map(phraseText).join(' or ')] as const] : [],
    ),
  );
  return (['http', 'tls', 'tcp'] as const).flatMap((protocol) =>
    node[protocol].map(({ index }) => ({
      command: { ...command, route: { protocol, index } },
      kind: node.kind,
      label: `${node.name}, ${protocol} route ${index + 1}`,
      detail: words.get(`${protocol}-${index}`) ?? namespaceOf(node),
    })),
  );
}

function portsOf(node: Extract<TopologyNode, { kind: 'Service' | 'ServiceEntry' }>): number[] {
  return node.kind === 'Service'
    ? node.ports.flatMap(({ port }) => port ?? [])
    : node.ports.flatMap(({ number }) => number ?? []);
}

function namespaceOf({ namespace }: TopologyNode): string {
  return `namespace ${namespace}`;
}
