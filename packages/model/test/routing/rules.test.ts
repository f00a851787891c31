import { describe, expect, test } from 'vitest';
import {
  backend,
  gateway,
  httpServer,
  httpsServer,
  losersOf,
  service,
  to,
  traceText,
} from './trace-text.ts';

// What Istio's own cases do not pin; each test says the statement that it proves.

const GATEWAY = gateway(httpServer());
const SHOP = 'http://shop.example.com';

function clusterOf(text: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  const trace = traceText(text, { url: `${SHOP}${path}`, headers: Object.entries(headers) });
  return trace.cluster?.split('|')[3]?.split('.')[0] ?? trace.outcome;
}

describe('[V10] the order of routes', () => {
  test('behind one that takes everything nothing of the VirtualService is made', () => {
    const text = GATEWAY + service(`${to('one')}, ${to('late', '{uri: {prefix: /late}}')}`);
    expect(clusterOf(text, '/late')).toBe('one');
    const prefix = `${to('one', '{uri: {prefix: /}}')}, ${to('late', '{uri: {prefix: /late}}')}`;
    expect(clusterOf(GATEWAY + service(prefix), '/late')).toBe('one');
  });

  test('those that take everything come last on the virtual host, the older first', () => {
    const text =
      GATEWAY +
      service(to('all')) +
      service(`${to('api', '{uri: {prefix: /api}}')}, ${to('never')}`, undefined, '-younger');
    expect(clusterOf(text, '/api')).toBe('api');
    expect(clusterOf(text, '/other')).toBe('all');
  });

  test('an empty prefix is no catch-all for Istio, and takes everything all the same', () => {
    const text =
      GATEWAY + service(`${to('one', '{uri: {prefix: ""}}')}, ${to('two', '{uri: {prefix: /b}}')}`);
    expect(clusterOf(text, '/b')).toBe('one');
  });

  test('a longer prefix does not come first', () => {
    const text =
      GATEWAY +
      service(`${to('short', '{uri: {prefix: /a}}')}, ${to('long', '{uri: {prefix: /a/b}}')}`);
    expect(clusterOf(text, '/a/b')).toBe('short');
    expect(clusterOf(text, '/abc')).toBe('short');
  });

  test('match.port is the number of the server, and match.gateways its Gateway', () => {
    const both = gateway(`${httpServer()}, ${httpsServer()}`);
    const text =
      both +
      service(
        `${to('tls', '{port: 443}')}, ${to('other', '{gateways: [other]}')}, ${to('plain', '{port: 80}')}`,
      );
    expect(clusterOf(text, '/')).toBe('plain');
    expect(traceText(text, 'https://shop.example.com/').cluster).toContain('tls.default');
    const lost = traceText(both + service(to('pods', '{port: 8080}')), SHOP);
    expect(lost).toMatchObject({ outcome: 'no-route', virtualHost: 'blackhole:80' });
  });
});

