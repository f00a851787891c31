import { buildSnapshot } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { searchMap } from './search-map.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge}
spec: {servers: [{port: {number: 443, protocol: HTTPS}, hosts: [shop.example.com]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: storefront}
spec:
  hosts: [shop.example.com]
  http:
  - match: [{uri: {prefix: /Cart}, headers: {x-user: {exact: beta}}}]
    route: [{destination: {host: cart}}]
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 8080}]}
---
apiVersion: v1
kind: Service
metadata: {name: my-cart}
spec: {ports: [{port: 9090}]}
`;

function find(query: string, most = 10): readonly string[] {
  return searchMap(buildSnapshot(TEXT).topology, query, most).map(
    ({ node, found }) => `${node.kind} ${node.name}${found === null ? '' : ` (${found})`}`,
  );
}

describe('searchMap', () => {
  test.each([
    ['name', 'storefr', ['VirtualService storefront']],
    [
      'host',
      'SHOP.example',
      ['Gateway edge (shop.example.com)', 'VirtualService storefront (shop.example.com)'],
    ],
    ['path in any case', '/cart', ['VirtualService storefront (/Cart)']],
    ['header value', 'beta', ['VirtualService storefront (beta)']],
    ['port', '9090', ['Service my-cart (9090)']],
    ['kind and name', 'service my', ['Service my-cart']],
    ['namespace', 'service shop', ['VirtualService storefront (shop.example.com)', 'Service cart']],
    ['nothing', 'nowhere', []],
  ])('finds by %s', (_, query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  test('puts names that begin with the query first, and stops at the most', () => {
    expect(find('cart', 2)[0]).toBe('Service cart');
    expect(find('cart', 2)).toHaveLength(2);
  });

  test('finds all with an empty query', () => {
    expect(find('').length).toBeGreaterThanOrEqual(4);
  });
});
