import type { Field } from '../../schema/field.ts';
import type { FieldFormat } from '../../schema/field-format.ts';

const EXAMPLES: Readonly<Partial<Record<FieldFormat, string>>> = {
  duration: '5s',
  'duration-or-zero': '0s',
  seconds: '86400s',
  protocol: 'HTTP',
  'entry-protocol': 'HTTPS',
  'route-host': 'shop.example.com',
  'rule-host': 'reviews.prod.svc.cluster.local',
  'destination-host': 'reviews.prod.svc.cluster.local',
  'plain-host': 'api.example.com',
  'server-host': '*.example.com',
  'egress-host': 'prod/reviews.prod.svc.cluster.local',
  address: '192.0.2.10',
  cidr: '10.1.0.0/16',
  regex: '.*[.](png|jpg)',
  'regex-or-star': '*',
  'http-method': 'GET',
  'header-name': 'x-user-id',
  'retry-conditions': '5xx,connect-failure',
  'label-value': 'v1',
  'istio-label': 'v1',
  'resource-name': 'shop',
  'credential-name': 'shop-cert',
  'port-name': 'http-web',
  'gateway-name': 'istio-system/public',
  namespace: 'prod',
  'export-namespace': '.',
  locality: 'us-west/zone1',
  'url-path': '/cart',
  port: '8080',
  percentage: '10',
  'fault-percentage': '0.1',
  weight: '90',
  share: '50',
  count: '3',
  'http-status': '503',
  'redirect-status': '301',
  'port-or-name': '8080',
  quantity: '500m',
};

/** A value that the field could have; null where nothing says what it looks like, or its values are listed. */
export function exampleOf({ format, values }: Field): string | null {
  return format === null || values.length > 0 ? null : (EXAMPLES[format] ?? null);
}
