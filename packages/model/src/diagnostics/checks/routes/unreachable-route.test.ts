import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const virtualService = (http: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [public]
  http:
${http}`;

const to = (host: string): string => `route: [{destination: {host: ${host}}}]`;

test('[A31] stands in front of what Istio says of prefixes alone', () => {
  const text = virtualService(`
    - match: [{uri: {prefix: /api}}]
      ${to('api')}
    - match: [«{uri: {prefix: /api/v2}}»]
      ${to('v2')}`);
  expectMarked('PTL210', text);
  expect(expectMarked('IST0131', text)).toMatchObject([{ follows: 'PTL210' }]);
});

describe('[A31] a route that an earlier one leaves nothing', () => {
  test('is said where a prefix is in front of a path', () => {
    const [finding] = expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {prefix: /}}]
      ${to('web')}
    - match: [«{uri: {exact: /login}}»]
      ${to('login')}`),
    );
    expect(finding).toMatchObject({
      severity: 'warning',
      certainty: 'wrong',
      data: { route: 1, before: 0 },
      related: [{ path: ['spec', 'http', 0, 'match', 0] }],
    });
    expect(finding?.message).toContain('route 1');
  });

  test('is said where no method, and no header, is in front of one', () => {
    expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {prefix: /api}}]
      ${to('api')}
    - match: [«{uri: {prefix: /api}, method: {exact: POST}}»]
      ${to('writer')}
    - name: canary
      match: [«{uri: {prefix: /api/v2}, headers: {x-canary: {exact: "yes"}}}»]
      ${to('canary')}`),
    );
  });

  test('is right the other way round', () => {
    expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {exact: /login}}, {uri: {prefix: /api}, method: {exact: POST}}]
      ${to('login')}
    - match: [{uri: {prefix: /api}}]
      ${to('api')}
    - ${to('web')}`),
    );
  });

  test('is said of one match where others of the route are reached', () => {
    const [finding] = expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {prefix: /api}}]
      ${to('api')}
    - match:
        - «{uri: {prefix: /api/v2}}»
        - {uri: {prefix: /v2}}
      ${to('v2')}`),
    );
    expect(finding?.data).toEqual({ route: 1, match: 0, before: 0 });
  });

  test('needs every match to be taken, by one route or by several', () => {
    const [finding] = expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {prefix: /a}}]
      ${to('a')}
    - match: [{uri: {prefix: /b}}]
      ${to('b')}
    - «match»: [{uri: {exact: /a/x}}, {uri: {exact: /b/x}}]
      ${to('c')}`),
    );
    expect(finding?.message).toContain('route 1 and route 2');
  });

  test('is no harm where both do the same', () => {
    const [finding] = expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {prefix: /}}]
      ${to('web')}
    - match: [«{uri: {prefix: /shop}}»]
      ${to('web')}`),
    );
    expect(finding?.severity).toBe('info');
    expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {prefix: /}}]
      ${to('web')}
    - «${to('web')}»`),
    );
  });

  test.each([
    ['the route in front has a delegate, which may leave requests', 'delegate: {name: more}'],
    ['the route in front has no action', 'timeout: 1s'],
  ])('is not said where %s', (_why, action) => {
    expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {prefix: /}}]
      ${action}
    - match: [{uri: {prefix: /shop}}]
      ${to('shop')}`),
    );
  });

  test('is left to Istio where a route has no match, or the very same one is there twice', () => {
    expectMarked(
      'PTL210',
      virtualService(`
    - match: [{uri: {prefix: /shop}}]
      ${to('shop')}
    - match: [{uri: {prefix: /shop}, name: again}]
      ${to('shop')}
    - ${to('web')}
    - match: [{uri: {prefix: /last}}]
      ${to('last')}`),
    );
  });
});

describe('[A31] a route of a delegate', () => {
  const delegate = (http: string) =>
    virtualService(http).replace(/ {2}hosts:.*\n {2}gateways:.*\n/, '');

  test('is reached where the route above drops the one in front of it', () => {
    // A root for /a/b has no place for the prefix /a, and Istio leaves that route out.
    expectMarked(
      'PTL210',
      delegate(`
    - match: [{uri: {prefix: /a}}]
      ${to('a')}
    - match: [{uri: {prefix: /a/b}}]
      ${to('b')}`),
    );
    // A regular expression is within no other one; the match without any is within all.
    expectMarked(
      'PTL210',
      delegate(`
    - match: [{uri: {regex: ".*"}}, {}]
      ${to('a')}`),
    );
    // And its whole route goes with a match that fits nowhere.
    expectMarked(
      'PTL210',
      delegate(`
    - match: [{method: {exact: GET}}, {uri: {prefix: /a}}]
      ${to('a')}
    - match: [{method: {exact: GET}, headers: {x: {exact: v}}}]
      ${to('b')}`),
    );
  });

  test('is not where the one in front asks for nothing more, in the same words', () => {
    expectMarked(
      'PTL210',
      delegate(`
    - match: [{uri: {prefix: /a}}]
      ${to('a')}
    - match: [«{uri: {prefix: /a}, headers: {x: {exact: v}}}»]
      ${to('b')}`),
    );
  });

  // The delegate's header that is not to be there stands instead of the root's.
  test('is reached by a header that the one in front may still refuse', () => {
    expectMarked(
      'PTL210',
      delegate(`
    - match: [{uri: {prefix: /a}}]
      ${to('a')}
    - match: [{uri: {prefix: /a}, withoutHeaders: {x: {exact: v}}}]
      ${to('b')}`),
    );
    expectMarked(
      'PTL210',
      virtualService(`
    - match: [{withoutHeaders: {x: {prefix: v}}}]
      ${to('a')}
    - match: [{withoutHeaders: {x: {}}}]
      delegate: {name: inner}`),
    );
  });
});
