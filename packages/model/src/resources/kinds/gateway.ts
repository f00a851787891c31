import type { Labels } from '../resource.ts';

/** A `networking.istio.io` Gateway. */
export interface Gateway {
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

export interface GatewayTls {
  readonly mode: string;
  readonly modeIsWritten: boolean;
  readonly credentialName: string | null;
  readonly httpsRedirect: boolean;
}
