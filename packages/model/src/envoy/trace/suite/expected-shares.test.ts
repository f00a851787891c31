import { describe, expect, test } from 'vitest';
import {
  backend,
  gateway,
  httpServer,
  service,
  traceText,
} from '../../../../test/routing/trace-text.ts';
import { expectationOf, findMismatches } from './expectation.ts';
import { type ExpectedShares, parseShares, sayShares } from './expected-shares.ts';
import { readSuite } from './read-suite.ts';

const destination = (host: string, weight: number, subset = '') =>
  `{destination: {host: ${host}${subset}}, weight: ${weight}}`;

const TEXT =
  gateway(httpServer()) +
  service(
    `{match: [{uri: {prefix: /third}}], route: [${destination('cart', 1)}, ${destination('cards', 2)}]}, {route: [${destination('cart', 60, ', subset: v1')}, ${destination('cart', 30, ', subset: v2')}, ${destination('cards', 9)}, ${destination('gone', 1)}]}`,
  ) +
  backend('cart') +
  backend('cards') +
  `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec: {host: cart, subsets: [{name: v1, labels: {v: one}}, {name: v2, labels: {v: two}}]}
`;

function mismatchesOf(shares: ExpectedShares, path = '/') {
  return findMismatches(traceText(TEXT, `http://shop.example.com${path}`), { shares });
}

describe('[V42] expected shares', () => {
  test.each<readonly [string, ExpectedShares]>([
    ['a subset', { 'cart v1': 60, 'cart v2': 30 }],
    ['a host with all its subsets', { cart: 90 }],
    ['a host no shorter than its first label', { car: 0, cards: 9 }],
    ['a host with its namespace, its port, or in full', { 'cart.default': 90, 'CART:80 v1': 60 }],
    ['the whole name of a cluster', { 'outbound|80|v1|cart.default.svc.cluster.local': 60 }],
    ['what is not there', { 'cart v3': 0, 'cart:81': 0, 'cart.shop': 0, orders: 0 }],
    ['what fails on its way', { gone: 0 }],
  ])('are those of %s', (_, shares) => {
    expect(mismatchesOf(shares)).toEqual([]);
  });

  test('differ by more than rounding, and say what is there instead', () => {
    expect(mismatchesOf({ cart: 33.3, cards: 66.67 }, '/third')).toEqual([]);
    expect(mismatchesOf({ cart: 33, cards: 66.7 }, '/third')).toEqual([
      {
        field: 'shares',
        expected: { cart: 33, cards: 66.7 },
        actual: { cart: 33.3, cards: 66.7 },
      },
    ]);
    expect(mismatchesOf({ 'cart v1': 90 })).toHaveLength(1);
  });

  test('are taken over as they are now for the destinations that were named', () => {
    const trace = traceText(TEXT, 'http://shop.example.com/');
    expect(expectationOf(trace)).not.toHaveProperty('shares');
    expect(expectationOf(trace, { shares: { 'cart v2': 50 } }).shares).toEqual({ 'cart v2': 30 });
  });

  test.each([
    ['not a mapping', ['cart']],
    ['nothing', {}],
    ['a share that is no number', { cart: '90' }],
    ['more than all', { cart: 101 }],
    ['less than nothing', { cart: -1 }],
    ['no share', { cart: null }],
    ['a name that is none', { 'cart v1 v2': 90 }],
    ['a name without a host', { ':80': 90 }],
    ['a port that is none', { 'cart:http': 90 }],
  ])('are refused where they are %s', (_, shares) => {
    const read = readSuite([{ url: 'http://a/', expect: { shares } }]);
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? [] : read.problems[0]).toContain('requests[0].expect.shares is a mapping of');
  });

  test('are written as one types them', () => {
    const typed = 'cart:80 v1: 90, cart v2: 9.5';
    expect(parseShares(typed)).toEqual({ 'cart:80 v1': 90, 'cart v2': 9.5 });
    expect(sayShares(parseShares(typed) ?? {})).toBe(typed);
    expect(parseShares(' cart:90% ')).toEqual({ cart: 90 });
    for (const odd of ['', 'cart', 'cart:', 'cart: 90, cart: 10', '90', 'cart: 90,'])
      expect(parseShares(odd)).toBeNull();
  });
});
