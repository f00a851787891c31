import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const service = (name: string, http: string, gateways = '') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}}
spec:
  hosts: [shop.example.com]
  gateways: [${gateways}]
  http:
  - ${http}
`;

const gateway = (name: string) => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ${name}}
spec: {selector: {istio: ingressgateway}}
`;

describe('[A140] the weight of an only destination', () => {
  test('has no effect', () => {
    const route = (weight: string, more = '') =>
      service('shop', `route: [{destination: {host: cart}, weight: ${weight}}${more}]`);
    expect(expectMarked('KIA1104', route('«10»'))).toMatchObject([{ severity: 'warning' }]);
    for (const weight of ['0', '100']) expectMarked('KIA1104', route(weight));
    expectMarked('KIA1104', route('10', ', {destination: {host: pay}, weight: 90}'));
  });
});

describe('[A141] a destination', () => {
  test('is in a route once', () => {
    const route = (other: string) =>
      service(
        'shop',
        `route: [{destination: {host: cart}, weight: 1}, {destination: ${other}, weight: 1}]`,
      );
    const [one] = expectMarked('KIA1105', route('{host: «cart.default.svc.cluster.local»}'));
    expect(one?.related).toMatchObject([
      { path: ['spec', 'http', 0, 'route', 0, 'destination', 'host'] },
    ]);
    expectMarked('KIA1105', route('{host: cart, subset: v1}'));
  });
});

describe('[A142] a Gateway that a match names', () => {
  test('is there', () => {
    const route = (name: string) =>
      service('shop', `match: [{gateways: [mesh, ${name}]}]`, 'public');
    expect(expectMarked('KIA1102', route('«privat»') + gateway('public'))).toMatchObject([
      { severity: 'error', certainty: 'wrong' },
    ]);
    expectMarked('KIA1102', route('public') + gateway('public'));
    expect(expectMarked('KIA1102', route('«far/public»'))).toMatchObject([
      { severity: 'info', certainty: 'unknown' },
    ]);
  });
});

describe('[A143] a host on a Gateway', () => {
  test('is noted where several VirtualServices have it', () => {
    const both = (other: string) =>
      service('a', 'name: a', 'public') + service('b', 'name: b', other);
    const marked = both('default/public').replaceAll('[shop.example.com]', '[«shop.example.com»]');
    const found = expectMarked('KIA1106', marked);
    expect(found).toMatchObject([
      { severity: 'info', related: [{ resource: 'VirtualService/default/b' }] },
      { related: [{ resource: 'VirtualService/default/a' }] },
    ]);
    expectMarked('KIA1106', both('private'));
    expectMarked('KIA1106', both('mesh'));
  });
});
