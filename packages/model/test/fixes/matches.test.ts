import { describe, test } from 'vitest';
import { expectFixed } from './expect-fix.ts';
import { CART, gateway, istio, routes, service, textOf } from './short-world.ts';

const PAY = service('pay', '  ports:\n    - { name: http, port: 80 }\n');
const world = (http: string): string => textOf(gateway(), routes(http), CART, PAY);
const uri = (match: string, action = ''): string =>
  `    - match:\n        - uri: ${match}\n${action}      route:\n        - destination: { host: cart }\n`;

describe('[A9] a path', () => {
  test('gets its slash', () => {
    const fix = ['prefix: cart', 'prefix: /cart'] as const;
    expectFixed(world(uri('{ prefix: cart }')), 'PTL220', 'Write /cart', fix);
  });

  test('is what stands behind the host of a URL', () => {
    expectFixed(world(uri('{ exact: https://shop.example.com/cart }')), 'PTL220', 'Write /cart', [
      'https://shop.example.com/cart',
      '/cart',
    ]);
  });

  test('has its query where queries are matched', () => {
    const text = world(uri('{ exact: "/find?lang=en" }'));
    expectFixed(text, 'PTL221', 'Match the path /find, and the query by queryParams', [
      '- uri: { exact: "/find?lang=en" }\n',
      '- uri: { exact: "/find" }\n          queryParams:\n            lang:\n              exact: en\n',
    ]);
  });

  test('of a glob is a prefix', () => {
    const fix = ['exact: /api/*', 'prefix: /api/'] as const;
    expectFixed(world(uri('{ exact: /api/* }')), 'PTL222', 'Match by prefix: /api/', fix);
  });

  test('of a template is a regular expression', () => {
    expectFixed(world(uri('{ exact: "/users/{id}" }')), 'PTL222', 'Match by regex: /users/[^/]+', [
      'exact: "/users/{id}"',
      'regex: "/users/[^/]+"',
    ]);
  });

  test('that is no pattern is exact, or begins so', () => {
    const text = world(uri('{ regex: /cart }'));
    expectFixed(text, 'PTL223', 'Match by exact: /cart', ['regex: /cart', 'exact: /cart']);
    expectFixed(text, 'PTL223', 'Take all that begins so', ['regex: /cart', 'regex: "/cart.*"']);
  });
});

describe('[A9] a rewrite', () => {
  const rewrite = (to: string) => `      rewrite: { uri: ${to} }\n`;

  test('that doubles the slash matches with its slash, and without', () => {
    const text = world(uri('{ prefix: /api }', rewrite('/')));
    expectFixed(text, 'PTL224', 'Match the prefix /api/, and /api itself', [
      '        - uri: { prefix: /api }\n',
      '        - uri: { prefix: /api/ }\n        - uri: { exact: /api }\n',
    ]);
  });

  test('keeps the slash of the prefix', () => {
    const fix = ['uri: /v1 }', 'uri: /v1/ }'] as const;
    expectFixed(world(uri('{ prefix: /api/ }', rewrite('/v1'))), 'PTL225', 'Write /v1/', fix);
  });

  test('begins with a slash', () => {
    const fix = ['uri: v1/ }', 'uri: /v1/ }'] as const;
    expectFixed(world(uri('{ prefix: /api/ }', rewrite('v1/'))), 'PTL226', 'Write /v1/', fix);
  });
});

describe('[A9] what a route asks for and does', () => {
  test('a part of the request has a field of its own', () => {
    const text = world(
      '    - match:\n        - headers:\n            method: { exact: GET }\n      route:\n        - destination: { host: cart }\n',
    );
    expectFixed(text, 'PTL227', 'Match it by the field method', [
      '        - headers:\n            method: { exact: GET }\n',
      '        - method:\n            exact: GET\n',
    ]);
  });

  test('a fault happens for all requests', () => {
    const text = world(
      uri('{ prefix: /a }', '      fault:\n        abort:\n          httpStatus: 503\n'),
    );
    expectFixed(text, 'PTL228', 'Let it happen for all requests', [
      '          httpStatus: 503\n',
      '          httpStatus: 503\n          percentage:\n            value: 100\n',
    ]);
  });

  const split = (one: string, two: string): string =>
    world(
      `    - route:\n        - destination: { host: cart }${one}\n        - destination: { host: pay }${two}\n`,
    );

  test('a destination without a weight gets what is left, or nothing', () => {
    const text = split('\n          weight: 90', '');
    const end = (weight: number) =>
      [
        '        - destination: { host: pay }\n',
        `        - destination: { host: pay }\n          weight: ${weight}\n`,
      ] as const;
    expectFixed(text, 'PTL229', 'Give pay the weight 10', end(10));
    expectFixed(text, 'PTL229', 'Give pay the weight 0, as it is now', end(0));
  });

  test('the weight of an only destination goes away', () => {
    const text = world(
      '    - route:\n        - destination: { host: cart }\n          weight: 40\n',
    );
    expectFixed(text, 'KIA1104', 'Take weight out', ['          weight: 40\n', '']);
  });

  test('a destination that is there twice is kept once, with both weights', () => {
    const text = split('\n          weight: 40', '\n          weight: 60').replace(
      'host: pay',
      'host: cart',
    );
    expectFixed(text, 'KIA1105', 'Keep one of them, with both weights', [
      '          weight: 40\n        - destination: { host: cart }\n          weight: 60\n',
      '          weight: 100\n',
    ]);
  });
});

describe('[A9] a delegate', () => {
  const root = (name: string) =>
    routes(`    - match:\n        - uri: { prefix: /a }\n      delegate: { name: ${name} }\n`);
  const leaf = (spec = '') =>
    istio(
      'VirtualService',
      'leaf',
      `${spec}  http:\n    - route:\n        - destination: { host: cart }\n`,
    );

  test('is found by a name that is nearly the same', () => {
    const text = textOf(gateway(), root('laef'), leaf(), CART);
    expectFixed(text, 'PTL280', 'Delegate to leaf', ['laef', 'leaf']);
  });

  test('has no hosts', () => {
    const hosts = '  hosts: [shop.example.com]\n  gateways: [front]\n';
    const text = textOf(gateway(), root('leaf'), leaf(hosts), CART);
    expectFixed(text, 'PTL281', 'Take the hosts of leaf out', [
      'name: leaf\n  namespace: shop\nspec:\n  hosts: [shop.example.com]\n  gateways: [front]\n',
      'name: leaf\n  namespace: shop\nspec:\n',
    ]);
  });

  test('is exported to its root', () => {
    const away = leaf('  exportTo: [other]\n').replace('namespace: shop', 'namespace: far');
    const text = textOf(
      gateway(),
      root('leaf').replace('name: leaf', 'name: leaf, namespace: far'),
      away,
      CART.replace('namespace: shop', 'namespace: far'),
      CART.replace('namespace: shop', 'namespace: other'),
    );
    expectFixed(text, 'PTL282', 'Export leaf to shop', ['[other]', '[other, shop]']);
  });
});
