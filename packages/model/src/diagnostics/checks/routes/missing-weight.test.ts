import { describe, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const route = (destinations: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  http: [{route: [${destinations}]}]
`;

describe('[A36] a destination without a weight', () => {
  test('gets nothing beside one that has one', () => {
    expectMarked(
      'PTL229',
      route('{destination: {host: a}, weight: 90}, «{destination: {host: b}}»'),
    );
  });

  test('gets everything alone; a written 0 is meant; no weight at all is a mistake of its own', () => {
    expectMarked('PTL229', route('{destination: {host: a}}'));
    expectMarked(
      'PTL229',
      route('{destination: {host: a}, weight: 9}, {destination: {host: b}, weight: 0}'),
    );
    expectMarked('PTL229', route('{destination: {host: a}}, {destination: {host: b}}'));
  });
});
