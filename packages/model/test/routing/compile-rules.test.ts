import { describe, expect, test } from 'vitest';
import { findDelegateConflict } from '../../src/envoy/delegate-conflict.ts';
import { backend, gateway, httpServer, service, to, traceText } from './trace-text.ts';

// Rules of the compile at their edges; each test says the statement that it proves.

const GATEWAY = gateway(httpServer());
const SHOP = 'http://shop.example.com';

describe('[V3] the ports of the Services in front', () => {
  const at = (date: string): string => `, creationTimestamp: "${date}T00:00:00Z"`;
  const front = (ports: string, date = ''): string =>
    `---\napiVersion: v1\nkind: Service\nmetadata: {name: front, namespace: istio-system${date}}\nspec: {type: LoadBalancer, selector: {istio: ingressgateway}, ports: [${ports}]}\n`;
  const entry = (target: number, date = ''): string =>
    `---\napiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: entry, namespace: istio-system${date}}\nspec:\n  hosts: [entry.example.com]\n  workloadSelector: {labels: {istio: ingressgateway}}\n  ports: [{number: 80, name: http, protocol: HTTP, targetPort: ${target}}]\n`;
  const listenerOf = (text: string): string | null =>
    traceText(text + GATEWAY + service(to('x')), { url: SHOP, podPort: 8081 }).listener;

  test('are asked by age, and of one age by host, ServiceEntries among them', () => {
    const own = (date = '') => front('{name: http, port: 80, targetPort: 8080}', date);
    expect(listenerOf(own() + entry(8081))).toBe('0.0.0.0_8081');
    expect(listenerOf(own(at('2020-01-01')) + entry(8081, at('2021-01-01')))).toBeNull();
    expect(listenerOf(own(at('2021-01-01')) + entry(8081, at('2020-01-01')))).toBe('0.0.0.0_8081');
  });

  test.each([
    ['http', 'http-two', false],
    ['http', 'http2', true],
    ['web', 'plain', false],
    ['web', 'tcp', true],
    ['grpc', 'grpc-web', true],
  ])('named %s and %s with one target are two: %s', (one, other, areTwo) => {
    const text =
      front(
        `{name: ${one}, port: 80, targetPort: 8081}, {name: ${other}, port: 81, targetPort: 8081}`,
      ) +
      gateway(httpServer().replace('80', '81')) +
      service(to('x'));
    // One that does not count leaves the server on its own number.
    expect(traceText(text, { url: SHOP, podPort: 8081 }).listener).toBe(
      areTwo ? '0.0.0.0_8081' : null,
    );
  });
});

describe('[V10] what is written and says nothing', () => {
  test('port 0 is no port', () => {
    expect(traceText(GATEWAY + service(to('x', '{port: 0}')), SHOP).outcome).toBe('no-cluster');
  });

  test('a method, host or scheme without a value is asked for, so that is no catch-all', () => {
    for (const field of ['method', 'authority', 'scheme']) {
      const late = to('late', '{uri: {prefix: /late}}');
      const text = GATEWAY + service(`${to('one', `{${field}: {}}`)}, ${late}`);
      const younger = service(to('api', '{uri: {prefix: /api}}'), undefined, '-younger');
      const trace = traceText(text + younger, `${SHOP}/api`);
      expect(trace.cluster).toBe('outbound|80||one.default.svc.cluster.local');
    }
  });
});

describe('[V8] conflicts between a match and that of its delegate', () => {
  const root = { uri: { prefix: '/a' } };

  test('a condition that only asks whether something is there fits no other', () => {
    const [there, exact] = [{ headers: { a: {} } }, { headers: { a: { exact: 'x' } } }];
    expect(findDelegateConflict(there, exact)).toBe('headers');
    expect(findDelegateConflict(exact, there)).toBe('headers');
    expect(findDelegateConflict(there, there)).toBe('headers');
    expect(findDelegateConflict(root, { ...root, ...there })).toBeNull();
    expect(findDelegateConflict({ ...root, ...there }, root)).toBeNull();
  });

  test('a namespace of the source that the root asks for has to be said again', () => {
    expect(findDelegateConflict({ sourceNamespace: 'a' }, {})).toBe('sourceNamespace');
    expect(findDelegateConflict({ sourceNamespace: 'a' }, { sourceNamespace: 'a' })).toBeNull();
    expect(findDelegateConflict({}, { sourceNamespace: 'a' })).toBeNull();
  });
});

describe('[V37] of several destinations', () => {
  test('the upstream is that of the largest share, with what its destination says', () => {
    const destination = (host: string, weight: number): string =>
      `{destination: {host: ${host}}, weight: ${weight}, headers: {request: {set: {x-to: ${host}, Host: ${host}.example.com}}}}`;
    const routes = (more = ''): string =>
      `{${more}route: [${destination('cart', 1)}, ${destination('pay', 3)}]}`;
    const text = (more = ''): string =>
      GATEWAY + backend('cart') + backend('pay') + service(routes(more));
    expect(traceText(text(), SHOP).upstream).toEqual({
      path: '/',
      host: 'pay.example.com',
      headers: { 'x-to': 'pay' },
    });
    const rewritten = traceText(text('rewrite: {authority: z.example.com}, '), SHOP);
    expect(rewritten.upstream?.host).toBe('z.example.com');
  });
});

describe('[V38] the rule that counts', () => {
  const rule = (name: string, host: string, more = ''): string =>
    `---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: ${name}}\nspec: {host: ${host}, ${more}subsets: [{name: v1, labels: {v: one}}]}\n`;
  const subset =
    GATEWAY + backend('x') + service('{route: [{destination: {host: x, subset: v1}}]}');

  test('is the nearest of those that are for others too, also where these are not the pods', () => {
    const wide = rule('wide', '"*.default.svc.cluster.local"');
    const elsewhere = rule('near', 'x', 'exportTo: [elsewhere], ');
    const own = rule('near', 'x', 'exportTo: ["."], ');
    expect(traceText(subset + wide, SHOP).outcome).toBe('routed');
    expect(traceText(subset + wide + elsewhere, SHOP).outcome).toBe('no-cluster');
    expect(traceText(subset + wide + own, SHOP).outcome).toBe('routed');
  });
});
