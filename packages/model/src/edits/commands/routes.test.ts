import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../test/support/run-command.ts';
import { buildSnapshot } from '../../snapshot.ts';
import type { RoutePlace } from '../edit-command.ts';

const SHOP = 'VirtualService/default/shop';
const FIRST: RoutePlace = { protocol: 'http', index: 0 };

function shop(routes: string): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts:
    - shop.example.com
  http:
${routes}`;
}

const SERVICE = `---
apiVersion: v1
kind: Service
metadata:
  name: cart
spec:
  ports:
    - port: 80
`;

describe('[E31] weights', () => {
  const text = shop(`    - route:
        - destination: { host: cart, subset: v1 } # stable
          weight: 90
        - destination: { host: cart, subset: v2 }
          weight: 10
`);

  test('change where they are, and nothing else does', () => {
    const after = runCommand(text, {
      kind: 'set-weights',
      resource: SHOP,
      route: FIRST,
      weights: [75, 25],
    });
    expect(after).toBe(
      text.replace('weight: 90', 'weight: 75').replace('weight: 10', 'weight: 25'),
    );
  });

  test.each([
    [[50, 25, 25], 'This route has 2 destinations now.'],
    [[0, 0], 'not every weight can be 0'],
    [[50.5, 49.5], 'A weight is a whole number'],
    [[-1, 101], 'A weight is a whole number'],
    [[2 ** 31 - 1, 1], 'too large for Istio'],
  ])('%j are refused', (weights, reason) => {
    expect(
      runCommand(text, { kind: 'set-weights', resource: SHOP, route: FIRST, weights }),
    ).toContain(reason);
  });

  test('an only destination takes none', () => {
    const one = shop('    - route: [{ destination: { host: cart } }]\n');
    expect(
      runCommand(one, { kind: 'set-weights', resource: SHOP, route: FIRST, weights: [100] }),
    ).toContain('A weight means nothing on an only destination');
  });
});

describe('[E32] routes', () => {
  test('a new one stands before the one that takes every request, and leads where that does', () => {
    const text = shop(`    # all the rest
    - route:
        - destination:
            host: cart
            port:
              number: 80
`);
    expect(runCommand(text, { kind: 'add-route', resource: SHOP, protocol: 'http' })).toBe(
      text.replace(
        '    # all the rest\n',
        `    - match:
        - uri:
            prefix: /new
      route:
        - destination:
            host: cart
            port:
              number: 80
    # all the rest
`,
      ),
    );
  });

  test('the path of a new one is free', () => {
    const text = shop(
      '    - match: [{ uri: { prefix: /new } }]\n      route: [{ destination: { host: cart } }]\n',
    );
    expect(runCommand(text, { kind: 'add-route', resource: SHOP, protocol: 'http' })).toContain(
      '/new-2',
    );
  });

  test('the first route of a protocol makes its list', () => {
    const text = shop('    - route: [{ destination: { host: cart } }]\n');
    const after = runCommand(text, { kind: 'add-route', resource: SHOP, protocol: 'tls' });
    expect(after).toContain(
      '  tls:\n    - match:\n        - port: 443\n          sniHosts:\n            - shop.example.com\n',
    );
  });

  const SPLIT = shop(`    # carts and orders
    - match:
        - uri: { prefix: /cart } # carts
        # orders
        - uri: { prefix: /orders }
      timeout: 3s
      route:
        - destination: { host: cart }
`);

  test('split by its conditions, each becomes a route of its own, comments with it', () => {
    expect(runCommand(SPLIT, { kind: 'split-route', resource: SHOP, route: FIRST })).toBe(
      shop(`    # carts and orders
    - match:
        - uri: { prefix: /cart } # carts
      timeout: 3s
      route:
        - destination: { host: cart }
    # carts and orders
    - match:
        # orders
        - uri: { prefix: /orders }
      timeout: 3s
      route:
        - destination: { host: cart }
