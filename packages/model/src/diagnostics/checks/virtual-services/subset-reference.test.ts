import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const route = (subset: string, name = 'cart', more = '') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}}
spec:
  hosts: [cart]${more}
  http:
  - route:
    - destination: {host: cart${subset === '' ? '' : `, subset: ${subset}`}}
`;

const rule = (host: string, subset: string) => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec:
  host: "${host}"
  subsets: [{name: ${subset}, labels: {version: one}}]
`;

const SERVICE = `---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{name: http, port: 80}]}
`;

describe('[A110] a subset that a destination names', () => {
  test('is wrong where no DestinationRule of the host has it', () => {
    const [one] = expectMarked('IST0101', route('«v2»') + rule('cart', 'v1') + SERVICE);
    expect(one).toMatchObject({
      severity: 'error',
      istioMessage: 'Referenced host+subset in destinationrule not found: "cart+v2"',
      related: [{ resource: 'DestinationRule/default/cart' }],
    });
    expectMarked('IST0101', route('v1') + rule('cart', 'v1') + SERVICE);
    expectMarked('IST0101', route('v1') + rule('cart.default.svc.cluster.local', 'v1') + SERVICE);
    expect(expectMarked('IST0101', route('«v1»') + SERVICE)).toMatchObject([{ severity: 'error' }]);
  });

  test('is unknown where neither the host nor a rule for it is in the text', () => {
    const found = expectMarked('IST0101', route('«v1»').replace('host: cart', 'host: «cart»'));
    expect(found).toMatchObject([{ certainty: 'unknown' }, { certainty: 'unknown' }]);
  });

  test('may come from a rule whose host is a wildcard', () => {
    const text = route('«v1»') + rule('*.default.svc.cluster.local', 'v1') + SERVICE;
    expect(expectMarked('IST0101', text)).toMatchObject([{ severity: 'info' }]);
  });

  test('has no effect on requests that a Gateway sends without one', () => {
    const outside = route('', 'outside', '\n  gateways: [public]').replace(
      'host: cart',
      'host: «cart»',
    );
    const [one] = expectMarked('IST0140', outside + route('v1') + rule('cart', 'v1') + SERVICE);
    expect(one).toMatchObject({
      istioMessage:
        'Subset in virtual service default/cart has no effect on ingress gateway default/outside requests',
    });
    expectMarked('IST0140', route('', 'outside') + route('v1'));
    expectMarked('IST0140', route('v1', 'outside', '\n  gateways: [public]') + route('v1'));
  });
});
