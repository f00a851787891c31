import { describe, expect, test } from 'vitest';
import { expectFixed, fixedText, titlesOf } from './expect-fix.ts';
import {
  CART,
  deployment,
  gateway,
  istio,
  routes,
  service,
  TO_CART,
  textOf,
} from './short-world.ts';

const world = (vs: string): string => textOf(gateway(), vs, CART);
const route = (more: string): string =>
  world(
    routes(
      `    - match:\n        - uri: { prefix: /a }\n${more}      route:\n        - destination: { host: cart }\n`,
    ),
  );

describe('[A9] a field', () => {
  test('that is misspelt is renamed', () => {
    const text = route('      rewirte: { uri: /a } # shorter\n');
    expectFixed(text, 'PTL100', 'Rename it to rewrite', ['rewirte:', 'rewrite:']);
  });

  test('that nobody knows is taken out', () => {
    const text = route('      zzzzzz: 1\n');
    expectFixed(text, 'PTL100', 'Take zzzzzz out', ['      zzzzzz: 1\n', '']);
  });

  test('on the wrong level goes where it belongs', () => {
    const text = world(
      routes(
        '    - route:\n        - destination:\n            host: cart\n            weight: 100\n',
      ),
    );
    expectFixed(text, 'PTL101', 'Move weight to spec.http.0.route.0', [
      '            host: cart\n            weight: 100\n',
      '            host: cart\n          weight: 100\n',
    ]);
  });

  test('on the wrong level stays where a comment would get lost', () => {
    const text = world(
      routes(
        '    - route:\n        - destination:\n            host: cart\n            weight: 100 # all\n',
      ),
    );
    expect(titlesOf(text, 'PTL101')).toEqual([]);
  });

  test('that is missing follows from what is there', () => {
    const whole = deployment('cart', '{ app: cart }');
    const text = whole.replace('  selector:\n    matchLabels: { app: cart }\n', '');
    const fixed = fixedText(text, 'PTL109', 'Write selector: {matchLabels: {app: cart}}');
    expect(fixed).toBe(`${text}  selector:\n    matchLabels:\n      app: cart\n`);
  });

  test('beside another one of which only one can be goes, or the other one', () => {
    const text = route('').replace('{ prefix: /a }', '{ prefix: /a, exact: /b }');
    expectFixed(text, 'PTL110', 'Take exact out', ['{ prefix: /a, exact: /b }', '{ prefix: /a }']);
    expectFixed(text, 'PTL110', 'Take prefix out', ['{ prefix: /a, exact: /b }', '{ exact: /b }']);
  });

  test('that is old is written the new way', () => {
    const text = route('      corsPolicy:\n        allowOrigin: ["https://a.example.com", "*"]\n');
    expectFixed(text, 'PTL112', 'Write it as allowOrigins', [
      'allowOrigin: ["https://a.example.com", "*"]',
      'allowOrigins: [{ exact: https://a.example.com }, { regex: ".*" }]',
    ]);
  });

  test('that Istio deprecates is written the new way', () => {
    const text = route(
      '      fault:\n        delay:\n          percent: 10\n          fixedDelay: 1s\n',
    );
    expectFixed(text, 'IST0002', 'Write it as percentage', [
      '          percent: 10\n',
      '          percentage:\n            value: 10\n',
    ]);
  });
});

