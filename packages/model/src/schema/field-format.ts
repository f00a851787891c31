/** What a text has to look like. */
export type TextFormat =
  /** `5s`, `500ms`, `1h30m`; at least a millisecond. */
  | 'duration'
  | 'duration-or-zero'
  /** A duration of whole seconds. */
  | 'seconds'
  | 'protocol'
  /** Of a ServiceEntry, where it may be empty. */
  | 'entry-protocol'
  /** A host that a VirtualService is for; a wildcard, `*` and IP addresses are fine. */
  | 'route-host'
  /** A host that a DestinationRule is for: no IP address. */
  | 'rule-host'
  /** A host that traffic goes to: no `*` and no IP address. */
  | 'destination-host'
  /** A host without wildcard, or an IP address. */
  | 'plain-host'
  /** A host with or without `namespace/` in front. */
  | 'server-host'
  /** `namespace/host`. */
  | 'egress-host'
  /** Of an endpoint: an IP address, a host or a Unix socket. */
  | 'address'
  /** An IP address, or a range of them. */
  | 'cidr'
  /** RE2. */
  | 'regex'
  /** RE2, or `*` for everything. */
  | 'regex-or-star'
  | 'http-method'
  | 'header-name'
  | 'retry-conditions'
  | 'label-value'
  /** A name without dots in Kubernetes. */
  | 'dns-label'
  /** A name without dots in Istio: upper case is fine. */
  | 'istio-label'
  | 'resource-name'
  | 'service-name'
  /** Of a Secret with a certificate; a namespace and where it comes from may stand in front. */
  | 'credential-name'
  | 'port-name'
  | 'gateway-name'
  | 'namespace'
  | 'export-namespace'
  | 'locality'
  | 'web-address'
  | 'url-path'
  | 'base64'
  /** What must never be shown; in `secret-base64` it is encoded. */
  | 'secret-text'
  | 'secret-base64';

/** What a number has to be. */
export type NumberFormat =
  | 'port'
  | 'percentage'
  | 'fault-percentage'
  /** A share that need not add up to anything. */
  | 'weight'
  /** A share in percent, at least 1. */
  | 'share'
  | 'count'
  | 'http-status'
  | 'redirect-status';

/** What a text or a number may both be. */
export type SharedFormat =
  /** The number of a port, or its name. */
  | 'port-or-name'
  /** An amount of a resource, such as `500m` or `128Mi`. */
  | 'quantity';

/** What a value has to look like beyond its type; of a map of `labels` the keys and values do, each. */
export type FieldFormat = TextFormat | NumberFormat | SharedFormat | 'labels';

/** What the keys of a map have to look like. */
export type KeyFormat =
  | 'label-key'
  | 'header-name'
  /** A header, or a claim of a token such as `@request.auth.claims.group`. */
  | 'matched-header'
  /** Of a Secret or ConfigMap. */
  | 'data-key'
  | 'istio-label'
  | 'locality';
