import type { VirtualServiceNode } from '../../graph/topology.ts';
import type {
  HttpRoute,
  L4Route,
  RouteDestination,
  RouteMirror,
} from '../../resources/kinds/virtual-service.ts';
import { cappedRows, ROW_CAPS } from './capped-rows.ts';
import type { MatchProtocol } from './describe-match.ts';
import { destinationHost, destinationLines } from './destination-host.ts';
import { hostLines } from './host-lines.ts';
import type { DestinationRow, HostsRow, MirrorRow, NodeRow } from './node-row.ts';
import { routeRow } from './route-row.ts';
import { contentWidth, linesHeight, ROW_METRICS } from './row-metrics.ts';
import { textWidth } from './text-size.ts';

const MESH_ONLY_WIDTH = ROW_METRICS.gap + textWidth('mesh only') + ROW_METRICS.chipPadding;
/** What marks a mirror, left of its host. */
const MIRROR_WIDTH = 13 + ROW_METRICS.gap;

/** Hosts of a VirtualService, then its routes in the order in which they are tried. */
export function virtualServiceRows(node: VirtualServiceNode): readonly NodeRow[] {
  const hosts = node.status === 'missing' ? [] : [hostsRow(node)];
  return [
    ...hosts,
    ...routeRows('http', node.http),
    ...routeRows('tls', node.tls),
    ...routeRows('tcp', node.tcp),
  ];
}

function hostsRow(node: VirtualServiceNode): HostsRow {
  const meshOnly = !node.isDelegate && node.gateways === null;
  const width = contentWidth('VirtualService');
  const lines = hostLines(
    node.hosts,
    width,
    node.isDelegate ? 'for other VirtualServices' : 'no hosts',
  );
  const longest = Math.max(...lines.map(({ text, literal }) => textWidth(text, literal)));
  const meshOnlyBelow = meshOnly && longest + MESH_ONLY_WIDTH > width;
  return {
    kind: 'hosts',
    id: 'hosts',
    height: linesHeight(lines.length + (meshOnlyBelow ? 1 : 0)),
    takesLines: true,
    givesLines: false,
    hosts: node.hosts,
    lines,
    meshOnly,
    meshOnlyBelow,
  };
}

function routeRows(
  protocol: MatchProtocol,
  routes: readonly (HttpRoute | L4Route)[],
): readonly NodeRow[] {
  return cappedRows(routes, ROW_CAPS.routes, (route) => rowsOfRoute(protocol, route), {
    id: `${protocol}-more`,
    what: protocol === 'http' ? 'routes' : `${protocol} routes`,
    like: { takesLines: false, givesLines: true },
  });
}

function rowsOfRoute(protocol: MatchProtocol, route: HttpRoute | L4Route): readonly NodeRow[] {
  const id = `${protocol}-${route.index}`;
  const { destinations } = route;
  const rows: NodeRow[] = [routeRow(protocol, route)];
  if (destinations.length > 1) {
    rows.push({
      kind: 'split',
      id: `${id}-split`,
      height: ROW_METRICS.splitHeight,
      takesLines: false,
      givesLines: false,
      shares: destinations.map((destination) => destination.share),
    });
  }
  const isOnly = destinations.length === 1;
  const mirrors = 'mirrors' in route ? route.mirrors : [];
  return [
    ...rows,
    ...cappedRows(
      destinations,
      ROW_CAPS.destinations,
      (destination) => [destinationRow(protocol, route.index, destination, isOnly)],
      {
        id: `${id}-more`,
        what: 'destinations',
        like: { takesLines: false, givesLines: true },
      },
    ),
    ...cappedRows(mirrors, ROW_CAPS.destinations, (mirror) => [mirrorRow(route.index, mirror)], {
      id: `${id}-mirror-more`,
      what: 'mirrors',
      like: { takesLines: false, givesLines: true },
    }),
  ];
}

function destinationRow(
  protocol: MatchProtocol,
  route: number,
  destination: RouteDestination,
  isOnly: boolean,
): DestinationRow {
  const { index } = destination;
  const share = isOnly && destination.share === 1 ? null : percent(destination.share * 100);
  const host = destinationHost(destination, share);
  return {
    kind: 'destination',
    id: `${protocol}-${route}-${index}`,
    height: linesHeight(destinationLines(host)),
    takesLines: false,
    givesLines: true,
    protocol,
    route,
    destination: index,
    ...host,
    share,
  };
}

function mirrorRow(route: number, mirror: RouteMirror): MirrorRow {
  const { index } = mirror;
  const share = mirror.percentage === 100 ? 'copy' : `copy of ${percent(mirror.percentage)}`;
  const host = destinationHost(mirror, share, MIRROR_WIDTH);
  return {
    kind: 'mirror',
    id: index < 0 ? `http-${route}-mirror` : `http-${route}-mirror-${index}`,
    height: linesHeight(destinationLines(host)),
    takesLines: false,
    givesLines: true,
    route,
    mirror: index,
    ...host,
    share,
  };
}

/** At most one decimal: "33.3 %"; what is less but not nothing is "< 0.1 %". */
function percent(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 && value > 0 ? '< 0.1 %' : `${rounded} %`;
}
