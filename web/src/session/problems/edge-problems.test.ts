import { buildSnapshot, diagnoseSnapshot } from '@portolan/model';
import { expect, test } from 'vitest';
import { findUnsureNodes, problemsByEdge } from './edge-problems.ts';
import { problemWordsByResource } from './resource-problems.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [nowhere]
  http:
    - match: [{uri: {prefix: /a}}]
      route: [{destination: {host: cart}}]
    - match: [{uri: {prefix: /b}}]
      route: [{destination: {host: pay.payments.svc.cluster.local}}]
    - match: [{uri: {prefix: /c}}]
      route: [{destination: {host: stock, port: {number: 1}}}]
---
apiVersion: v1
kind: Service
metadata: {name: stock}
spec: {ports: [{port: 80, name: http}]}
`;

function diagnose(text: string) {
  const diagnosis = diagnoseSnapshot(buildSnapshot(text));
  return { diagnosis, hasSchema: false };
}

test('a line has the worst that is said of its field, and what cannot be known is told apart', () => {
  const state = diagnose(TEXT);
  const looks = Object.fromEntries(
    Array.from(problemsByEdge(state), ([id, { look, first }]) => [id, `${look} ${first.code}`]),
  );
  expect(looks).toEqual({
    'binds:Gateway/default/nowhere>VirtualService/default/shop': 'error IST0101',
    'routes:VirtualService/default/shop>Service/default/cart#http-0-0': 'error IST0101',
    'routes:VirtualService/default/shop>Service/payments/pay#http-1-0': 'unknown IST0101',
    'routes:VirtualService/default/shop>Service/default/stock#http-2-0': 'error IST0101',
  });
  expect([...findUnsureNodes(state)]).toEqual(['Service/payments/pay']);
  expect(problemWordsByResource(state).get('VirtualService/default/shop')).toBe('3 errors');
});

test('in a List the fields are found too', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n${TEXT.split('---\n')
    .map((part) => part.replace(/^/gm, '    ').replace('    ', '  - ').trimEnd())
    .join('\n')}\n`;
  expect(problemsByEdge(diagnose(list)).size).toBe(4);
});