describe('[V35] conditions', () => {
  const only = (match: string): string => GATEWAY + service(to('hit', match));

  test.each([
    ['{uri: {exact: /foo}}', '/foo', '/foo/'],
    ['{uri: {prefix: /Foo}, ignoreUriCase: true}', '/fOOd', '/fo'],
    ['{uri: {regex: "/a[0-9]+"}}', '/a12', '/a12/b'],
    ['{uri: {regex: "/(?i)A"}}', '/a', '/b'],
    ['{queryParams: {a: {exact: "1"}}}', '/?a=1&a=2', '/?a=2&a=1'],
    ['{queryParams: {a: {}}}', '/?a', '/?b'],
    ['{uri: {exact: /b}}', '/a/../b', '//b'],
    ['{uri: {prefix: /A}}', '/%41', '/%2541'],
  ])('%s takes %s and not %s', (match, hit, miss) => {
    expect(clusterOf(only(match), hit)).toBe('hit');
    expect(clusterOf(only(match), miss)).toBe('no-route');
  });

  test.each([
    ['{headers: {X-A: {exact: one}}}', { 'x-a': 'one' }, {}],
    ['{headers: {x-a: {}}}', { 'x-a': '' }, {}],
    ['{headers: {x-a: {regex: "o.e"}}}', { 'x-a': 'one' }, { 'x-a': 'oneself' }],
    ['{withoutHeaders: {x-a: {exact: one}}}', {}, { 'x-a': 'one' }],
    ['{withoutHeaders: {x-a: {regex: ".*"}}}', null, {}],
    ['{withoutHeaders: {x-a: {}}}', {}, { 'x-a': 'x' }],
  ])('%s', (match, hit, miss) => {
    if (hit !== null) expect(clusterOf(only(match), '/', hit)).toBe('hit');
    expect(clusterOf(only(match), '/', miss)).toBe('no-route');
  });

  test('method and authority are as they are sent, the authority with its port', () => {
    const get = only('{method: {exact: get}}');
    expect(traceText(get, SHOP).outcome).toBe('no-route');
    const host = only('{authority: {exact: "shop.example.com:8080"}}');
    expect(traceText(host, SHOP).outcome).toBe('no-route');
    expect(traceText(host, { url: SHOP, hostHeader: 'shop.example.com:8080' }).outcome).toBe(
      'no-cluster',
    );
  });

  test('every candidate tells why it lost', () => {
    const text =
      GATEWAY +
      service(
        `${to('a', '{uri: {prefix: /api}}')}, ${to('b', '{method: {exact: POST}, headers: {x-a: {exact: b}}}')}`,
      );
    expect(losersOf(traceText(text, `${SHOP}/cart`))).toEqual([
      'route 1 of default/shop: prefix /api does not match /cart',
      'route 2 of default/shop: the method is GET, and not "POST"; there is no header x-a',
    ]);
  });
});

describe('[V4] servers on one port', () => {
  test('HTTP first, then HTTPS: the later is dropped', () => {
    const text =
      gateway(httpServer().replace('80', '443'), 'a') +
      gateway(httpsServer('shop.example.com'), 'public') +
      service(to('x'));
    const trace = traceText(text, 'https://shop.example.com/');
    expect(trace.outcome).toBe('protocol-mismatch');
  });

  test('HTTPS first, then HTTP: both stay', () => {
    const plain = `{port: {number: 443, name: http, protocol: HTTP}, hosts: ["plain.example.com"]}`;
    const text = gateway(`${httpsServer('shop.example.com')}, ${plain}`) + service(to('x'), '"*"');
    expect(traceText(text, 'https://shop.example.com/').routeConfig).toBe(
      'https.443.https.public.default',
    );
    expect(traceText(text, { url: 'http://plain.example.com/', port: 443 }).routeConfig).toBe(
      'http.8443',
    );
  });

  test('one host that is taken drops the whole server', () => {
    const text =
      gateway(httpsServer('a.example.com'), 'a') +
      gateway(httpsServer('a.example.com, b.example.com'), 'public') +
      service(to('x'), 'b.example.com');
    const trace = traceText(text, 'https://b.example.com/');
    expect(trace.outcome).toBe('no-filter-chain');
    expect(trace.client.exitCode).toBe(35);
  });
});

