import type { VirtualServiceNode } from '../../graph/topology.ts';
import type {
  HttpRoute,
  L4Route,
  RouteDestination,
  RouteMirror,
} from '../../resources/kinds/virtual-service.ts';
import { cappedRows, ROW_CAPS } from './capped-rows.ts';
import type { MatchProtocol } from './describe-match.ts';
import { hostLines } from './host-lines.ts';
import type { DestinationRow, HostsRow, MirrorRow, NodeRow } from './node-row.ts';
import { routeRow } from './route-row.ts';
import { linesHeight, ROW_METRICS } from './row-metrics.ts';

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
  const lines = hostLines(node.hosts);
  const words = node.isDelegate ? 'for other VirtualServices' : 'no hosts';
  return {
    kind: 'hosts',
    id: 'hosts',
    height: linesHeight(lines.length),
    takesLines: true,
    givesLines: false,
    hosts: node.hosts,
    lines: lines.length > 0 ? lines : [words],
    inWords: lines.length === 0,
    meshOnly: !node.isDelegate && node.gateways === null,
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
  const { index, host, subset, port, share } = destination;
  return {
    kind: 'destination',
    id: `${protocol}-${route}-${index}`,
    height: ROW_METRICS.rowHeight,
    takesLines: false,
    givesLines: true,
    protocol,
    route,
    destination: index,
    host,
    subset,
    port,
    share: isOnly && share === 1 ? null : percent(share * 100),
  };
}

function mirrorRow(route: number, mirror: RouteMirror): MirrorRow {
  const { index, host, subset, port, percentage } = mirror;
  return {
    kind: 'mirror',
    id: index < 0 ? `http-${route}-mirror` : `http-${route}-mirror-${index}`,
    height: ROW_METRICS.rowHeight,
    takesLines: false,
    givesLines: true,
    route,
    mirror: index,
    host,
    subset,
    port,
    share: `copy of ${percent(percentage)}`,
  };
}

/** At most one decimal: "33.3 %"; what is less but not nothing is "< 0.1 %". */
function percent(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 && value > 0 ? '< 0.1 %' : `${rounded} %`;
}
