import type { CredentialState, GatewayNode, GatewayServerState } from '../../graph/topology.ts';
import { cappedRows, ROW_CAPS } from './capped-rows.ts';
import { hostLines } from './host-lines.ts';
import type { CredentialRow, NodeRow, ServerRow } from './node-row.ts';
import { contentWidth, linesHeight, ROW_METRICS } from './row-metrics.ts';
import { textWidth } from './text-size.ts';

const LOCK_WIDTH = 16;
const KEY_WIDTH = 17;
/** No more of a name than this is measured. */
const LONGEST_HOST = 200;

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
  const parts = {
    label: server.port === null ? 'no port' : String(server.port),
    protocol: server.protocol,
    tlsMode: tlsModeOf(server),
    redirectsToHttps: server.tls?.httpsRedirect === true,
  };
  const { hosts } = server;
  const lines = hostLines(hosts, contentWidth('Gateway'), 'no hosts');
  const [first = null] = lines;
  const isBeside =
    first !== null && lines.length === 1 && fitsBeside(parts, hosts[0] ?? first.text);
  return {
    kind: 'server',
    id: `server-${server.index}`,
    height: linesHeight(isBeside ? 1 : 1 + lines.length),
    takesLines: true,
    givesLines: true,
    server,
    ...parts,
    hosts,
    hostBeside: isBeside ? first : null,
    hostLines: isBeside ? [] : lines,
  };
}

/** A `tls` block that only redirects does no TLS, though protobuf's zero value reads PASSTHROUGH. */
function tlsModeOf({ tls }: GatewayServerState): string | null {
  if (tls === null || (tls.httpsRedirect && !tls.modeIsWritten)) return null;
  return tls.mode;
}

type ServerParts = Pick<ServerRow, 'label' | 'protocol' | 'tlsMode' | 'redirectsToHttps'>;

function fitsBeside(parts: ServerParts, host: string): boolean {
  const { gap, chipPadding } = ROW_METRICS;
  let width = textWidth(parts.label, true) + gap + textWidth(parts.protocol) + gap;
  if (parts.tlsMode !== null) width += LOCK_WIDTH + textWidth(parts.tlsMode) + gap;
  if (parts.redirectsToHttps) width += textWidth('to HTTPS') + chipPadding + gap;
  return width + textWidth(host.slice(0, LONGEST_HOST), true) <= contentWidth('Gateway');
}

const NOT_HERE = 'not in this YAML';

function credentialRow(server: GatewayServerState, credential: CredentialState): CredentialRow {
  const label = `Secret ${credential.name}`;
  const state = credential.status === 'found' ? null : NOT_HERE;
  const { chipPadding } = ROW_METRICS;
  const width = KEY_WIDTH + textWidth(`${label.slice(0, LONGEST_HOST)}: ${state}`) + chipPadding;
  const stateBelow = state !== null && width > contentWidth('Gateway');
  return {
    kind: 'credential',
    id: `server-${server.index}-credential`,
    height: linesHeight(stateBelow ? 2 : 1),
    takesLines: false,
    givesLines: false,
    server: server.index,
    credential,
    label,
    state,
    stateBelow,
  };
}
