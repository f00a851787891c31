import { describe, expect, test } from 'vitest';
import { listClusters } from '../../src/envoy/dump/dump-gateway.ts';
import { buildSnapshot, dumpCluster, dumpFilterChain, dumpRoute } from '../../src/index.ts';
import { gatewayConfigs } from '../../src/snapshot-envoy.ts';
import { gateway, httpServer, service, to, traceText } from './trace-text.ts';

// What istiod makes of several things that meet; the function that does it is named beside each.

const GATEWAY = gateway(httpServer());

function configOf(text: string) {
  const [config] = gatewayConfigs(buildSnapshot(text));
  if (config === undefined) throw new Error('There is no gateway');
  return config;
}

function hostsOf(text: string) {
  return [...configOf(text).routeConfigs.values()].flatMap(({ virtualHosts }) => virtualHosts);
}

function routesOf(text: string) {
  return hostsOf(text).flatMap(({ routes }) => routes.map((route) => dumpRoute(route)));
}

function chainsOf(text: string) {
  return configOf(text).listeners.flatMap((listener) =>
    listener.filterChains.map((chain) => dumpFilterChain(listener, chain)),
  );
}

const manifest = (kind: string, name: string, spec: string, metadata = ''): string =>
  `---\napiVersion: ${kind === 'Service' ? 'v1' : 'networking.istio.io/v1'}\nkind: ${kind}\nmetadata: {name: ${name}${metadata}}\nspec: {${spec}}\n`;

describe('[V4] servers of one port at several addresses (mergeGateways)', () => {
  const server = (name: string, bind: string, protocol = 'HTTP'): string =>
    `{port: {number: 80, name: ${name}, protocol: ${protocol}}, hosts: [${name}.example.com]${bind === '' ? '' : `, bind: ${bind}`}}`;
  const between = (protocol: string): string =>
    gateway(`${server('a', '')}, ${server('b', '10.0.0.1')}, ${server('c', '', protocol)}`);

  test('behind another address a server opens its own port, and takes the name of the routes', () => {
    const text = between('HTTP2') + service(to('x'), '"*"');
    expect(configOf(text).listeners.map(({ name }) => name)).toEqual([
      '0.0.0.0_8080',
      '10.0.0.1_8080',
    ]);
    const { routeConfigs } = configOf(text);
    expect(routeConfigs.get('http.8080')?.virtualHosts.map(({ domains }) => domains)).toEqual([
      ['c.example.com'],
    ]);
    // Its chain and that of the first server take the same connections.
    expect(configOf(text).listeners[0]?.rejection).not.toBeNull();
  });

  test('one that is called by the same protocol joins the port that is there', () => {
    const { listeners, routeConfigs } = configOf(between('HTTP') + service(to('x'), '"*"'));
    expect(listeners.map(({ filterChains }) => filterChains.length)).toEqual([1, 1]);
    expect(routeConfigs.get('http.8080')?.virtualHosts.flatMap(({ domains }) => domains)).toEqual([
      'a.example.com',
      'c.example.com',
    ]);
  });

  test('0.0.0.0 is another address than none, with the same listener, which Envoy refuses', () => {
    const [listener] = configOf(gateway(`${server('a', '0.0.0.0')}, ${server('b', '')}`)).listeners;
    expect(listener?.filterChains.map(({ filter }) => filter)).toEqual([
      { kind: 'http', routeConfig: 'http.8080.0.0.0.0' },
      { kind: 'http', routeConfig: 'http.8080' },
    ]);
    expect(listener?.rejection).not.toBeNull();
  });
});

