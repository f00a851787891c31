import type { CodeEntry } from './catalogue.ts';
import { ISTIO_CLUSTER_CODES } from './istio-cluster-codes.ts';
import { ISTIO_PROXY_CODES } from './istio-proxy-codes.ts';
import { ISTIO_ROUTE_CODES } from './istio-route-codes.ts';

/** Codes of `istioctl analyze`, but those of its validation. */
export const ISTIO_CODES = {
  ...ISTIO_ROUTE_CODES,
  ...ISTIO_CLUSTER_CODES,
  ...ISTIO_PROXY_CODES,
} as const satisfies Readonly<Record<string, CodeEntry>>;
