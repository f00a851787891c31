/** How a client speaks to the gateway. `tls`: TLS with anything but HTTP inside. */
export type TraceProtocol = 'http' | 'http2' | 'https' | 'tls' | 'tcp';

/** A request to trace. */
export interface TraceRequest {
  readonly protocol: TraceProtocol;
  /**
   * Where it comes in, as `namespace/name`: a Gateway, a Service in front of one, or a gateway
   * workload. null: where a Gateway has the host, else the first that there is.
   */
  readonly gateway: string | null;
  /** The port of the load balancer. */
  readonly port: number;
  /** The pods' port, to come in past the load balancer; null: through it. */
  readonly podPort: number | null;
  readonly method: string;
  /** The Host header as it is sent, with its port; empty for what is not HTTP. */
  readonly host: string;
  /** Begins with a slash; without the query. */
  readonly path: string;
  /** What follows `?`, as it is sent; null: there is none. */
  readonly query: string | null;
  /** By their names in small letters; several values of one are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The server name that TLS is begun with; null: none. */
  readonly sni: string | null;
  /** Whether the client shows a certificate that the gateway trusts. */
  readonly clientCertificate: boolean;
}