describe('[V5] the filters of a chain', () => {
  test('server names are handed over as they are written, sorted (GetSNIHostsForServer)', () => {
    const text = gateway(
      '{port: {number: 443, name: https, protocol: HTTPS}, hosts: [b.example.com, "*/SHOP.example.com"], tls: {mode: ISTIO_MUTUAL}}',
    );
    expect(chainsOf(text)).toMatchObject([
      { filter_chain_match: { server_names: ['SHOP.example.com', 'b.example.com'] } },
    ]);
    expect(configOf(text).listeners[0]?.filterChains[0]?.serverNames).toEqual([
      'shop.example.com',
      'b.example.com',
    ]);
  });

  const readsMongo = {
    filters: [
      { name: 'envoy.filters.network.mongo_proxy' },
      { name: 'envoy.filters.network.tcp_proxy' },
    ],
  };

  test('a server for MongoDB counts what passes (buildNetworkFiltersStack)', () => {
    const server = '{port: {number: 27017, name: db, protocol: MONGO}, hosts: ["*"]}';
    const routes = manifest(
      'VirtualService',
      'db',
      'hosts: [db.example.com], gateways: [public], tcp: [{route: [{destination: {host: db}}]}]',
    );
    expect(chainsOf(gateway(server) + routes)).toMatchObject([readsMongo]);
  });

  test('of TLS that is passed on by its name the port of the Service says it', () => {
    const server =
      '{port: {number: 15443, name: tls, protocol: TLS}, hosts: ["*.local"], tls: {mode: AUTO_PASSTHROUGH}}';
    const db = manifest('Service', 'db', 'ports: [{port: 27017, name: mongo}]');
    expect(chainsOf(gateway(server) + db)).toMatchObject([readsMongo, {}, {}]);
  });
});

describe('[V7] [V16] the order of VirtualServices', () => {
  test('one that names the Gateway twice is there twice (initVirtualServices)', () => {
    const once = service(to('x', '{uri: {exact: /a}}'));
    const twice = once.replace('[default/public]', '[public, default/public]');
    expect(routesOf(GATEWAY + once)).toHaveLength(1);
    expect(routesOf(GATEWAY + twice)).toHaveLength(2);
  });

  test('those of Ingresses are older than all others: istiod gives them no time', () => {
    const ingress =
      '---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: young, namespace: default, creationTimestamp: "2024-01-01T00:00:00Z"}\nspec: {ingressClassName: istio, rules: [{host: shop.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: cart, port: {number: 80}}}}]}}]}\n';
    const old = service(to('x'), undefined, ', creationTimestamp: "2020-01-01T00:00:00Z"').replace(
      '[default/public]',
      '[istio-system/young-istio-autogenerated-k8s-ingress-default]',
    );
    expect(routesOf(old + ingress)).toMatchObject([
      { route: { cluster: 'outbound|80||cart.default.svc.cluster.local' } },
      { route: { cluster: 'outbound|80||x.default.svc.cluster.local' } },
    ]);
  });
});

describe('[V9] virtual hosts with the same routes', () => {
  test('are joined to the last one that was not joined itself (collapseDuplicateRoutes)', () => {
    // From the longest host to the shortest: with redirect, without, with.
    const servers = [
      '{port: {number: 80, name: http, protocol: HTTP}, hosts: [long.example.com, example.com], tls: {httpsRedirect: true}}',
      '{port: {number: 8080, name: other, protocol: HTTP}, hosts: [mid.example.com]}',
    ];
    const text = gateway(servers.join(', ')) + service(to('x'), '"*"');
    expect(hostsOf(text).map(({ domains }) => domains)).toEqual([
      ['example.com'],
      ['long.example.com'],
      ['mid.example.com'],
    ]);
  });
});

describe('[V12] of several destinations of which one has a weight', () => {
  test('that one is still weighted, and its headers are its own', () => {
    const text = service(
      '{route: [{destination: {host: a}, weight: 100, headers: {request: {remove: [x-a]}}}, {destination: {host: b}, weight: 0}]}',
    );
    const [route] = routesOf(GATEWAY + text);
    expect(route).not.toHaveProperty('request_headers_to_remove');
    expect(route).toMatchObject({
      route: {
        weighted_clusters: {
          clusters: [
            {
              name: 'outbound|80||a.default.svc.cluster.local',
              weight: 100,
              request_headers_to_remove: ['x-a'],
            },
          ],
        },
      },
    });
  });
});

