import { type EditCommand, nodeRows } from '@portolan/model';
import type { SceneNode } from './scene.ts';

/** One end of a line: a node, and the row of it that was meant, if any. */
export interface LineEnd {
  readonly node: SceneNode;
  readonly row: string | null;
}

type ConnectCommand = Extract<EditCommand, { kind: 'connect' }>;

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

function routeOf({ node, row }: LineEnd): ConnectCommand['route'] | null {
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