describe('[V9] who is on a virtual host', () => {
  test('ns/host is for VirtualServices of that namespace alone', () => {
    const edge = gateway(httpServer('"team/*.example.com"'));
    expect(traceText(edge + service(to('x')), SHOP).outcome).toBe('no-route');
    const own = service(to('x'), undefined, ', namespace: team');
    expect(traceText(edge + own, SHOP).cluster).toBe('outbound|80||x.team.svc.cluster.local');
  });

  test('what is not exported to the pods is not there', () => {
    const hidden = service(to('x'), undefined, '', '  exportTo: ["."]\n');
    const trace = traceText(GATEWAY + hidden, SHOP);
    expect(trace.outcome).toBe('no-route');
    const seen = service(to('x'), undefined, '', '  exportTo: [istio-system]\n');
    expect(traceText(GATEWAY + seen, SHOP).outcome).toBe('no-cluster');
  });

  test('a host with routes of its own does not fall back to a wildcard', () => {
    const text =
      GATEWAY +
      service(to('all'), '"*"') +
      service(to('own', '{uri: {prefix: /own}}'), undefined, '-own');
    const trace = traceText(text, `${SHOP}/other`);
    expect(trace.outcome).toBe('no-route');
    expect(trace.lesson?.causes[0]?.text).toContain('not tried for a host that has its own');
  });
});

describe('[V3] ports', () => {
  test('the first Service that has the number wins', () => {
    const front = (name: string, target: number): string =>
      `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: istio-system}\nspec: {type: LoadBalancer, selector: {istio: ingressgateway}, ports: [{name: http, port: 80, targetPort: ${target}}]}\n`;
    const text = front('b', 8081) + front('a', 8080) + GATEWAY + service(to('x'));
    expect(traceText(text, { url: SHOP, gateway: 'istio-system/a' }).listener).toBe('0.0.0.0_8080');
    expect(traceText(text, { url: SHOP, gateway: 'istio-system/b' }).outcome).toBe(
      'connection-refused',
    );
  });
});

describe('[V36] [V37] actions', () => {
  const act = (action: string, match = ''): string =>
    GATEWAY + backend('x') + service(`{${match === '' ? '' : `match: [${match}], `}${action}}`);
  const rewritten = (rewrite: string, match: string, path: string): string | undefined =>
    traceText(
      act(`rewrite: ${rewrite}, route: [{destination: {host: x}}]`, match),
      `${SHOP}${path}`,
    ).upstream?.path;

  test('rewrites', () => {
    expect(rewritten('{uri: /}', '{uri: {prefix: /foo}}', '/foo/bar?q=1')).toBe('//bar?q=1');
    expect(rewritten('{uri: /}', '{uri: {prefix: /foo/}}', '/foo/bar')).toBe('/bar');
    expect(rewritten('{uri: /v2}', '', '/x')).toBe('/v2x');
    expect(rewritten('{uri: /new}', '{uri: {exact: /old}}', '/old')).toBe('/new');
    expect(rewritten('{uri: /new}', '{uri: {regex: "/o.*"}}', '/old/x')).toBe('/new');
    expect(
      rewritten(
        '{uriRegexRewrite: {match: "^/u/([^/]+)/(.*)$", rewrite: "/\\\\2/\\\\1"}}',
        '',
        '/u/jo/cart',
      ),
    ).toBe('/cart/jo');
  });

  test('the upstream gets the host and headers that the nearest rule says', () => {
    const text = act(
      'headers: {request: {set: {Host: set.example.com, X-B: new}, add: {x-c: more}, remove: [x-d]}}, route: [{destination: {host: x}, headers: {request: {set: {x-e: own}}}}]',
    );
    const trace = traceText(text, {
      url: SHOP,
      headers: [
        ['x-b', 'old'],
        ['x-c', 'one'],
        ['x-d', 'gone'],
      ],
    });
    expect(trace.upstream).toEqual({
      path: '/',
      host: 'set.example.com',
      headers: { 'x-b': 'new', 'x-c': 'one,more', 'x-e': 'own' },
    });
  });

  test('redirects keep what is not written', () => {
    const trace = traceText(act('redirect: {uri: /new, redirectCode: 308}'), `${SHOP}:8080/a?b=c`, {
      gateways: [],
    });
    expect(trace.outcome).toBe('connection-refused');
    const found = traceText(act('redirect: {uri: /new, redirectCode: 308}'), {
      url: `${SHOP}/a?b=c`,
    });
    expect(found).toMatchObject({ outcome: 'redirect', status: 308, location: `${SHOP}/new?b=c` });
  });

  test('a redirect with another code makes Envoy refuse all routes', () => {
    const trace = traceText(act('redirect: {uri: /new, redirectCode: 304}'), SHOP);
    expect(trace).toMatchObject({ outcome: 'no-route', status: 404 });
  });

  test('a failure for all comes before the route, one without a percentage never', () => {
    const fault = (abort: string): string =>
      act(`fault: {abort: ${abort}}, route: [{destination: {host: x}}]`);
    expect(traceText(fault('{httpStatus: 418, percentage: {value: 100}}'), SHOP)).toMatchObject({
      outcome: 'fault-abort',
      status: 418,
      flag: 'FI',
    });
    expect(traceText(fault('{httpStatus: 418}'), SHOP).outcome).toBe('routed');
  });

  test('a preflight that is allowed is answered by the gateway', () => {
    const text = act(
      'corsPolicy: {allowOrigins: [{exact: "https://a.example.com"}]}, route: [{destination: {host: x}}]',
    );
    const ask = (origin: string) =>
      traceText(text, {
        url: SHOP,
        method: 'OPTIONS',
        headers: [
          ['Origin', origin],
          ['Access-Control-Request-Method', 'PUT'],
        ],
      });
    expect(ask('https://a.example.com')).toMatchObject({ outcome: 'direct-response', status: 200 });
    expect(ask('https://b.example.com').outcome).toBe('routed');
  });

  test('weights are shares, and a lone weight counts nothing', () => {
    const shares = (route: string) =>
      traceText(
        GATEWAY + backend('x') + backend('y') + service(`{route: [${route}]}`),
        SHOP,
      ).shares.map(({ share }) => share);
    expect(shares('{destination: {host: x}, weight: 0}')).toEqual([1]);
    expect(
      shares(
        '{destination: {host: x}, weight: 3}, {destination: {host: y}, weight: 1}, {destination: {host: z}}',
      ),
    ).toEqual([0.75, 0.25]);
  });
});

