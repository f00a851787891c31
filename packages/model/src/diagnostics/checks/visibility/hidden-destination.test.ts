import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const WORLD = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: shop}
spec: {selector: {istio: edge}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: edge}
spec: {template: {metadata: {labels: {istio: edge}}}}
`;

const service = (exportTo: string): string => `---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, annotations: {networking.istio.io/exportTo: "${exportTo}"}}
`;

const rule = (namespace: string, more = ''): string => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: web, namespace: ${namespace}}
spec: {host: web.shop.svc.cluster.local, subsets: [{name: v1}]${more}}
`;

const virtualService = (destination: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [public]
  http: [{route: [{destination: ${destination}}]}]
`;

describe('[A50] a destination of a route on a Gateway', () => {
  test("has to be exported to the gateway's pods", () => {
    const found = expectMarked('PTL251', virtualService('{host: «web»}') + WORLD + service('.'));
    expect(found).toMatchObject([{ severity: 'warning', certainty: 'wrong' }]);
    expectMarked('PTL251', virtualService('{host: web}') + WORLD + service('., edge'));
    expectMarked('PTL251', virtualService('{host: web}') + WORLD + service('*'));
    expectMarked('PTL251', virtualService('{host: web}') + WORLD);
  });

  test('has a subset where they look for it', () => {
    const hidden = virtualService('{host: web, subset: «v1»}') + WORLD + service('*');
    const [finding] = expectMarked('PTL252', hidden + rule('third'));
    expect(finding?.message).toContain('Move it to the namespace shop');
    const [other] = expectMarked('PTL252', hidden + rule('shop', ', exportTo: ["."]'));
    expect(other?.message).toContain('Add "edge" to its exportTo');
  });

  test.each([
    ['the namespace of the pods', rule('edge', ', exportTo: ["."]')],
    ['that of the Service', rule('shop')],
    ["Istio's own", rule('istio-system')],
    ['a third one, beside one that counts', rule('third') + rule('shop')],
  ])('which is %s', (_where, rules) => {
    const text = virtualService('{host: web, subset: v1}') + WORLD + service('*');
    expectMarked('PTL252', text + rules);
  });
});
