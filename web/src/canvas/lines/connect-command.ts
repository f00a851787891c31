import { type EditCommand, nodeRows, type SceneEdge, type SceneNode } from '@portolan/model';

/** One end of a line: a node, and the row of it that was meant, if any. */
export interface LineEnd {
  readonly node: SceneNode;
  readonly row: string | null;
}

type ConnectCommand = Extract<EditCommand, { kind: 'connect' }>;
type ReconnectCommand = Extract<EditCommand, { kind: 'reconnect' }>;

/** The command that connects two nodes, with the route and the port that the rows stand for. */
export function connectCommand(source: LineEnd, target: LineEnd): ConnectCommand {
  const route = routeOf(source);
  const port = portOf(target);
  return {
    kind: 'connect',
    source: source.node.id,
    target: target.node.id,
    ...(route === null ? {} : { route }),
    ...(port === null ? {} : { port }),
  };
}

/** The command that moves an end of an edge to a node, and to the route or port that its row stands for. */
export function reconnectCommand(
  { edge }: SceneEdge,
  end: ReconnectCommand['end'],
  to: LineEnd,
): ReconnectCommand {
  const route = edge.kind === 'routes' && end === 'source' ? routeOf(to) : null;
  const port = edge.kind === 'routes' && end === 'target' ? portOf(to) : null;
  return {
    kind: 'reconnect',
    edge: edge.id,
    end,
    node: to.node.id,
    ...(route === null ? {} : { route }),
    ...(port === null ? {} : { port }),
  };
}

/** An end in words: "port 8080 of Service cart", "http route 2 of VirtualService shop". */
export function describeEnd(
  { node: { node } }: LineEnd,
  { route, port }: Pick<ConnectCommand, 'route' | 'port'>,
): string {
  const name = `${node.kind} ${node.name}`;
  if (node.kind === 'VirtualService') {
    return route === undefined ? name : `${route.protocol} route ${route.index + 1} of ${name}`;
  }
  return port === undefined ? name : `port ${port} of ${name}`;
}

/** The route that the row of a VirtualService stands for; null for other nodes and rows. */
export function routeOf({ node, row }: LineEnd): NonNullable<ConnectCommand['route']> | null {
  const match =
    node.node.kind === 'VirtualService' ? /^(http|tls|tcp)-(\d+)/.exec(row ?? '') : null;
  const [, protocol, index] = match ?? [];
  if (protocol !== 'http' && protocol !== 'tls' && protocol !== 'tcp') return null;
  return { protocol, index: Number(index) };
}

function portOf({ node, row }: LineEnd): number | null {
  const { kind } = node.node;
  if (kind !== 'Service' && kind !== 'ServiceEntry') return null;
  const found = nodeRows(node.node).find(({ id }) => id === row);
  if (found?.kind !== 'port') return null;
  return 'number' in found.port ? found.port.number : found.port.port;
}
