import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (name: string, hosts: string): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: edge}
spec:
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [${hosts}]}]
`;

const virtualService = (hosts: string, gateways = 'edge/public'): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [${hosts}]
  gateways: [${gateways}]
`;

describe('[A40] each host of a VirtualService on each of its Gateways', () => {
  test('is said where the Gateway takes others and not this one', () => {
    const [finding] = expectMarked(
      'PTL200',
      virtualService('a.example.com, «b.example.com»') + gateway('public', 'a.example.com'),
    );
    expect(finding).toMatchObject({
      severity: 'warning',
      follows: null,
      data: { host: 'b.example.com', namespace: 'edge', name: 'public' },
      related: [{ resource: 'Gateway/edge/public' }],
    });
    expectMarked(
      'PTL200',
      virtualService('a.example.com, b.example.com') + gateway('public', '"*.example.com"'),
    );
  });

  test('is left to IST0132 where the Gateway takes none', () => {
    expectMarked('PTL200', virtualService('b.example.com') + gateway('public', 'a.example.com'));
  });

  test('is a note where another Gateway, or the mesh, takes the host', () => {
    const text =
      gateway('public', 'a.example.com, c.example.com') +
      gateway('private', 'b.example.com, c.example.com');
    const found = expectMarked(
      'PTL200',
      virtualService('«a.example.com», «b.example.com»', 'edge/public, edge/private') + text,
    );
    expect(found.map(({ severity }) => severity)).toEqual(['info', 'info']);
    expectMarked(
      'PTL200',
      virtualService('a.example.com, web, web.shop.svc.cluster.local', 'edge/public, mesh') + text,
    );
  });

  test('says that a wildcard does not stand for the name itself', () => {
    const text = gateway('public', '"*.example.com"');
    const [finding] = expectMarked('PTL201', virtualService('«example.com»') + text);
    expect(finding).toMatchObject({ severity: 'warning', follows: 'IST0132' });
    expectMarked('PTL201', virtualService('www.example.com, «example.com»') + text);
    expectMarked('PTL201', virtualService('«"*.example.com"»') + gateway('public', 'example.com'));
    expectMarked('PTL201', virtualService('a.b.example.com') + text);
  });

  test('says that a host is kept for another namespace', () => {
    expectMarked(
      'PTL202',
      virtualService('«a.example.com»') + gateway('public', '"./a.example.com", "other/*"'),
    );
    expectMarked(
      'PTL202',
      virtualService('a.example.com') + gateway('public', '"shop/a.example.com"'),
    );
  });

  test('says that capital letters count', () => {
    expectMarked(
      'PTL203',
      virtualService('«Shop.example.com»') + gateway('public', 'shop.example.com'),
    );
    expectMarked(
      'PTL203',
      virtualService('shop.example.com') + gateway('public', 'shop.example.com'),
    );
  });
});