describe('[V37] headers of a route and of its only destination', () => {
  test('are changed one after the other, the destination last (processDestination)', () => {
    const own = (value: string): string =>
      `headers: {request: {set: {x-a: ${value}}, add: {x-b: ${value}}}}`;
    const text = service(`{route: [{destination: {host: x}, ${own('"2"')}}], ${own('"1"')}}`);
    const added = (key: string, value: string) => ({ header: { key, value } });
    const set = (value: string) => ({
      ...added('x-a', value),
      append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
    });
    expect(routesOf(GATEWAY + text)[0]).toMatchObject({
      request_headers_to_add: [set('1'), added('x-b', '1'), set('2'), added('x-b', '2')],
    });
    const there = manifest('Service', 'x', 'ports: [{port: 80}]');
    expect(
      traceText(GATEWAY + text + there, 'http://shop.example.com').upstream?.headers,
    ).toMatchObject({ 'x-a': '2', 'x-b': '1,2' });
  });
});

describe('[V8] a match of a delegate', () => {
  test('has the name for statistics from above (mergeHTTPMatchRequest)', () => {
    const root = service(
      '{match: [{uri: {prefix: /a}, statPrefix: above}], delegate: {name: inner}}',
    );
    const inner = manifest(
      'VirtualService',
      'inner',
      'http: [{match: [{uri: {prefix: /a/b}}], route: [{destination: {host: x}}]}]',
    );
    expect(routesOf(GATEWAY + root + inner)).toMatchObject([{ stat_prefix: 'above' }]);
  });
});

describe('[V12] a host that several have (appendSidecarServices)', () => {
  const entry = (name: string, port: number, namespace: string, more = ''): string =>
    manifest(
      'ServiceEntry',
      name,
      `hosts: [ext.example.org], resolution: DNS, ports: [{number: ${port}, name: http, protocol: HTTP}]${more}`,
      `, namespace: ${namespace}`,
    );
  const cluster = (text: string) =>
    routesOf(GATEWAY + service(to('ext.example.org')) + text)[0]?.route;

  test('is that of the namespace of the VirtualService, else one that is for the pods, else the oldest', () => {
    const everybodys = entry('a', 81, 'other');
    const forPods = entry('b', 82, 'another', ', exportTo: [istio-system]');
    expect(cluster(everybodys)).toMatchObject({ cluster: 'outbound|81||ext.example.org' });
    expect(cluster(everybodys + forPods)).toMatchObject({
      cluster: 'outbound|82||ext.example.org',
    });
    expect(cluster(everybodys + forPods + entry('c', 83, 'default'))).toMatchObject({
      cluster: 'outbound|83||ext.example.org',
    });
  });

  test('has the ports of all alike of one namespace, so that none is the only one', () => {
    expect(cluster(entry('a', 81, 'other') + entry('b', 82, 'other'))).toMatchObject({
      cluster: 'outbound|80||ext.example.org',
    });
    const unlike = entry('b', 82, 'other').replace('DNS', 'NONE');
    expect(cluster(entry('a', 81, 'other') + unlike)).toMatchObject({
      cluster: 'outbound|81||ext.example.org',
    });
  });
});

