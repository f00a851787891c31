import { buildSnapshot } from '@portolan/model';
import { expect, test } from 'vitest';
import { listConnectionEnds } from './connection-ends.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  http:
    - match: [{uri: {prefix: /cart}}]
      route: [{destination: {host: cart, port: {number: 80}}}]
    - redirect: {uri: /}
    - route: [{destination: {host: web}}]
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{name: http, port: 80}, {name: admin, port: 9000}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: front}
spec: {ports: [{name: http, port: 80}]}
`;
const EDGE = 'routes:VirtualService/default/shop>Service/default/cart#http-0-0';
const snapshot = buildSnapshot(TEXT);

test('an end can be moved to every other port and Service, and not to where it is', () => {
  const ends = listConnectionEnds(snapshot, EDGE, 'target');
  expect(ends.map(({ label, detail }) => `${label} (${detail})`)).toEqual([
    'web (namespace default)',
    'cart, port 9000 (namespace default)',
    'web (namespace front)',
  ]);
});

test('a start can be moved to every other route that takes a destination', () => {
  const ends = listConnectionEnds(snapshot, EDGE, 'source');
  expect(ends.map(({ label, detail }) => `${label} (${detail})`)).toEqual([
    'shop, http route 3 (any request)',
  ]);
});

test('of a line that is not there nothing can be moved', () => {
  expect(listConnectionEnds(snapshot, 'routes:a>b#http-0-0', 'target')).toEqual([]);
});
