import { expect, test } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import { gatewayConfigs } from '../../snapshot-envoy.ts';
import type { GatewayConfig } from '../gateway-config.ts';
import { dumpBeginning, dumpGateway } from './dump-gateway.ts';
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
                      { name: 'x-bot', present_match: true, invert_match: true },
                      { name: 'x-tester', string_match: { safe_regex: { regex: 'y.s' } } },
                      { name: ':method', string_match: { exact: 'GET' } },
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
  const there = `---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec: {host: cart, subsets: [{name: v1}, {name: v2}]}
`;
  const [, clusters, routes] = dumpOf(SHOP + there);
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

/** What is dumped for a listener and its only chain, as far as these tests look. */
interface Listeners {
  readonly dynamic_listeners: readonly {
    readonly active_state: {
      readonly listener: {
        readonly filter_chains: readonly { readonly transport_socket: unknown }[];
      };
    };
  }[];
}

/** What is dumped for routes, as far as these tests look. */
interface Routes {
  readonly dynamic_route_configs: readonly {
    readonly route_config: {
      readonly virtual_hosts: readonly { readonly routes: readonly unknown[] }[];
    };
  }[];
}

/** The first route, of a VirtualService with this http route. */
function routeOf(http: string): unknown {
  const [, , routes] = dumpOf(`${SHOP.slice(0, SHOP.indexOf('  http:'))}  http:\n    - ${http}\n`);
  const { dynamic_route_configs: configs } = routes as unknown as Routes;
  return configs[0]?.route_config.virtual_hosts[0]?.routes[0];
}

/** How the only chain ends TLS, of a server with these settings. */
function socketOf(tls: string): unknown {
  const [listeners] = dumpOf(SHOP.replace('{mode: SIMPLE, credentialName: shop-cert}', tls));
  const { dynamic_listeners: all } = listeners as unknown as Listeners;
  return all[0]?.active_state.listener.filter_chains[0]?.transport_socket;
}

test('V46 weights are as they are written, and one destination alone has none', () => {
  const two = '{destination: {host: a}, weight: 3}, {destination: {host: b}, weight: 5}';
  expect(routeOf(`route: [${two}, {destination: {host: c}}]`)).toMatchObject({
    route: {
      weighted_clusters: {
        clusters: [
          { name: 'outbound|443||a.default.svc.cluster.local', weight: 3 },
          { name: 'outbound|443||b.default.svc.cluster.local', weight: 5 },
        ],
      },
    },
  });
  expect(routeOf('route: [{destination: {host: a}, weight: 3}]')).toMatchObject({
    route: { cluster: 'outbound|443||a.default.svc.cluster.local' },
  });
});

test('V46 retries, timeouts and mirrors have the forms of protobuf (ConvertPolicy, MirrorPercent)', () => {
  const to = 'route: [{destination: {host: a}}]';
  const retries = 'retries: {attempts: 2, perTryTimeout: 250ms, retryOn: "503, reset"}';
  expect(routeOf(`{${to}, timeout: 1.5s, ${retries}}`)).toMatchObject({
    route: {
      timeout: '1.500s',
      max_grpc_timeout: '1.500s',
      retry_policy: {
        retry_on: 'reset,retriable-status-codes',
        retriable_status_codes: [503],
        num_retries: 2,
        per_try_timeout: '0.250s',
        retry_host_predicate: [{ name: 'envoy.retry_host_predicates.previous_hosts' }],
        host_selection_retry_max_attempts: '5',
      },
    },
  });
  const mirrors =
    'mirrors: [{destination: {host: b}, percentage: {value: 12.5}}, {destination: {host: c}}]';
  expect(routeOf(`{${to}, ${mirrors}}`)).toMatchObject({
    route: {
      request_mirror_policies: [
        { runtime_fraction: { default_value: { numerator: 125_000, denominator: 'MILLION' } } },
        { runtime_fraction: { default_value: { numerator: 100 } } },
      ],
    },
  });
});

test('V46 claims of a token are metadata, and headers are in the order of their names (TranslateRouteMatch)', () => {
  const text = { string_match: { exact: 'admin' } };
  const match = '"@request.auth.claims[role]": {exact: admin}, x-b: {regex: "*"}';
  const block = `{headers: {${match}}, withoutHeaders: {X-A: {exact: a}}}`;
  expect(routeOf(`{match: [${block}], redirect: {uri: /}}`)).toMatchObject({
    match: {
      prefix: '/',
      case_sensitive: true,
      headers: [
        {
          name: 'X-A',
          string_match: { exact: 'a' },
          invert_match: true,
          treat_missing_header_as_empty: true,
        },
        { name: 'x-b', present_match: true },
      ],
      dynamic_metadata: [
        {
          filter: 'envoy.filters.http.jwt_authn',
          path: [{ key: 'payload' }, { key: 'role' }],
          value: { or_match: { value_matchers: [{ list_match: { one_of: text } }, text] } },
        },
      ],
    },
  });
});

