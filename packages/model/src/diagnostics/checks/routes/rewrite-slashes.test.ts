import { describe, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const route = (fields: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  http:
    - route: [{destination: {host: web}}]
      ${fields}
`;

describe('[A33] a rewrite', () => {
  test('doubles the slash behind a prefix that has none', () => {
    expectMarked('PTL224', route('match: [{uri: {prefix: /shop}}]\n      rewrite: {uri: «/»}'));
    expectMarked('PTL224', route('match: [{uri: {prefix: /shop/}}]\n      rewrite: {uri: /}'));
    expectMarked('PTL224', route('match: [{uri: {exact: /shop}}]\n      rewrite: {uri: /}'));
    expectMarked('PTL224', route('match: [{uri: {prefix: /shop}}]\n      rewrite: {uri: /v2}'));
  });

  test('loses the slash that its prefix has', () => {
    expectMarked('PTL225', route('match: [{uri: {prefix: /shop/}}]\n      rewrite: {uri: «/v2»}'));
    expectMarked('PTL225', route('rewrite: {uri: «/v2»}'));
    expectMarked('PTL225', route('match: [{uri: {prefix: /shop/}}]\n      rewrite: {uri: /v2/}'));
    expectMarked('PTL225', route('match: [{uri: {prefix: /shop}}]\n      rewrite: {uri: /v2}'));
  });

  test('is a path that begins with a slash', () => {
    expectMarked('PTL226', route('match: [{uri: {exact: /a}}]\n      rewrite: {uri: «b»}'));
    expectMarked('PTL226', route('rewrite: {uri: /b/}'));
    expectMarked(
      'PTL226',
      route('redirect: {uri: «shop.example.com»}').replace(/ {4}- route.*\n {6}/, '    - '),
    );
  });
});
