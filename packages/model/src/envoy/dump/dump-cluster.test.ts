import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import { gatewayConfigs } from '../../snapshot-envoy.ts';
import { dumpCluster } from './dump-cluster.ts';
import type { JsonObject } from './json-value.ts';

const CART = 'cart.default.svc.cluster.local';

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
`;

const service = (port = 'name: http', more = ''): string => `---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {${more}selector: {app: cart}, ports: [{${port}, port: 80}]}
`;

const rule = (spec: string, host = 'cart'): string => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec: {host: ${host}, ${spec}}
`;

const entry = (spec: string): string => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: api}
spec:
  hosts: [api.example.com]
  ports: [{number: 80, name: http, protocol: HTTP, targetPort: 8080}]
  ${spec}
`;

function clusterOf(text: string, host = CART, subset: string | null = null): JsonObject | null {
  const [config] = gatewayConfigs(buildSnapshot(GATEWAY + text));
  if (config === undefined) throw new Error('There is no gateway');
  return dumpCluster(config, {
    name: `outbound|80|${subset ?? ''}|${host}`,
    host,
    port: 80,
    subset,
  });
}

const HTTP_OPTIONS = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';
const NONE = 4_294_967_295;

describe('V46 a cluster without a rule', () => {
  test('has no limits, takes the least busy endpoint, and asks each of them for mutual TLS', () => {
    expect(clusterOf(service())).toMatchObject({
      type: 'EDS',
      eds_cluster_config: { service_name: `outbound|80||${CART}` },
      connect_timeout: '10s',
      lb_policy: 'LEAST_REQUEST',
      circuit_breakers: {
        thresholds: [
          {
            max_connections: NONE,
            max_pending_requests: NONE,
            max_requests: NONE,
            max_retries: NONE,
          },
        ],
      },
      common_lb_config: { healthy_panic_threshold: {} },
      transport_socket_matches: [
        {
          name: 'tlsMode-istio',
          match: { tls_mode: 'istio' },
          transport_socket: {
            name: 'envoy.transport_sockets.tls',
            typed_config: {
              sni: `outbound_.80_._.${CART}`,
              common_tls_context: {
                tls_certificate_sds_secret_configs: [{ name: 'default' }],
                alpn_protocols: ['istio-peer-exchange', 'istio'],
              },
            },
          },
        },
        { name: 'tlsMode-disabled', match: {} },
      ],
      metadata: {
        filter_metadata: {
          istio: { services: [{ host: CART, name: 'cart', namespace: 'default' }] },
        },
      },
    });
  });

  test.each([
    ['name: grpc', true],
    ['name: http2-web', true],
    ['name: grpc-web', true],
    ['name: x, appProtocol: kubernetes.io/h2c', true],
    ['name: grpc, appProtocol: http', false],
    ['name: http', false],
    ['name: tcp', false],
  ])('speaks HTTP/2 by the protocol of its port: %s: %s (setUpstreamProtocol)', (port, isHttp2) => {
    const options = clusterOf(service(port))?.typed_extension_protocol_options;
    expect(options).toEqual(
      isHttp2
        ? {
            [HTTP_OPTIONS]: {
              '@type': `type.googleapis.com/${HTTP_OPTIONS}`,
              explicit_http_config: { http2_protocol_options: {} },
            },
          }
        : undefined,
    );
  });

  test('asks for the identities of its pods, as far as the text has them', () => {
    const pods = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart}
spec: {template: {metadata: {labels: {app: cart}}, spec: {serviceAccountName: carts}}}
`;
    expect(JSON.stringify(clusterOf(service() + pods))).toContain(
      '"match_subject_alt_names":[{"exact":"spiffe://cluster.local/ns/default/sa/carts"}]',
    );
  });

  test.each([
    ['PeerAuthentication of its namespace', 'default', 'DISABLE', false],
    ['one that requires it', 'default', 'STRICT', true],
    ['one of the mesh', 'istio-system', 'DISABLE', false],
    ['one of another namespace', 'other', 'DISABLE', true],
  ])('mutual TLS is up to PeerAuthentication: %s', (_, namespace, mode, asks) => {
    const policy = `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: mtls, namespace: ${namespace}}
spec: {mtls: {mode: ${mode}}}
`;
    expect('transport_socket_matches' in (clusterOf(service() + policy) ?? {})).toBe(asks);
  });

  test('pods that are reached directly have to say that they speak mutual TLS', () => {
    const headless = service('name: http', 'clusterIP: None, ');
    const pods = (labels: string): string => `---
apiVersion: v1
kind: Pod
metadata: {name: cart, labels: {app: cart${labels}}}
`;
    const asks = (text: string): boolean => 'transport_socket_matches' in (clusterOf(text) ?? {});
    expect(asks(headless)).toBe(false);
    expect(asks(headless + pods(''))).toBe(false);
    expect(asks(headless + pods(', security.istio.io/tlsMode: istio'))).toBe(true);
  });

  test('a Service that wants requests to stay near weighs zones (GetTrafficDistribution)', () => {
    const near = service('name: http', 'trafficDistribution: PreferClose, ');
    expect(clusterOf(near)?.common_lb_config).toEqual({
      healthy_panic_threshold: {},
      locality_weighted_lb_config: {},
    });
  });
});

