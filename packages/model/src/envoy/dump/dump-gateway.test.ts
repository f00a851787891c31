import { expect, test } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import { gatewayConfigs } from '../../snapshot-envoy.ts';
import type { GatewayConfig } from '../gateway-config.ts';
import { dumpGateway } from './dump-gateway.ts';
import type { JsonObject } from './json-value.ts';

const SHOP = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      tls: {mode: SIMPLE, credentialName: shop-cert}
      hosts: [shop.example.com]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts: [shop.example.com]
  gateways: [shop]
  http:
    - match:
        - uri: {prefix: /cart}
          method: {exact: GET}
          headers: {x-tester: {regex: 'y.s'}}
          withoutHeaders: {x-bot: {}}
      rewrite: {uri: /}
      timeout: 5s
      retries: {attempts: 0}
      headers: {request: {set: {x-from: gateway}, remove: [cookie]}}
      route:
        - destination: {host: cart, port: {number: 80}, subset: v1}
          weight: 90
        - destination: {host: cart, port: {number: 80}, subset: v2}
          weight: 10
    - match: [{uri: {exact: /old}}]
      redirect: {uri: /new, redirectCode: 302}
    - fault: {abort: {httpStatus: 503, percentage: {value: 12.5}}}
      directResponse: {status: 204}
`;

function configOf(text: string): GatewayConfig {
  const [config] = gatewayConfigs(buildSnapshot(text));
  if (config === undefined) throw new Error('There is no gateway');
  return config;
}

function dumpOf(text: string): readonly JsonObject[] {
  const { configs } = dumpGateway(configOf(text));
  return configs as readonly JsonObject[];
}

test('a listener has its address, its server names, its secret and the name of its routes', () => {
  const [listeners] = dumpOf(SHOP);
  expect(listeners).toMatchObject({
    '@type': 'type.googleapis.com/envoy.admin.v3.ListenersConfigDump',
    dynamic_listeners: [
      {
        name: '0.0.0.0_8443',
        active_state: {
          listener: {
            address: { socket_address: { address: '0.0.0.0', port_value: 8443 } },
            filter_chains: [
              {
                filter_chain_match: { server_names: ['shop.example.com'] },
                filters: [
                  { typed_config: { rds: { route_config_name: 'https.443.https.shop.default' } } },
                ],
                transport_socket: {
                  typed_config: {
                    common_tls_context: {
                      tls_certificate_sds_secret_configs: [{ name: 'kubernetes://shop-cert' }],
                    },
                    require_client_certificate: false,
                  },
                },
              },
            ],
          },
        },
      },
    ],
  });
});

test('a route has its conditions, weights, rewrite, timeout and headers in Envoy’s words', () => {
  const [, , routes] = dumpOf(SHOP);
  expect(routes).toMatchObject({
    dynamic_route_configs: [
      {
        route_config: {
          name: 'https.443.https.shop.default',
          virtual_hosts: [
            {
              name: 'shop.example.com:443',
              routes: [
                {
                  match: {
                    prefix: '/cart',
                    headers: [
                      { name: ':method', string_match: { exact: 'GET' } },
                      { name: 'x-tester', string_match: { safe_regex: { regex: 'y.s' } } },
                      { name: 'x-bot', present_match: true, invert_match: true },
                    ],
                  },
                  route: {
                    weighted_clusters: {
                      clusters: [
                        { name: 'outbound|80|v1|cart.default.svc.cluster.local', weight: 90 },
                        { name: 'outbound|80|v2|cart.default.svc.cluster.local', weight: 10 },
                      ],
                    },
                    prefix_rewrite: '/',
                    timeout: '5s',
                  },
                  request_headers_to_add: [{ header: { key: 'x-from', value: 'gateway' } }],
                  request_headers_to_remove: ['cookie'],
                },
                {
                  match: { path: '/old' },
                  redirect: { path_redirect: '/new', response_code: 'FOUND' },
                },
                {
                  match: { prefix: '/' },
                  direct_response: { status: 204 },
                  typed_per_filter_config: {
                    'envoy.filters.http.fault': {
                      abort: {
                        http_status: 503,
                        percentage: { numerator: 125_000, denominator: 'MILLION' },
                      },
                    },
                  },
                },
              ],
            },
          ],
        },
      },
    ],
  });
});

test('each cluster that a route names stands once, and no retries means none', () => {
  const [, clusters, routes] = dumpOf(SHOP);
  expect(clusters).toMatchObject({
    dynamic_active_clusters: [
      { cluster: { name: 'outbound|80|v1|cart.default.svc.cluster.local', type: 'EDS' } },
      { cluster: { name: 'outbound|80|v2|cart.default.svc.cluster.local', type: 'EDS' } },
    ],
  });
  expect(JSON.stringify(routes)).not.toContain('retry_policy');
});

test('what is passed through goes to a TCP proxy, by the server names of the route', () => {
  const [listeners] = dumpOf(
    SHOP.replace(
      'tls: {mode: SIMPLE, credentialName: shop-cert}',
      'tls: {mode: PASSTHROUGH}',
    ).replace(
      /http:[\s\S]*/,
      'tls:\n    - match: [{sniHosts: [shop.example.com]}]\n      route: [{destination: {host: cart, port: {number: 443}}}]\n',
    ),
  );
  expect(listeners).toMatchObject({
    dynamic_listeners: [
      {
        active_state: {
          listener: {
            filter_chains: [
              {
                filter_chain_match: { server_names: ['shop.example.com'] },
                filters: [
                  {
                    name: 'envoy.filters.network.tcp_proxy',
                    typed_config: { cluster: 'outbound|443||cart.default.svc.cluster.local' },
                  },
                ],
              },
            ],
          },
        },
      },
    ],
  });
});
