import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const GATEWAY = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*.example.com"]}]
`;

const virtualService = (hosts: string, gateways = ''): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [${hosts}]
  ${gateways}
`;

const ENTRY = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: api}
spec: {hosts: [api.example.com]}
`;

describe('[A41] a VirtualService that names no Gateway', () => {
  test('is noted where a Gateway takes its host', () => {
    const [finding] = expectMarked('PTL204', virtualService('«shop.example.com»') + GATEWAY);
    expect(finding).toMatchObject({ severity: 'info', data: { gateway: 'edge/public' } });
    expectMarked('PTL204', virtualService('«shop.example.com»', 'gateways: [mesh]') + GATEWAY);
  });

  test('is right where it names one, or the host is one of the mesh', () => {
    expectMarked('PTL204', virtualService('shop.example.com'));
    expectMarked('PTL204', virtualService('shop.example.com', 'gateways: [edge/public]') + GATEWAY);
    expectMarked(
      'PTL204',
      virtualService('reviews, reviews.prod, a.b.svc.cluster.local') + GATEWAY,
    );
    expectMarked('PTL204', virtualService('api.example.com') + GATEWAY + ENTRY);
    expectMarked('PTL204', virtualService('shop.example.org') + GATEWAY);
  });
});