describe('[V38] clusters', () => {
  const rule = (namespace: string): string =>
    `---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: x, namespace: ${namespace}}\nspec: {host: x.default.svc.cluster.local, subsets: [{name: v1, labels: {v: one}}]}\n`;
  const subset =
    GATEWAY + backend('x') + service('{route: [{destination: {host: x, subset: v1}}]}');

  test('a subset is one of a rule beside the Service or in the namespace of Istio', () => {
    expect(traceText(subset, SHOP)).toMatchObject({
      outcome: 'no-cluster',
      status: 503,
      flag: 'NC',
    });
    expect(traceText(subset + rule('default'), SHOP).outcome).toBe('routed');
    expect(traceText(subset + rule('istio-system'), SHOP).outcome).toBe('routed');
    expect(traceText(subset + rule('elsewhere'), SHOP).outcome).toBe('no-cluster');
  });

  test('a port that nobody wrote is the only one of the Service, else that of the server', () => {
    expect(traceText(GATEWAY + backend('x', 9000) + service(to('x')), SHOP).destination?.port).toBe(
      9000,
    );
    expect(traceText(GATEWAY + service(to('x')), SHOP).destination?.port).toBe(80);
    const secure = gateway(httpsServer()) + service(to('x'));
    expect(traceText(secure, 'https://shop.example.com').destination?.port).toBe(443);
  });

  test('no pod with the labels is 503 UH, where the text has pods there', () => {
    const pods =
      '---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {template: {metadata: {labels: {app: other}}}}\n';
    const text = GATEWAY + backend('x') + service(to('x'));
    expect(traceText(text, SHOP).outcome).toBe('routed');
    expect(traceText(text + pods, SHOP)).toMatchObject({
      outcome: 'no-endpoints',
      status: 503,
      flag: 'UH',
    });
  });
});