describe('[V11] requests that keep their pod (HashForHTTPDestination)', () => {
  const x = manifest('Service', 'x', 'ports: [{port: 80}]');
  const hash = (by: string): string => `{loadBalancer: {consistentHash: ${by}}}`;
  const rule = (policy: string, subsets = ''): string =>
    manifest('DestinationRule', 'x', `host: x, trafficPolicy: ${policy}${subsets}`);
  const routeTo = (destination: string, text: string) =>
    routesOf(GATEWAY + service(`{route: [{destination: ${destination}}]}`) + x + text)[0]?.route;

  test.each([
    ['{httpHeaderName: user}', { header: { header_name: 'user' } }],
    ['{useSourceIp: true}', { connection_properties: { source_ip: true } }],
    ['{httpQueryParameterName: user}', { query_parameter: { name: 'user' } }],
    ['{httpCookie: {name: user, ttl: 60s}}', { cookie: { name: 'user', ttl: '60s' } }],
  ])('by %s', (by, policy) => {
    const route = routeTo('{host: x}', rule(hash(by)));
    expect(route).toMatchObject({ hash_policy: [policy], retry_policy: { num_retries: 2 } });
    // A next try may go to the same pod then.
    expect(JSON.stringify(route)).not.toContain('retry_host_predicate');
  });

  test('connections keep it by their address, where the subset says nothing else (maybeSetHashPolicy)', () => {
    const server = '{port: {number: 9000, name: tcp, protocol: TCP}, hosts: ["*"]}';
    const chainTo = (destination: string, rules: string) => {
      const tcp = `hosts: ["*"], gateways: [public], tcp: [{route: [{destination: ${destination}}]}]`;
      return chainsOf(gateway(server) + manifest('VirtualService', 'db', tcp) + x + rules);
    };
    const rules = rule(
      hash('{useSourceIp: true}'),
      ', subsets: [{name: v1, trafficPolicy: {loadBalancer: {simple: RANDOM}}}, {name: v2}]',
    );
    const keeps = [{ filters: [{ typed_config: { hash_policy: [{ source_ip: {} }] } }] }];
    expect(chainTo('{host: x}', rules)).toMatchObject(keeps);
    expect(chainTo('{host: x, subset: v2}', rules)).toMatchObject(keeps);
    expect(chainTo('{host: x, subset: v1}', rules)).not.toMatchObject(keeps);
  });

  test('the subset counts before the port, and the port before the host', () => {
    const ofPort = `{loadBalancer: {consistentHash: {httpHeaderName: host}}, portLevelSettings: [{port: {number: 80}, loadBalancer: {consistentHash: {httpHeaderName: port}}}]}`;
    const text = rule(
      ofPort,
      `, subsets: [{name: v1, trafficPolicy: ${hash('{httpHeaderName: subset}')}}]`,
    );
    const named = (name: string) => ({ hash_policy: [{ header: { header_name: name } }] });
    expect(routeTo('{host: x}', text)).toMatchObject(named('host'));
    expect(routeTo('{host: x, port: {number: 80}}', text)).toMatchObject(named('port'));
    expect(routeTo('{host: x, port: {number: 80}, subset: v1}', text)).toMatchObject(
      named('subset'),
    );
  });
});

describe('[V46] how a cluster finds its endpoints (convertResolution)', () => {
  test.each([
    ['DNS', 'STRICT_DNS'],
    ['DNS_ROUND_ROBIN', 'LOGICAL_DNS'],
    ['STATIC', 'EDS'],
    ['NONE', 'EDS'],
  ])('a ServiceEntry with resolution %s: %s', (resolution, type) => {
    const entry = manifest(
      'ServiceEntry',
      'ext',
      `hosts: [ext.example.org], resolution: ${resolution}, ports: [{number: 80, name: http, protocol: HTTP}]`,
    );
    const config = configOf(GATEWAY + service(to('ext.example.org')) + entry);
    expect(listClusters(config).map((cluster) => dumpCluster(config, cluster))).toMatchObject([
      { type },
    ]);
  });
});

test('[V46] a cluster that istiod does not send is not in the dump', () => {
  const x = manifest('Service', 'x', 'ports: [{port: 80}, {port: 81}]');
  const destinations = ['{host: x, port: {number: 81}}', '{host: x, port: {number: 82}}'].concat(
    '{host: x, port: {number: 80}, subset: v1}',
    '{host: y1, port: {number: 80}}',
  );
  const routes = destinations.map((one) => `{destination: ${one}, weight: 25}`);
  const config = configOf(GATEWAY + service(`{route: [${routes}]}`) + x);
  expect(listClusters(config).map(({ name }) => name)).toEqual([
    'outbound|81||x.default.svc.cluster.local',
  ]);
});