describe('[A9] a value', () => {
  test('gets quotes, or loses them', () => {
    const quoted = route('      retries: { attempts: "3" }\n');
    expectFixed(quoted, 'PTL102', 'Write 3 without quotes', ['"3"', '3']);
    const bare = textOf(
      service('cart', '  selector: { version: 1 }\n  ports:\n    - { name: http, port: 80 }\n'),
    );
    expectFixed(bare, 'PTL102', 'Put 1 in quotes', ['version: 1', 'version: "1"']);
  });

  test('becomes a list, or a single one', () => {
    const text = world(routes(TO_CART, 'shop.example.com'));
    expectFixed(text, 'PTL102', 'Make it a list with this one entry', [
      'hosts: shop.example.com',
      'hosts:\n    - shop.example.com',
    ]);
    const list = route('      timeout: [5s]\n');
    expectFixed(list, 'PTL102', 'Make it a single value', ['[5s]', '5s']);
  });

  test('of a few words is spelt as they are', () => {
    const text = textOf(
      istio(
        'ServiceEntry',
        'out',
        '  hosts: [www.example.com]\n  ports:\n    - { number: 443, name: tls, protocol: TLS }\n  resolution: dns\n',
      ),
    );
    expectFixed(text, 'PTL103', 'Write DNS', ['resolution: dns', 'resolution: DNS']);
  });

  test('has its form', () => {
    const text = route('')
      .replace('name: shop', 'name: shop')
      .replace(
        'destination: { host: cart }',
        'destination: { host: cart }\n          headers: { request: { remove: [x-a] } }',
      );
    const wrong = text.replace('[x-a]', '["x a"]');
    expect(titlesOf(wrong, 'PTL104')).toEqual([]);
    const delegate = textOf(
      gateway(),
      routes('    - delegate: { name: leaf, namespace: Far }\n'),
      istio('VirtualService', 'leaf', `  http:\n${TO_CART}`).replace('shop', 'far'),
      CART.replace('namespace: shop', 'namespace: far'),
    );
    expectFixed(delegate, 'PTL104', 'Write far', ['Far', 'far']);
  });

  test('is a duration with its unit', () => {
    expectFixed(route('      timeout: 5\n'), 'PTL105', 'Write 5s', ['timeout: 5', 'timeout: 5s']);
    expectFixed(route('      timeout: 1 min\n'), 'PTL105', 'Write 1m', ['1 min', '1m']);
  });

  test('is a percentage', () => {
    const text = textOf(
      istio(
        'DestinationRule',
        'cart',
        '  host: cart\n  trafficPolicy:\n    loadBalancer:\n      simple: RANDOM\n      warmup: { duration: 10s, minimumPercent: 10, aggression: 1 }\n',
      ),
      CART,
    );
    const wrong = text.replace('minimumPercent: 10', 'minimumPercent: -5');
    expect(wrong).not.toBe(text);
    expectFixed(wrong, 'PTL106', 'Write 0', ['-5', '0']);
  });
});

describe('[A9] a version', () => {
  test('is one that is served', () => {
    const text = textOf(CART, gateway(), routes(TO_CART).replace('istio.io/v1', 'istio.io/v2'));
    expectFixed(text, 'PTL113', 'Write apiVersion: networking.istio.io/v1', [
      'networking.istio.io/v2',
      'networking.istio.io/v1',
    ]);
  });

  test('is of the group that has the kind', () => {
    const text = deployment('cart', '{ app: cart }').replace('apps/v1', 'v1');
    expectFixed(text, 'PTL114', 'Write apiVersion: apps/v1', [
      'apiVersion: v1',
      'apiVersion: apps/v1',
    ]);
  });

  test('is not one of a kind that is gone', () => {
    const text = deployment('cart', '{ app: cart }').replace('apps/v1', 'extensions/v1beta1');
    expectFixed(text, 'PTL115', 'Write apiVersion: apps/v1', ['extensions/v1beta1', 'apps/v1']);
  });
});

describe('[A9] a name', () => {
  test('has signs that Kubernetes takes, wherever it is named', () => {
    const text = textOf(gateway(), routes(TO_CART).replace('name: shop', 'name: Shop_1'), CART);
    expectFixed(text, 'PTL120', 'Rename it to shop-1, wherever it is named', ['Shop_1', 'shop-1']);
  });

  test('of a namespace, too', () => {
    const text = textOf(CART.replace('namespace: shop', 'namespace: Shop'));
    expectFixed(text, 'PTL121', 'Move it to the namespace shop', [
      'namespace: Shop',
      'namespace: shop',
    ]);
  });

  test('of two manifests that say the same is left once', () => {
    expectFixed(
      textOf(gateway(), CART, routes(TO_CART), CART),
      'PTL123',
      'Delete the second one, which says the same',
      [`---\n${routes(TO_CART)}---\n${CART}`, `---\n${routes(TO_CART)}`],
    );
    const other = CART.replace('port: 80', 'port: 81');
    expect(titlesOf(textOf(CART, other), 'PTL123')).toEqual([]);
  });
});
