import type { CredentialState, GatewayNode, GatewayServerState } from '../../graph/topology.ts';
import { cappedRows, ROW_CAPS } from './capped-rows.ts';
import type { CredentialRow, NodeRow, ServerRow } from './node-row.ts';
import { contentWidth, linesHeight, ROW_METRICS } from './row-metrics.ts';
import { textWidth } from './text-size.ts';

const LOCK_WIDTH = 16;
/** No more of a list of hosts than this is measured. */
const LONGEST_HOSTS = 200;

/** The servers of a Gateway, each with the Secret that it names. */
export function gatewayRows(node: GatewayNode): readonly NodeRow[] {
  return cappedRows(node.servers, ROW_CAPS.servers, serverRows, {
    id: 'server-more',
    what: 'servers',
    like: { takesLines: true, givesLines: true },
  });
}

function serverRows(server: GatewayServerState): readonly NodeRow[] {
  const row = serverRow(server);
  return server.credential === null ? [row] : [row, credentialRow(server, server.credential)];
}

function serverRow(server: GatewayServerState): ServerRow {
  const redirectsToHttps = server.tls?.httpsRedirect === true;
  const parts = {
    label: server.port === null ? 'no port' : String(server.port),
    protocol: server.protocol,
    tlsMode: tlsModeOf(server),
    redirectsToHttps,
    hosts: server.hosts.length === 0 ? 'no hosts' : server.hosts.join(', '),
  };
  const hostsBelow = firstLineWidth(parts) > contentWidth('Gateway');
  return {
    kind: 'server',
    id: `server-${server.index}`,
    height: linesHeight(hostsBelow ? 2 : 1),
    takesLines: true,
    givesLines: true,
    server,
    ...parts,
    hostsBelow,
  };
}

/** A `tls` block that only redirects does no TLS, though protobuf's zero value reads PASSTHROUGH. */
function tlsModeOf({ tls }: GatewayServerState): string | null {
  if (tls === null || (tls.httpsRedirect && !tls.modeIsWritten)) return null;
  return tls.mode;
}

type ServerParts = Pick<ServerRow, 'label' | 'protocol' | 'tlsMode' | 'redirectsToHttps' | 'hosts'>;

function firstLineWidth(parts: ServerParts): number {
  const { gap, chipPadding } = ROW_METRICS;
  let width = textWidth(parts.label, true) + gap + textWidth(parts.protocol) + gap;
  if (parts.tlsMode !== null) width += LOCK_WIDTH + textWidth(parts.tlsMode) + gap;
  if (parts.redirectsToHttps) width += textWidth('to HTTPS') + chipPadding + gap;
  return width + textWidth(parts.hosts.slice(0, LONGEST_HOSTS), true);
}

function credentialRow(server: GatewayServerState, credential: CredentialState): CredentialRow {
  const found = credential.status === 'found';
  return {
    kind: 'credential',
    id: `server-${server.index}-credential`,
    height: ROW_METRICS.rowHeight,
    takesLines: false,
    givesLines: false,
    server: server.index,
    credential,
    label: `Secret ${credential.name}${found ? '' : ': not in this YAML'}`,
  };
}