describe('[V38] who is behind a cluster', () => {
  const pods =
    '---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {template: {metadata: {labels: {app: other}}}}\n';
  const machine = (spec: string, metadata = ''): string =>
    `---\napiVersion: networking.istio.io/v1\nkind: WorkloadEntry\nmetadata: {name: vm${metadata}}\nspec: {address: 10.0.0.1${spec}}\n`;

  test('machines outside of the cluster are selected as pods are (convertWorkloadEntry)', () => {
    const text = GATEWAY + backend('x') + service(to('x')) + pods;
    expect(traceText(text + machine(', labels: {app: x}'), SHOP).outcome).toBe('routed');
    expect(traceText(text + machine('', ', labels: {app: x}'), SHOP).outcome).toBe('routed');
    expect(traceText(text + machine(', labels: {app: y}'), SHOP).outcome).toBe('no-endpoints');
    const elsewhere = machine(', labels: {app: x}', ', namespace: elsewhere');
    expect(traceText(text + elsewhere, SHOP).outcome).toBe('no-endpoints');
  });

  test('a subset of names that none of them is in has no cluster (buildCluster)', () => {
    const entry = (resolution: string): string => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: api}
spec: {hosts: [api.example.com], resolution: ${resolution}, ports: [{number: 80, name: http, protocol: HTTP}], endpoints: [{address: 10.0.0.1, labels: {version: v1}}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: api}
spec: {host: api.example.com, subsets: [{name: v2, labels: {version: v2}}]}
`;
    const route = service('{route: [{destination: {host: api.example.com, subset: v2}}]}');
    expect(traceText(GATEWAY + route + entry('DNS'), SHOP)).toMatchObject({ flag: 'NC' });
    expect(traceText(GATEWAY + route + entry('STATIC'), SHOP)).toMatchObject({ flag: 'UH' });
  });
});

describe('[V33] TLS', () => {
  const text =
    gateway(httpsServer('shop.example.com', 'https', 'MUTUAL')) + backend('x') + service(to('x'));

  test('MUTUAL wants a certificate', () => {
    expect(traceText(text, 'https://shop.example.com/').outcome).toBe('tls-handshake-failed');
    const shown = { url: 'https://shop.example.com/', clientCertificate: true };
    expect(traceText(text, shown).outcome).toBe('routed');
  });

  test('plain text at TLS, and an unknown server name', () => {
    expect(traceText(text, { url: SHOP, port: 443 }).outcome).toBe('no-filter-chain');
    expect(traceText(text, 'https://other.example.com/').outcome).toBe('no-filter-chain');
    const any = gateway(httpsServer()) + service(to('x'));
    expect(traceText(any, { url: SHOP, port: 443 }).outcome).toBe('tls-handshake-failed');
  });

  test('the Host may be another than the server name, and then finds nothing', () => {
    const two =
      gateway(`${httpsServer('a.example.com', 'a')}, ${httpsServer('b.example.com', 'b')}`) +
      service(to('x'), 'b.example.com');
    const asked = { url: 'https://a.example.com/', hostHeader: 'b.example.com' };
    expect(traceText(two, asked)).toMatchObject({
      outcome: 'no-route',
      virtualHost: 'blackhole:443',
    });
  });

  test('without any Gateway nothing listens, and what is missing is said', () => {
    const trace = traceText(service(to('x')), SHOP);
    expect(trace.outcome).toBe('connection-refused');
    expect(trace.lesson?.causes[0]).toMatchObject({ applies: true });
    expect(trace.lesson?.causes[0]?.text).toContain('No Gateway of this text applies');
  });

  test('a server without any VirtualService ends every request at the virtual host', () => {
    const trace = traceText(gateway(httpServer()), SHOP);
    expect(trace).toMatchObject({ outcome: 'no-route', status: 404, flag: 'NR' });
    expect(trace.steps.at(-1)).toMatchObject({ hop: 'virtual-host', matched: false });
    expect(trace.lesson?.causes[0]?.text).toContain('No VirtualService has the host');
  });
});