test('V46 a redirect leaves out the usual code and the usual port (ApplyRedirect)', () => {
  expect(routeOf('redirect: {authority: b.example.com, port: 443}')).toMatchObject({
    redirect: { host_redirect: 'b.example.com', path_redirect: '' },
  });
  const other = routeOf('redirect: {uri: /x, scheme: http, derivePort: FROM_REQUEST_PORT}');
  expect(other).toMatchObject({
    redirect: { path_redirect: '/x', scheme_redirect: 'http', port_redirect: 443 },
  });
  expect(JSON.stringify(other)).not.toContain('response_code');
});

test('V46 faults and CORS are for the filters before the router (TranslateFault, TranslateCORSPolicy)', () => {
  const abort = 'abort: {grpcStatus: UNAVAILABLE, percentage: {value: 0.1}}';
  const fault = `fault: {delay: {fixedDelay: 2s, percent: 5}, ${abort}}`;
  const cors = 'corsPolicy: {allowOrigins: [{regex: ".*"}], allowMethods: [GET, POST], maxAge: 1h}';
  expect(routeOf(`{${fault}, ${cors}, route: [{destination: {host: a}}]}`)).toMatchObject({
    typed_per_filter_config: {
      'envoy.filters.http.fault': {
        delay: { fixed_delay: '2s', percentage: { numerator: 5 } },
        abort: { grpc_status: 14, percentage: { numerator: 1000, denominator: 'MILLION' } },
      },
      'envoy.filters.http.cors': {
        allow_origin_string_match: [{ safe_regex: { regex: '.*' } }],
        allow_methods: 'GET,POST',
        max_age: '3600',
        filter_enabled: { default_value: { numerator: 100 } },
        forward_not_matching_preflights: true,
      },
    },
  });
});

test('V46 certificates come from files, from Secrets or from the mesh (BuildListenerTLSContext)', () => {
  const files = 'serverCertificate: /c.pem, privateKey: /c.key, caCertificates: /ca.pem';
  expect(socketOf(`{mode: MUTUAL, ${files}, minProtocolVersion: TLSV1_3}`)).toMatchObject({
    typed_config: {
      common_tls_context: {
        tls_params: { tls_minimum_protocol_version: 'TLSv1_3' },
        tls_certificate_sds_secret_configs: [{ name: 'file-cert:/c.pem~/c.key' }],
        combined_validation_context: {
          validation_context_sds_secret_config: { name: 'file-root:/ca.pem' },
        },
      },
      require_client_certificate: true,
    },
  });
  const secrets = 'credentialNames: [kubernetes-gateway://edge/a, b]';
  expect(socketOf(`{mode: OPTIONAL_MUTUAL, ${secrets}}`)).toMatchObject({
    typed_config: {
      common_tls_context: {
        tls_certificate_sds_secret_configs: [
          { name: 'kubernetes-gateway://edge/a' },
          { name: 'kubernetes://b' },
        ],
        combined_validation_context: {
          validation_context_sds_secret_config: { name: 'kubernetes-gateway://edge/a-cacert' },
        },
      },
      require_client_certificate: false,
    },
  });
  expect(socketOf('{mode: ISTIO_MUTUAL}')).toMatchObject({
    typed_config: {
      common_tls_context: {
        tls_certificate_sds_secret_configs: [{ name: 'default' }],
        combined_validation_context: {
          validation_context_sds_secret_config: { name: 'ROOTCA' },
        },
      },
    },
  });
});

test('V46 what is passed on unread goes to a cluster of its own name (builtAutoPassthroughFilterChains)', () => {
  const service =
    '---\napiVersion: v1\nkind: Service\nmetadata: {name: cart}\nspec: {ports: [{port: 80}]}\n';
  const text = SHOP.replace('{mode: SIMPLE, credentialName: shop-cert}', '{mode: AUTO_PASSTHROUGH}')
    .replace('protocol: HTTPS', 'protocol: TLS')
    .replace('hosts: [shop.example.com]', 'hosts: ["*.local"]');
  expect(JSON.stringify(dumpOf(text + service)[0])).toContain(
    '"cluster":"outbound_.80_._.cart.default.svc.cluster.local"',
  );
});

test('V46 the beginning of the dump is that of the whole, as long as is asked for or all of it', () => {
  const config = configOf(SHOP);
  const whole = JSON.stringify(dumpGateway(config), null, 2);
  for (const characters of [0, 100, 2_000, 4_000, whole.length, whole.length + 100]) {
    const beginning = dumpBeginning(config, characters);
    expect(whole.startsWith(beginning)).toBe(true);
    expect(beginning.length).toBeGreaterThanOrEqual(Math.min(characters, whole.length));
  }
});
