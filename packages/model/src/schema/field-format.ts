/**
 * What a text or number has to look like beyond its type.
 *
 * `host` may begin with `*`; `server-host` may have `namespace/` before it; `labels` is a map of
 * labels; `weight` is a share; `secret-text` must never be shown.
 */
export type FieldFormat =
  | 'duration'
  | 'percentage'
  | 'weight'
  | 'port'
  | 'port-name'
  | 'protocol'
  | 'http-status'
  | 'redirect-status'
  | 'host'
  | 'server-host'
  | 'address'
  | 'cidr'
  | 'regex'
  | 'http-method'
  | 'header-name'
  | 'retry-conditions'
  | 'quantity'
  | 'labels'
  | 'label-value'
  | 'dns-label'
  | 'resource-name'
  | 'gateway-name'
  | 'namespace'
  | 'export-namespace'
  | 'locality'
  | 'url'
  | 'url-path'
  | 'base64'
  | 'date-time'
  | 'secret-text';
