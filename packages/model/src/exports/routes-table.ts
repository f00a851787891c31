import type { TopologyNode, VirtualServiceNode } from '../graph/topology.ts';
import { describeActions } from '../layout/rows/describe-action.ts';
import {
  describeMatch,
  describeNoMatch,
  type MatchProtocol,
  type Phrase,
} from '../layout/rows/describe-match.ts';
import type { HttpRoute, L4Route, RouteDestination } from '../resources/kinds/virtual-service.ts';
import type { Snapshot } from '../snapshot.ts';

const HEAD = ['VirtualService', 'Hosts', 'Gateways', '#', 'Matches', 'Goes to', 'Share'];

/** All routes as a Markdown table, in the order in which they are evaluated; literal text is set as code. */
export function drawRoutesTable({ topology }: Snapshot): string {
  const rows = topology.nodes.filter(isVirtualService).flatMap(rowsOf);
  return [HEAD, HEAD.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

function isVirtualService(node: TopologyNode): node is VirtualServiceNode {
  return node.kind === 'VirtualService' && node.status === 'present';
}

function rowsOf(node: VirtualServiceNode): readonly (readonly string[])[] {
  const name = `${escaped(node.namespace)}/${escaped(node.name)}`;
  const hosts = node.hosts.map(code).join(' ') || 'as delegated';
  const gateways = node.gateways?.map(code).join(' ') ?? (node.isDelegate ? '' : code('mesh'));
  return (['http', 'tls', 'tcp'] as const).flatMap((protocol) =>
    node[protocol].map((route) => [
      ...[name, hosts, gateways, `${protocol} ${route.index + 1}`, matchText(route, protocol)],
      ...targetsOf(route),
    ]),
  );
}

function matchText({ matches }: HttpRoute | L4Route, protocol: MatchProtocol): string {
  if (matches.length === 0) {
    return markdown(describeNoMatch(protocol));
  }
  return matches.map((block) => markdown(describeMatch(block, protocol))).join(' or ');
}

function targetsOf(route: HttpRoute | L4Route): readonly [string, string] {
  const actions = 'redirect' in route ? describeActions(route).map(markdown) : [];
  const targets = [...route.destinations.map(targetText), ...actions];
  const shares = route.destinations.map(({ share }) => `${Math.round(share * 1000) / 10} %`);
  return [targets.join('<br>'), shares.length > 1 ? shares.join('<br>') : ''];
}

function targetText({ host, subset, port }: RouteDestination): string {
  const place = code(port === null ? host : `${host}:${port}`);
  return subset === null ? place : `${place} subset ${code(subset)}`;
}

function markdown(phrases: readonly Phrase[]): string {
  return phrases.map(({ text, literal }) => (literal ? code(text) : escaped(text))).join('');
}

/** A code span: fenced with more backticks than it holds; a pipe would end the cell. */
function code(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = oneLine.startsWith('`') || oneLine.endsWith('`') ? ' ' : '';
  return oneLine === '' ? '' : `${fence}${pad}${oneLine}${pad}${fence}`;
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#]/g, (sign) => `\\${sign}`);
}