test('[V38] of ExternalName Services one name is followed, not two (GetDestinationCluster)', () => {
  const alias = (name: string, of: string): string =>
    manifest(
      'Service',
      name,
      `type: ExternalName, externalName: ${of}.default.svc.cluster.local, ports: [{port: 80}]`,
    );
  const text = (rules: string): string => GATEWAY + service(to('a')) + rules;
  const there = manifest('Service', 'c', 'ports: [{port: 80}]');
  const outcome = (rules: string) => traceText(text(rules), 'http://shop.example.com').outcome;
  expect(outcome(alias('a', 'c') + there)).toBe('routed');
  const twice = text(alias('a', 'b') + alias('b', 'c') + there);
  expect(traceText(twice, 'http://shop.example.com').outcome).toBe('no-cluster');
  expect(listClusters(configOf(twice))).toEqual([]);
});

describe('[V38] rules for one host in one namespace (mergeDestinationRule)', () => {
  const x = manifest('Service', 'x', 'ports: [{port: 80}]');
  const rule = (name: string, subset: string, more = ''): string =>
    manifest('DestinationRule', name, `host: x, subsets: [{name: ${subset}}]${more}`);
  const outcomes = (rules: string): readonly string[] =>
    ['v1', 'v2'].map((subset) => {
      const text = service(`{route: [{destination: {host: x, subset: ${subset}}}]}`);
      return traceText(GATEWAY + text + x + rules, 'http://shop.example.com').outcome;
    });

  test('for the same eyes are one', () => {
    expect(outcomes(rule('a', 'v1') + rule('b', 'v2'))).toEqual(['routed', 'routed']);
  });

  test('for other eyes the last counts alone', () => {
    const forPods = ', exportTo: [istio-system]';
    expect(outcomes(rule('a', 'v1') + rule('b', 'v2', forPods))).toEqual(['no-cluster', 'routed']);
    expect(outcomes(rule('a', 'v1', forPods) + rule('b', 'v2'))).toEqual(['no-cluster', 'routed']);
  });

  test('one that selects pods is for its own namespace only', () => {
    const selects = ', workloadSelector: {matchLabels: {istio: ingressgateway}}';
    expect(outcomes(rule('a', 'v1', selects))).toEqual(['no-cluster', 'no-cluster']);
    const beside = (text: string): string =>
      text
        .replace('{name: a}', '{name: a, namespace: istio-system}')
        .replace('host: x', 'host: x.default.svc.cluster.local');
    expect(outcomes(beside(rule('a', 'v1', selects)) + rule('b', 'v2'))).toEqual([
      'routed',
      'no-cluster',
    ]);
    const others = selects.replace('ingressgateway', 'other');
    expect(outcomes(beside(rule('a', 'v1', others)) + rule('b', 'v2'))).toEqual([
      'no-cluster',
      'no-cluster',
    ]);
  });
});

describe('[V32] a server at an address of its own', () => {
  const at = (bind: string): string => gateway(httpServer('"*"', `, bind: ${bind}`));

  test('of the pod itself is reached by nobody else', () => {
    const trace = traceText(at('127.0.0.1') + service(to('x')), 'http://shop.example.com');
    expect(trace.outcome).toBe('connection-refused');
    expect(trace.steps.at(-1)?.reason).toContain('listen at 127.0.0.1 only');
  });

  test('that may be one of the pods’ is taken for one', () => {
    const trace = traceText(at('10.0.0.1') + service(to('x')), 'http://shop.example.com');
    expect(trace.listener).toBe('10.0.0.1_8080');
  });
});