describe('V46 what a DestinationRule makes of a cluster', () => {
  const policy = (text: string): JsonObject | null =>
    clusterOf(service() + rule(`trafficPolicy: {${text}}`));

  test('limits, and how long connections live (applyConnectionPool)', () => {
    const cluster = policy(`connectionPool: {
      tcp: {maxConnections: 10, connectTimeout: 30ms, idleTimeout: 9s, maxConnectionDuration: 90s,
        tcpKeepalive: {time: 2h, interval: 75s, probes: 3}},
      http: {http1MaxPendingRequests: 3, http2MaxRequests: 0, maxRequestsPerConnection: 5, maxRetries: 6, idleTimeout: 5s}}`);
    expect(cluster).toMatchObject({
      connect_timeout: '0.030s',
      circuit_breakers: {
        thresholds: [
          { max_connections: 10, max_pending_requests: 3, max_requests: NONE, max_retries: 6 },
        ],
      },
      upstream_connection_options: {
        tcp_keepalive: { keepalive_probes: 3, keepalive_time: 7200, keepalive_interval: 75 },
      },
      typed_extension_protocol_options: {
        [HTTP_OPTIONS]: {
          common_http_protocol_options: {
            idle_timeout: '5s',
            max_connection_duration: '90s',
            max_requests_per_connection: 5,
          },
          explicit_http_config: { http_protocol_options: {} },
        },
      },
    });
  });

  test.each([
    ['h2UpgradePolicy: UPGRADE', { explicit_http_config: { http2_protocol_options: {} } }],
    [
      'h2UpgradePolicy: UPGRADE, useClientProtocol: true',
      { use_downstream_protocol_config: { http_protocol_options: {}, http2_protocol_options: {} } },
    ],
  ])('the protocol that is spoken with the endpoints: %s (applyH2Upgrade)', (http, expected) => {
    const options = policy(`connectionPool: {http: {${http}}}`)?.typed_extension_protocol_options;
    expect(options).toMatchObject({ [HTTP_OPTIONS]: expected });
  });

  test('who is left out for a while (applyOutlierDetection)', () => {
    const cluster = policy(
      'outlierDetection: {consecutive5xxErrors: 7, consecutiveGatewayErrors: 0, interval: 5m, maxEjectionPercent: 50, minHealthPercent: 20}',
    );
    expect(cluster?.outlier_detection).toEqual({
      consecutive_5xx: 7,
      enforcing_consecutive_5xx: 100,
      consecutive_gateway_failure: 0,
      enforcing_consecutive_gateway_failure: 0,
      interval: '300s',
      max_ejection_percent: 50,
      enforcing_success_rate: 0,
    });
    expect(cluster?.common_lb_config).toEqual({ healthy_panic_threshold: { value: 20 } });
  });

  test.each([
    ['simple: RANDOM', { lb_policy: 'RANDOM' }],
    ['simple: LEAST_CONN', { lb_policy: 'LEAST_REQUEST' }],
    [
      'consistentHash: {useSourceIp: true}',
      { lb_policy: 'RING_HASH', ring_hash_lb_config: { minimum_ring_size: '1024' } },
    ],
    [
      'consistentHash: {useSourceIp: true, maglev: {tableSize: 7}}',
      { lb_policy: 'MAGLEV', maglev_lb_config: { table_size: '7' } },
    ],
    ['simple: PASSTHROUGH', { type: 'ORIGINAL_DST', lb_policy: 'CLUSTER_PROVIDED' }],
    [
      'warmup: {duration: 10s}',
      {
        least_request_lb_config: {
          slow_start_config: {
            slow_start_window: '10s',
            aggression: { default_value: 1, runtime_key: '(' },
            min_weight_percent: { value: 10 },
          },
        },
      },
    ],
  ])('who of the endpoints gets a request: %s (applyLoadBalancer)', (balancer, expected) => {
    expect(policy(`loadBalancer: {${balancer}}`)).toMatchObject(expected);
  });

  test('round robin is what Envoy does where nothing is said', () => {
    expect(policy('loadBalancer: {simple: ROUND_ROBIN}')).not.toHaveProperty('lb_policy');
  });

  test('TLS with the names of the rule, and with those of requests where it names none', () => {
    const named = policy(
      'tls: {mode: SIMPLE, sni: a.example.com, subjectAltNames: [b.example.com]}',
    );
    expect(named).toMatchObject({
      transport_socket: {
        typed_config: {
          sni: 'a.example.com',
          common_tls_context: {
            combined_validation_context: {
              default_validation_context: {
                match_subject_alt_names: [{ exact: 'b.example.com' }],
              },
              validation_context_sds_secret_config: { name: 'file-root:system' },
            },
          },
        },
      },
      metadata: { filter_metadata: { istio: { alpn_override: 'false' } } },
    });
    expect(named).not.toHaveProperty('typed_extension_protocol_options');
    const free = policy('tls: {mode: SIMPLE}')?.typed_extension_protocol_options;
    expect(free).toMatchObject({
      [HTTP_OPTIONS]: {
        upstream_http_protocol_options: { auto_sni: true, auto_san_validation: true },
      },
    });
  });

  test('certificates of a client from a Secret, or from files of which both are named', () => {
    const secrets = (tls: string): unknown => {
      const { transport_socket } = policy(`tls: {mode: MUTUAL, ${tls}}`) ?? {};
      return JSON.stringify(transport_socket)?.match(/(?:kubernetes|file-\w+):[^"]*/g);
    };
    expect(secrets('credentialName: shop')).toEqual([
      'kubernetes://shop',
      'kubernetes://shop-cacert',
    ]);
    expect(secrets('clientCertificate: /c, privateKey: /k, caCertificates: /a')).toEqual([
      'file-cert:/c~/k',
      'file-root:/a',
    ]);
    // istiod writes an error into its log, and no TLS.
    expect(secrets('clientCertificate: /c')).toBeUndefined();
  });

  test('the PROXY protocol stands around what is spoken', () => {
    expect(policy('tls: {mode: DISABLE}, proxyProtocol: {version: V2}')).toMatchObject({
      transport_socket: {
        name: 'envoy.transport_sockets.upstream_proxy_protocol',
        typed_config: { config: { version: 'V2' }, transport_socket: { name: 'raw_buffer' } },
      },
    });
  });

  test('what is said for a port is all that counts for it (GetPortLevelTrafficPolicy)', () => {
    const cluster = policy(
      'loadBalancer: {simple: RANDOM}, proxyProtocol: {}, portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]',
    );
    expect(cluster).toMatchObject({ lb_policy: 'LEAST_REQUEST' });
    expect(cluster).not.toHaveProperty('transport_socket');
    expect(cluster).not.toHaveProperty('transport_socket_matches');
  });

  test('a subset has its own parts and those of the host that it does not say (MergeSubsetTrafficPolicy)', () => {
    const text = rule(`trafficPolicy: {loadBalancer: {simple: RANDOM}, tls: {mode: DISABLE}},
      subsets: [{name: v1, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}},
        {name: v2, trafficPolicy: {portLevelSettings: [{port: {number: 80}, tls: {mode: ISTIO_MUTUAL}}]}}]`);
    const v1 = clusterOf(service() + text, CART, 'v1');
    expect(v1).toMatchObject({
      lb_policy: 'RANDOM',
      transport_socket: { typed_config: { sni: `outbound_.80_.v1_.${CART}` } },
      metadata: {
        filter_metadata: {
          istio: {
            subset: 'v1',
            config: '/apis/networking.istio.io/v1/namespaces/default/destination-rule/cart',
          },
        },
      },
    });
    expect(clusterOf(service() + text, CART, 'v2')).toMatchObject({ lb_policy: 'LEAST_REQUEST' });
  });
});

describe('V46 a cluster of a ServiceEntry', () => {
  const HOST = 'api.example.com';

  test('looks its host up, on the port that it listens on; outside of the mesh without mutual TLS', () => {
    const cluster = clusterOf(entry('resolution: DNS'), HOST);
    expect(cluster).toMatchObject({
      type: 'STRICT_DNS',
      load_assignment: {
        cluster_name: `outbound|80||${HOST}`,
        endpoints: [
          {
            locality: {},
            lb_endpoints: [
              {
                endpoint: { address: { socket_address: { address: HOST, port_value: 8080 } } },
                load_balancing_weight: 1,
              },
            ],
            load_balancing_weight: 1,
          },
        ],
      },
      metadata: { filter_metadata: { istio: { external: true } } },
    });
    expect(cluster).not.toHaveProperty('transport_socket_matches');
    expect(clusterOf(entry('resolution: DNS\n  location: MESH_INTERNAL'), HOST)).toHaveProperty(
      'transport_socket_matches',
    );
  });

  test('or its endpoints, by place and weight, of a subset those with its labels', () => {
    const text = entry(`resolution: DNS
  endpoints:
    - {address: a.example.com, locality: eu/1/x, weight: 3, labels: {version: v1}}
    - {address: b.example.com, locality: eu/1/x, ports: {http: 9}, labels: {version: v2}}
    - {address: c.example.com, labels: {version: v2}}
`);
    const subsets = rule(
      'subsets: [{name: v1, labels: {version: v1}}, {name: v3, labels: {version: v3}}]',
      HOST,
    );
    expect(clusterOf(text + subsets, HOST)).toMatchObject({
      load_assignment: {
        endpoints: [
          {
            locality: { region: 'eu', zone: '1', sub_zone: 'x' },
            lb_endpoints: [
              { endpoint: { address: { socket_address: { port_value: 8080 } } } },
              { endpoint: { address: { socket_address: { port_value: 9 } } } },
            ],
            load_balancing_weight: 4,
          },
          { locality: {}, load_balancing_weight: 1 },
        ],
      },
    });
    expect(clusterOf(text + subsets, HOST, 'v1')).toMatchObject({
      load_assignment: { endpoints: [{ load_balancing_weight: 3 }] },
    });
    // Nothing to look up: istiod makes no cluster (buildCluster).
    expect(clusterOf(text + subsets, HOST, 'v3')).toBeNull();
  });

  test('whose certificates count, its own list says where the rule does not', () => {
    const listed = entry('resolution: DNS\n  subjectAltNames: [z.example.com]');
    const tls = rule('trafficPolicy: {tls: {mode: SIMPLE}}', HOST);
    expect(JSON.stringify(clusterOf(listed + tls, HOST))).toContain(
      '"match_subject_alt_names":[{"exact":"z.example.com"}]',
    );
  });
});
