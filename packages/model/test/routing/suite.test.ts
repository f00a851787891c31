import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildRequest,
  buildSnapshot,
  changedOutcomesInSlices,
  type Expectation,
  expectationOf,
  findMismatches,
  parseSuite,
  readSuite,
  requestsForRoutes,
  type SavedRequest,
  suiteEntry,
  type TraceProtocol,
  type TraceRequest,
  traceRequest,
  writeSuite,
} from '../../src/index.ts';
import { loadRegexEngine } from '../../src/schema/values/regex-engine.ts';
import { gatewayConfigs } from '../../src/snapshot-envoy.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';
import { randomIngress } from './random-ingress.ts';

const regex = await loadRegexEngine();

function request(url: string, beside: Partial<TraceRequest> = {}): TraceRequest {
  const built = buildRequest({ url });
  if (!built.ok) throw new Error(built.reason);
  return { ...built.request, ...beside };
}

describe('[V43] saved requests that are written', () => {
  test('say what the URL does not, and nothing else', () => {
    const plain = {
      name: 'cart',
      request: request('https://shop.example.com/cart?a=1'),
      expect: {},
    };
    expect(suiteEntry(plain)).toEqual({ name: 'cart', url: 'https://shop.example.com/cart?a=1' });
    const odd: SavedRequest = {
      name: 'odd',
      request: request('http://shop.example.com/', {
        method: 'POST',
        gateway: 'istio-system/public',
        podPort: 8080,
        path: '/a b',
        headers: { 'x-user': 'jo' },
      }),
      expect: { outcome: 'no-route', status: 404 },
    };
    expect(writeSuite([odd])).toBe(`requests:
  - name: odd
    url: http://shop.example.com
    method: POST
    headers:
      x-user: jo
    gateway: istio-system/public
    podPort: 8080
    path: /a b
    expect:
      outcome: no-route
      status: 404
`);
    expect(writeSuite([])).toBe('requests: []\n');
  });

  test.each([
    ['bytes', request('tcp://gateway:3306')],
    ['TLS without a server name', request('tls://gateway:8443', { sni: null })],
    ['TLS by another name than the host', request('https://a.example/', { sni: 'b.example' })],
    ['HTTPS by address', request('https://10.0.0.1/')],
    ['HTTP/2 in plain text', request('http://a.example/', { protocol: 'http2' })],
    ['another port than the host says', request('http://a.example:8080/', { port: 80 })],
    ['a host that names the usual port', request('https://a.example/', { host: 'a.example:443' })],
    ['no host at all', request('http://a.example/', { host: '' })],
    ['a host that no URL holds', request('http://a.example/', { host: 'a b/c' })],
    ['a path that no URL holds', request('http://a.example/', { path: '/a#b', query: 'c d' })],
    ['an empty query', request('http://a.example/?')],
    ['IPv6', request('http://[::1]:8080/x')],
  ])('are the same when they are read again: %s', (name, asked) => {
    const saved = [{ name, request: asked, expect: {} }];
    expect(parseSuite(writeSuite(saved))).toEqual({ ok: true, requests: saved });
  });

  test(
    'are the same when they are read again, as text and as data, whatever they are',
    () => {
      fc.assert(
        fc.property(fc.array(savedRequest, { maxLength: 5 }), (saved) => {
          expect(parseSuite(writeSuite(saved))).toEqual({ ok: true, requests: saved });
          const data: unknown = JSON.parse(JSON.stringify(saved.map(suiteEntry)));
          expect(readSuite(data)).toEqual({ ok: true, requests: saved });
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

describe('[V43] what is saved of a trace as expected', () => {
  test(
    'fits that trace, and is read again as it was',
    () => {
      fc.assert(
        fc.property(randomIngress, (text) => {
          const snapshot = buildSnapshot(text);
          const saved = requestsForRoutes(snapshot, regex).map((asked, index) => {
            const trace = traceRequest(snapshot, asked, regex);
            const expected = expectationOf(trace);
            expect(findMismatches(trace, expected)).toEqual([]);
            return { name: `request ${index}`, request: asked, expect: expected };
          });
          expect(parseSuite(writeSuite(saved))).toEqual({ ok: true, requests: saved });
        }),
        { numRuns: Math.ceil(RUNS / 4) },
      );
    },
    TIMEOUT,
  );
});

test('[V43] a file that holds none says why', () => {
  expect(parseSuite('requests: [')).toMatchObject({ ok: false });
  expect(parseSuite('')).toMatchObject({ ok: false });
  expect(parseSuite('requests: []\n---\nrequests: []\n')).toEqual({
    ok: false,
    problems: ['It holds several documents. Keep one.'],
  });
});

test('[V42] two texts are compared with pauses, of which each is a route or a request', () => {
  const before = buildSnapshot(SHOP);
  const after = buildSnapshot(SHOP.replace('prefix: /cart', 'prefix: /basket'));
  // What is compiled already is not compiled again.
  for (const snapshot of [before, after]) gatewayConfigs(snapshot);
  const slices = changedOutcomesInSlices(before, after, regex);
  let pauses = 0;
  let step = slices.next();
  for (; step.done !== true; step = slices.next()) pauses += 1;
  // Two routes in each text, and of their requests one is the same in both.
  expect(pauses).toBe(2 + 2 + 3);
  expect(step.value.map(({ request }) => request.path)).toEqual(['/cart', '/basket']);
});

const SHOP = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [public]
  http:
  - match: [{uri: {prefix: /cart}}]
    route: [{destination: {host: cart}}]
  - match: [{uri: {prefix: /other}}]
    directResponse: {status: 200}
`;

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const some = text.filter((value) => value !== '');
const port = fc.integer({ min: 1, max: 65_535 });
const host = fc.oneof(
  fc.constantFrom('shop.example.com', 'shop:8080', '10.1.2.3', '[::1]:80'),
  text,
);
const target = fc.oneof(text, fc.constantFrom('cart', 'a/b', 'a b', '%2e')).map((end) => `/${end}`);

const headers = fc
  .array(fc.tuple(some, text), { maxLength: 3 })
  .map((pairs) => pairs.map(([name, value]) => [name.trim().toLowerCase(), value.trim()] as const))
  .map((pairs) => Object.fromEntries(pairs.filter(([name]) => name !== 'host')));

/** As requests come out of the request bar: what cannot be said of bytes is not there. */
const anyRequest: fc.Arbitrary<TraceRequest> = fc
  .record({
    protocol: fc.constantFrom<TraceProtocol>('http', 'http2', 'https', 'tls', 'tcp'),
    gateway: fc.option(some),
    port,
    podPort: fc.option(port),
    method: some,
    host,
    path: target.map((path) => path.replaceAll('?', '')),
    query: fc.option(text),
    headers,
    sni: fc.option(some),
    clientCertificate: fc.boolean(),
  })
  .map((asked) => ({
    ...asked,
    host: ['tcp', 'tls'].includes(asked.protocol) ? '' : asked.host,
    sni: ['https', 'tls'].includes(asked.protocol) ? asked.sni : null,
  }));

const shares = fc.dictionary(
  fc.constantFrom(
    'cart',
    'cart:80',
    'cart v1',
    'cart.shop:80 v1',
    'outbound|80||cart.svc',
    '1',
    'no',
  ),
  fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true })),
  { minKeys: 1 },
);

const expectation: fc.Arbitrary<Expectation> = fc.record(
  {
    outcome: text,
    status: fc.integer(),
    location: text,
    virtualHost: text,
    route: text,
    cluster: text,
    upstreamPath: text,
    shares,
  },
  { requiredKeys: [] },
);

const savedRequest: fc.Arbitrary<SavedRequest> = fc.record({
  name: some,
  request: anyRequest,
  expect: expectation,
});
