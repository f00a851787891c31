import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const SERVICE = `---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: team}
`;

const root = (match: string, delegate = '{name: parts, namespace: team}'): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: root, namespace: edge}
spec:
  hosts: [shop.example.com]
  gateways: [public]
  http:
    - match: [${match}]
      delegate: ${delegate}
`;

const delegate = (match: string, more = ''): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: parts, namespace: team}
spec:
  ${more}
  http:
    - match: [${match}]
      route: [{destination: {host: web}}]
`;

const SHOP = '{uri: {prefix: /shop}}';

describe('[A48] the VirtualService that a route is left to', () => {
  test('has to be there', () => {
    const text = root(SHOP, '{name: «parts», namespace: team}');
    const [finding] = expectMarked('PTL280', text + SERVICE);
    expect(finding).toMatchObject({
      severity: 'error',
      data: { namespace: 'team', name: 'parts' },
    });
    expectMarked('PTL280', root(SHOP) + delegate(SHOP) + SERVICE);
  });

  test('may be in a namespace outside of the text', () => {
    const text = root(SHOP, '{name: «parts», namespace: team}');
    const unknown = { severity: 'info', data: { assumption: 'foreignNamespaces' } };
    expect(expectMarked('PTL280', text)).toMatchObject([unknown]);
    expect(expectMarked('PTL280', text + SERVICE, { foreignNamespaces: ['team'] })).toMatchObject([
      unknown,
    ]);
  });

  test('has no hosts', () => {
    const text = root(SHOP, '{name: «parts», namespace: team}');
    expectMarked('PTL281', text + delegate(SHOP, 'hosts: [a.example.com]'));
    expectMarked('PTL281', root(SHOP) + delegate(SHOP));
  });

  test('is exported to the one that delegates', () => {
    const text = root(SHOP, '{name: «parts», namespace: team}');
    expectMarked('PTL282', text + delegate(SHOP, 'exportTo: ["."]'));
    expectMarked('PTL282', root(SHOP) + delegate(SHOP, 'exportTo: [edge]'));
  });

  test.each([
    ['a path outside', SHOP, '{uri: {prefix: /cart}}'],
    ['a shorter prefix', SHOP, '{uri: {prefix: /sho}}'],
    ['a regular expression', SHOP, "{uri: {regex: '/shop/.*'}}"],
    ['another exact path', '{uri: {exact: /shop}}', '{uri: {exact: /shop/x}}'],
    ['another case', SHOP, '{uri: {prefix: /shop}, ignoreUriCase: true}'],
    ['another header', '{headers: {a: {exact: "1"}}}', '{headers: {a: {exact: "2"}}}'],
    ['another port', '{port: 80}', '{port: 443}'],
    ['other labels', '{sourceLabels: {a: "1"}}', '{sourceLabels: {a: "2"}}'],
    ['another Gateway', '{gateways: [public]}', '{gateways: [private]}'],
  ])('only narrows down what it gets, and not with %s', (_what, wide, narrow) => {
    const [finding] = expectMarked('PTL283', root(wide) + delegate(`«${narrow}»`));
    expect(finding?.resource).toBe('VirtualService/team/parts');
  });

  test.each([
    ['a longer prefix', SHOP, '{uri: {prefix: /shop/cart}}'],
    ['a path within', SHOP, '{uri: {exact: /shop/cart}}'],
    ['something else', SHOP, '{method: {exact: GET}}'],
    ['one of several', `{uri: {prefix: /api}}, ${SHOP}`, '{uri: {prefix: /shop}}'],
    ['another header beside', '{headers: {a: {}}}', '{headers: {b: {regex: x}}}'],
  ])('narrows down what it gets with %s', (_what, wide, narrow) => {
    expectMarked('PTL283', root(wide) + delegate(narrow));
  });

  test('is noted where nobody names it', () => {
    const text = delegate(SHOP).replace('name: parts', 'name: «parts»');
    expect(expectMarked('PTL284', text)).toMatchObject([{ severity: 'info' }]);
    expectMarked('PTL284', root(SHOP) + delegate(SHOP));
    expectMarked('PTL284', delegate(SHOP, 'hosts: [a.example.com]'));
  });
});
