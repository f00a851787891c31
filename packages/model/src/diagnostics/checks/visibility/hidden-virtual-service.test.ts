import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (selector = '{istio: ingressgateway}'): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: shop}
spec:
  selector: ${selector}
`;

const DEPLOYMENT = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: edge}
spec: {template: {metadata: {labels: {istio: edge}}}}
`;

const virtualService = (exportTo: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [public]
  ${exportTo}
`;

describe('[A49] a VirtualService that is exported', () => {
  test('has to be seen where the pods of its Gateway run', () => {
    const text = virtualService('«exportTo»: ["."]') + gateway('{istio: edge}') + DEPLOYMENT;
    expect(expectMarked('PTL250', text)).toMatchObject([
      { severity: 'warning', certainty: 'wrong', data: { namespaces: ['edge'] } },
    ]);
  });

  test('may be seen elsewhere than assumed', () => {
    expect(expectMarked('PTL250', virtualService('«exportTo»: ["."]') + gateway())).toMatchObject([
      { certainty: 'unknown', data: { assumption: 'gateways', namespaces: ['istio-system'] } },
    ]);
  });

  test('is right where it is seen, or where no pods are known', () => {
    expectMarked('PTL250', virtualService('exportTo: [".", istio-system]') + gateway());
    expectMarked('PTL250', virtualService('exportTo: ["*"]') + gateway());
    expectMarked('PTL250', virtualService('') + gateway());
    expectMarked('PTL250', virtualService('exportTo: ["."]') + gateway('{istio: other}'));
  });
});
