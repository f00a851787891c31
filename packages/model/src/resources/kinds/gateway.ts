import type { Labels } from '../resource.ts';
import {
  fieldOf,
  findLabels,
  findRecord,
  integerField,
  readItems,
  recordField,
  textField,
  textsField,
  type ValueRecord,
} from '../tolerant-value.ts';

/** A `networking.istio.io` Gateway. */
export interface Gateway {
  readonly type: 'Gateway';
  /** null where it is absent: then it applies to every gateway workload of the mesh. */
  readonly selector: Labels | null;
  readonly servers: readonly GatewayServer[];
}

/** One entry of `spec.servers`; `index` is its place there. */
export interface GatewayServer {
  readonly index: number;
  /** null where it is absent or no integer. */
  readonly port: number | null;
  readonly portName: string;
  /** As written, such as `HTTP` or `https`; empty where it is absent. */
  readonly protocol: string;
  /** As written, such as `*`, `shop.example.com`, `ns/host`. */
  readonly hosts: readonly string[];
  /** null where there is no `tls` block; a block without mode is PASSTHROUGH (protobuf's zero value). */
  readonly tls: GatewayTls | null;
}

/** What a server says about TLS; the mode is the one that counts where none is written. */
export interface GatewayTls {
  readonly mode: string;
  readonly modeIsWritten: boolean;
  readonly credentialName: string | null;
  readonly httpsRedirect: boolean;
}

/** Reads a Gateway manifest; what has the wrong type is left out. */
export function readGateway(manifest: ValueRecord): Gateway {
  const spec = recordField(manifest, 'spec');
  return {
    type: 'Gateway',
    selector: findLabels(spec, 'selector'),
    servers: readItems(spec, 'servers', readServer),
  };
}

function readServer(server: ValueRecord, index: number): GatewayServer {
  const port = recordField(server, 'port');
  const tls = findRecord(server, 'tls');
  return {
    index,
    port: integerField(port, 'number'),
    portName: textField(port, 'name') ?? '',
    protocol: textField(port, 'protocol') ?? '',
    hosts: textsField(server, 'hosts'),
    tls: tls === null ? null : readTls(tls),
  };
}

function readTls(tls: ValueRecord): GatewayTls {
  const mode = textField(tls, 'mode');
  return {
    mode: mode ?? 'PASSTHROUGH',
    modeIsWritten: mode !== null,
    credentialName: textField(tls, 'credentialName'),
    httpsRedirect: fieldOf(tls, 'httpsRedirect') === true,
  };
}
