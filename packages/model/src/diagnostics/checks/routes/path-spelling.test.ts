import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const match = (uri: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  http:
    - match: [{uri: {prefix: /first}}, {uri: {${uri}}}]
      route: [{destination: {host: web}}]
`;

describe('[A32] a path in a match', () => {
  test.each(['prefix: «api»', 'exact: «shop.example.com/api»', "regex: «'api/v[0-9]+'»"])(
    'never matches without its slash: %s',
    (uri) => {
      expectMarked('PTL220', match(uri));
    },
  );

  test.each(['prefix: /api', 'regex: ".*/api"', 'regex: "(/|/api)"', 'exact: "*"', 'prefix: ""'])(
    'begins with a slash, or may: %s',
    (uri) => {
      expectMarked('PTL220', match(uri));
    },
  );

  test.each(['exact: «"/find?q=1"»', 'prefix: «/find?»', "regex: «'/find\\?q=.*'»"])(
    'is compared without its query: %s',
    (uri) => {
      const [finding] = expectMarked('PTL221', match(uri));
      expect(finding?.message).toContain('queryParams');
    },
  );

  test('may be optional in part', () => {
    expectMarked('PTL221', match("regex: '/find/?'"));
  });

  test.each([
    'prefix: «"/api/*"»',
    'prefix: «"route(/|$)(.*)"»',
    'exact: «"^/api"»',
    'exact: «"/users/{id}"»',
    'prefix: «"/api.*"»',
  ])('is compared letter by letter: %s', (uri) => {
    expectMarked('PTL222', match(uri));
  });

  test.each(['prefix: /api.v1/(a)', 'exact: "/a*b"', 'regex: "/api/.*"', 'exact: "/a+b$c"'])(
    'may have signs that paths have: %s',
    (uri) => {
      expectMarked('PTL222', match(uri));
    },
  );

  test('is the whole path for a regular expression', () => {
    const [finding] = expectMarked('PTL223', match('regex: «^/api»'));
    expect(finding).toMatchObject({ severity: 'info', data: { literal: '/api' } });
    expectMarked('PTL223', match('regex: «"/v1\\\\.0"»'));
    expectMarked('PTL223', match('regex: /api.*'));
    expectMarked('PTL223', match('regex: /v1.0'));
  });
});
