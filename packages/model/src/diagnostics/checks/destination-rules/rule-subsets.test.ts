import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const rule = (host: string, labels = '{version: one}') => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec:
  host: ${host}
  subsets: [{name: v1, labels: ${labels}}]
`;

const service = (app: string) => `---
apiVersion: v1
kind: Service
metadata: {name: ${app}}
spec: {selector: {app: ${app}}, ports: [{name: http, port: 80}]}
`;

const pod = (name: string, labels: string, node = '') => `---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, labels: ${labels}}
spec: {nodeName: "${node}"}
`;

const NODE = `---
apiVersion: v1
kind: Node
metadata: {name: n1, labels: {topology.kubernetes.io/zone: z1, topology.istio.io/subzone: s1}}
`;

const USE = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart}
spec:
  hosts: [cart]
  http: [{route: [{destination: {host: cart, subset: v1}}]}]
`;

describe('[A120] the host of a DestinationRule', () => {
  test('is in the registry', () => {
    const [one] = expectMarked('IST0174', rule('«card»') + service('cart'));
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage:
        'The host card defined in the DestinationRule does not match any services in the mesh.',
    });
    expectMarked('IST0174', rule('cart') + service('cart'));
    expect(expectMarked('IST0174', rule('«cart»'))).toMatchObject([{ certainty: 'unknown' }]);
  });

  test('may be a wildcard over one that is', () => {
    expectMarked('IST0174', rule('"*.local"') + service('cart'));
    expect(expectMarked('IST0174', rule('«"*.com"»') + service('cart'))).toMatchObject([
      { severity: 'info', certainty: 'unknown' },
    ]);
  });
});

describe('[A121] the labels of a subset', () => {
  test('are those of a pod', () => {
    const text =
      rule('cart', '«{version: one}»') + service('cart') + pod('a', '{app: cart, version: two}');
    expect(expectMarked('IST0173', text)).toMatchObject([{ severity: 'warning' }]);
    const [one] = expectMarked('IST0173', text + USE);
    expect(one).toMatchObject({
      severity: 'error',
      certainty: 'wrong',
      istioMessage:
        'The Subset v1 defined in the DestinationRule does not select any pods. Which may lead to 503 UH (NoHealthyUpstream).',
    });
    expectMarked('IST0173', rule('cart') + service('cart') + pod('a', '{app: cart, version: one}'));
    expect(
      expectMarked('IST0173', rule('cart', '«{version: one}»') + service('cart')),
    ).toMatchObject([{ severity: 'info', certainty: 'unknown' }]);
  });

  test('are of a host that is written', () => {
    const [finding] = expectMarked('IST0174', rule('«""»', '{a: b}'));
    expect(finding?.message).toContain('This rule has no host');
  });

  test('may come from the node', () => {
    const zone = '{topology.kubernetes.io/zone: z1, topology.istio.io/subzone: s1}';
    const pods = pod('a', '{app: cart}', 'n1');
    expectMarked('IST0173', rule('cart', zone) + service('cart') + pods + NODE);
    expectMarked('IST0173', rule('cart', `«${zone}»`) + service('cart') + pods);
    const host = '{kubernetes.io/hostname: n1}';
    expectMarked('IST0173', rule('cart', host) + service('cart') + pods);
  });

  test('are those of a pod that the Service selects', () => {
    const text =
      rule('cart', '«{version: one}»') +
      service('cart') +
      pod('a', '{app: cart, version: two}') +
      pod('b', '{app: pay, version: one}');
    expect(expectMarked('KIA0203', text)).toMatchObject([{ severity: 'info', istioMessage: null }]);
    expect(expectMarked('KIA0203', text + USE)).toMatchObject([
      { severity: 'error', related: [{ resource: 'VirtualService/default/cart' }] },
    ]);
    expectMarked('KIA0203', text.replaceAll(/[«»]/g, '') + pod('c', '{app: cart, version: one}'));
  });
});
