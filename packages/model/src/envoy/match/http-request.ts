import type { Labels } from '../../resources/resource.ts';

/** A request as it arrives at a proxy. */
export interface HttpRequest {
  /** Begins with a slash; without the query. */
  readonly path: string;
  /** The first value of each parameter. */
  readonly query: Readonly<Record<string, string>>;
  readonly scheme: string;
  readonly method: string;
  /** The host as the client sends it, with its port. */
  readonly authority: string;
  /** Names in lower case; several values of one are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly entry: RequestEntry;
}

/** Where a request comes in. */
export interface RequestEntry {
  /** `namespace/name`, or `mesh`. */
  readonly gateway: string;
  /** The number of the Gateway's server; in the mesh the Service's port. */
  readonly port: number;
  /** Of the pod that sends: at a Gateway, the gateway's own. */
  readonly sourceLabels: Labels;
  readonly sourceNamespace: string;
}
