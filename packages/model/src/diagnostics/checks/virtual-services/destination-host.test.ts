import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const service = (name: string, ports: string, more = '') => `---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop${more}}
spec:
  ports: [${ports}]
`;

const serviceEntry = (host: string, exportTo = '"*"') => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: outside, namespace: far}
spec:
  hosts: ["${host}"]
  exportTo: [${exportTo}]
`;

const route = (destination: string, more = '') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]${more}
  http:
  - route:
    - destination: ${destination}
`;

const HTTP = '{name: http, port: 80}';
const BOTH = `${HTTP}, {name: admin, port: 8080}`;

describe('[A109] the host of a destination', () => {
  test('is wrong where the namespace has Services and not this one', () => {
    const [one] = expectMarked('IST0101', route('{host: «card»}') + service('cart', HTTP));
    expect(one).toMatchObject({
      severity: 'error',
      istioMessage: 'Referenced host not found: "card"',
      data: { reference: 'host', host: 'card' },
    });
    expectMarked('IST0101', route('{host: cart}') + service('cart', HTTP));
    expectMarked('IST0101', route('{host: cart.shop.svc.cluster.local}') + service('cart', HTTP));
  });

  test('is unknown where the text has no Service of the namespace, or the host is from outside', () => {
    for (const host of ['cart', 'cart.far.svc.cluster.local', 'api.example.com'])
      expect(expectMarked('IST0101', route(`{host: «${host}»}`))).toMatchObject([
        { severity: 'info', certainty: 'unknown' },
      ]);
    expectMarked('IST0101', route('{host: api.example.com}'), {
      externalHosts: ['api.example.com'],
    });
    expectMarked('IST0101', route('{host: api.example.com}') + serviceEntry('*.example.com'));
  });

  test('cut short to name and namespace is wrong', () => {
    const [one] = expectMarked('IST0101', route('{host: «cart.shop»}') + service('cart', HTTP));
    expect(one).toMatchObject({
      severity: 'error',
      data: { suggestion: 'cart.shop.svc.cluster.local' },
    });
  });

  test('is wrong where it is not exported to the namespace', () => {
    expect(
      expectMarked('IST0101', route('{host: «api.com»}') + serviceEntry('api.com', '.')),
    ).toMatchObject([{ severity: 'error' }]);
    expectMarked('IST0101', route('{host: api.com}') + serviceEntry('api.com', 'shop'));
    const hidden = service(
      'cart',
      HTTP,
      ', annotations: {networking.istio.io/exportTo: "far, near"}',
    );
    expectMarked('IST0101', route('{host: «cart»}') + hidden);
    expectMarked('IST0101', route('{host: cart}', '\n  exportTo: [near]') + hidden);
  });

  test('is there for mirrors too', () => {
    const mirrors = `\n    mirror: {host: «card»}\n    mirrors: [{destination: {host: «cat»}}]`;
    const text = `${route('{host: cart}').trimEnd() + mirrors}\n${service('cart', HTTP)}`;
    expect(expectMarked('IST0101', text)[0]).toMatchObject({
      istioMessage: 'Referenced mirror host not found: "card"',
    });
  });

  test('has the port that is named', () => {
    const [one] = expectMarked(
      'IST0101',
      route('{host: cart, port: {number: «81»}}') + service('cart', HTTP),
    );
    expect(one).toMatchObject({
      severity: 'error',
      istioMessage: 'Referenced host:port not found: "cart:81"',
    });
    expectMarked('IST0101', route('{host: cart, port: {number: 80}}') + service('cart', HTTP));
  });

  test('says which port of the Service leads to that of the containers', () => {
    const [one] = expectMarked(
      'IST0101',
      route('{host: cart, port: {number: «8080»}}') +
        service('cart', '{name: http, port: 80, targetPort: 8080}'),
    );
    expect(one?.data).toMatchObject({ suggestion: 80 });
    expect(one?.message).toContain('Write 80.');
  });

  test('is no namespace/name', () => {
    const [one] = expectMarked('IST0101', route('{host: «shop/cart»}') + service('cart', HTTP));
    expect(one).toMatchObject({ severity: 'error', certainty: 'wrong' });
    expect(one?.data).toMatchObject({ suggestion: 'cart.shop.svc.cluster.local' });
  });

  test('with several ports needs to say which', () => {
    const [one] = expectMarked('IST0112', route('{host: «cart»}') + service('cart', BOTH));
    expect(one).toMatchObject({ severity: 'error' });
    expect(one?.istioMessage).toContain('"cart" that exposes multiple ports [80 8080].');
    expectMarked('IST0112', route('{host: cart}') + service('cart', HTTP));
    expectMarked('IST0112', route('{host: cart, port: {number: 80}}') + service('cart', BOTH));
  });
});