`),
    );
  });

  test('merged again, the conditions are alternatives of one route', () => {
    const split = runCommand(SPLIT, { kind: 'split-route', resource: SHOP, route: FIRST });
    const merged = runCommand(split, { kind: 'merge-routes', resource: SHOP, route: FIRST });
    const [resource] = buildSnapshot(merged).resources;
    expect(resource?.value).toEqual(buildSnapshot(SPLIT).resources[0]?.value);
  });

  test('merged with one that takes every request, it takes every request', () => {
    const text = shop(
      '    - match: [{ uri: { prefix: /a } }]\n      route: [{ destination: { host: cart } }]\n    - route: [{ destination: { host: cart } }]\n',
    );
    expect(runCommand(text, { kind: 'merge-routes', resource: SHOP, route: FIRST })).toBe(
      shop('    - route: [{ destination: { host: cart } }]\n'),
    );
  });

  test.each([
    ['    - route: [{ destination: { host: cart } }]\n', 'merge-routes', 'no route behind'],
    [
      '    - route: [{ destination: { host: cart } }]\n    - route: [{ destination: { host: b } }]\n',
      'merge-routes',
      'do different things',
    ],
    ['    - route: [{ destination: { host: cart } }]\n', 'split-route', 'no two conditions'],
  ] as const)('%j: %s is refused', (routes, kind, reason) => {
    expect(runCommand(shop(routes), { kind, resource: SHOP, route: FIRST })).toContain(reason);
  });

  test('a duplicate stands right behind, comments included', () => {
    const text = shop('    # one\n    - route: [{ destination: { host: cart } }]\n');
    const after = runCommand(text, {
      kind: 'duplicate-item',
      resource: SHOP,
      path: ['spec', 'http'],
      index: 0,
    });
    const route = '    # one\n    - route: [{ destination: { host: cart } }]\n';
    expect(after).toBe(shop(route + route));
  });
});

describe('[E33] a canary', () => {
  const text = shop('    - route:\n        - destination:\n            host: cart\n') + SERVICE;

  test('splits between two subsets, which a new DestinationRule defines', () => {
    expect(
      runCommand(text, { kind: 'add-canary', resource: SHOP, route: FIRST, percent: 10 }),
    ).toBe(
      `${shop(`    - route:
        - destination:
            host: cart
            subset: v1
          weight: 90
        - destination:
            host: cart
            subset: v2
          weight: 10
`)}${SERVICE}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: cart
spec:
  host: cart
  subsets:
    - name: v1
      labels:
        version: v1
    - name: v2
      labels:
        version: v2
`,
    );
  });

  test('takes the subsets that are there', () => {
    const rule =
      '---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: r}\nspec: {host: cart, subsets: [{name: blue}, {name: green}]}\n';
    const after = runCommand(text + rule, {
      kind: 'add-canary',
      resource: SHOP,
      route: FIRST,
      percent: 5,
    });
    expect(after.endsWith(rule)).toBe(true);
    expect(after).toContain('subset: blue\n          weight: 95\n');
    expect(after).toContain('subset: green\n          weight: 5\n');
  });

  test('adds the second subset to the rule that has one', () => {
    const rule =
      '---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: r}\nspec:\n  host: cart\n  subsets:\n    - name: v1\n      labels: {version: v1}\n';
    const after = runCommand(text + rule, {
      kind: 'add-canary',
      resource: SHOP,
      route: FIRST,
      percent: 5,
    });
    expect(after.match(/kind: DestinationRule/g)).toHaveLength(1);
    expect(after).toContain('- name: v2\n      labels:');
  });

  test('is refused where the requests are split already', () => {
    const split = runCommand(text, {
      kind: 'add-canary',
      resource: SHOP,
      route: FIRST,
      percent: 10,
    });
    expect(
      runCommand(split, { kind: 'add-canary', resource: SHOP, route: FIRST, percent: 10 }),
    ).toContain('split already');
  });
});
