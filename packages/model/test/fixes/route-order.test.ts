import { describe, expect, test } from 'vitest';
import { buildSnapshot, changedOutcomes } from '../../src/index.ts';
import { expectFixed, fixedText, titlesOf } from './expect-fix.ts';
import { CART, gateway, routes, service, textOf } from './short-world.ts';

const PAY = service('pay', '  ports:\n    - { name: http, port: 80 }\n');
const world = (...services: readonly string[]): string => textOf(gateway(), ...services, CART, PAY);
const route = (match: string, host = 'cart', comment = ''): string =>
  `${comment}    - match:\n        - uri: ${match}\n      route:\n        - destination: { host: ${host} }\n`;
const ALL = '    - route:\n        - destination: { host: cart }\n';

describe('[A9] [A13] a route that no request reaches', () => {
  test('goes in front of the wider one, with its comments', () => {
    const wide = route('{ prefix: / }');
    const narrow = route('{ prefix: /pay } # only this', 'pay', '    # the till\n');
    const text = world(routes(wide + narrow));
    expectFixed(text, 'PTL210', 'Move route 2 in front of route 1', [wide + narrow, narrow + wide]);
  });

  test('goes away where it does the same', () => {
    const wide = route('{ prefix: / }');
    const narrow = route('{ prefix: /cart }');
    const text = world(routes(wide + narrow));
    expectFixed(text, 'PTL210', 'Delete route 2, which is never used', [wide + narrow, wide]);
  });

  test('is one of several: the most specific come first', () => {
    const wide = route('{ prefix: / }');
    const middle = route('{ prefix: /pay }', 'pay');
    const narrow = route('{ exact: /pay/now }', 'cart');
    const text = world(routes(wide + middle + narrow));
    expect(fixedText(text, 'PTL210', 'Put the most specific routes first')).toBe(
      world(routes(narrow + middle + wide)),
    );
  });

  test('is not moved where it would hide another one', () => {
    const text = world(
      routes(
        route('{ prefix: / }') +
          route('{ exact: /pay/now }', 'cart') +
          route('{ prefix: /pay }', 'pay'),
      ),
    );
    expect(titlesOf(text, 'PTL210')).not.toContain('Move route 3 in front of route 1');
  });

  test('goes in front of the one without matches', () => {
    const narrow = route('{ prefix: /pay }', 'pay');
    const text = world(routes(ALL + narrow));
    expectFixed(text, 'IST0130', 'Move route 2 in front of route 1', [ALL + narrow, narrow + ALL]);
  });

  test('goes away where it has the same matches', () => {
    const one = route('{ prefix: /pay }', 'pay');
    const other = route('{ prefix: /pay }', 'cart');
    const text = world(routes(one + other));
    expectFixed(text, 'IST0130', 'Delete route 2, which is never used', [one + other, one]);
  });

  test('a match that is there already goes away alone', () => {
    const twice =
      '    - match:\n        - uri: { prefix: /a }\n        - uri: { prefix: /b }\n        - uri: { prefix: /a }\n      route:\n        - destination: { host: cart }\n';
    const text = world(routes(twice));
    expectFixed(text, 'IST0131', 'Delete match 3, which is never used', [
      '        - uri: { prefix: /b }\n        - uri: { prefix: /a }\n',
      '        - uri: { prefix: /b }\n',
    ]);
  });
});

describe('[A9] [E38] several VirtualServices on one host', () => {
  const first = routes(route('{ prefix: /cart }') + ALL, '[shop.example.com]', 'one');
  const added = route('{ prefix: /pay } # the till', 'pay', '    # paid here\n');
  const second = routes(added, '[shop.example.com]', 'two');

  test('become one, with the comments of its routes, and a route for everything last', () => {
    const text = world(first, second);
    expect(fixedText(text, 'KIA1106', 'Put the routes of two into one, and delete that one')).toBe(
      world(routes(route('{ prefix: /cart }') + added + ALL, '[shop.example.com]', 'one')),
    );
  });

  test('become one where their order would be left to chance', () => {
    const text = world(
      routes(route('{ prefix: /pay }'), '[shop.example.com]', 'one'),
      routes(route('{ exact: /pay }', 'pay'), '[shop.example.com]', 'two'),
    );
    expect(titlesOf(text, 'PTL212')).toEqual([
      'Put the routes of two into one, and delete that one',
    ]);
  });

  test('change no outcome by becoming one: the order is that of the compile', () => {
    // By name alone `a` comes before `a-b`; with a dot and the namespace behind it, it would not.
    const pay = routes(route('{ exact: /pay }', 'pay'), '[shop.example.com]', 'a');
    const cart = routes(route('{ prefix: /pay }'), '[shop.example.com]', 'a-b');
    const text = world(cart, pay);
    const merged = fixedText(text, 'PTL212', 'Put the routes of a-b into a, and delete that one');
    const [before, after] = [text, merged].map((one) => buildSnapshot(one));
    expect(before && after && changedOutcomes(before, after, null)).toEqual([]);
  });

  test('become one in the mesh, where only one of them would count', () => {
    const inMesh = (name: string, http: string) =>
      routes(http, '[cart]', name).replace('  gateways: [front]\n', '');
    const text = textOf(
      inMesh('one', route('{ prefix: /a }')),
      inMesh('two', route('{ prefix: /b }')),
      CART,
    );
    expect(fixedText(text, 'IST0109', 'Put the routes of two into one, and delete that one')).toBe(
      textOf(inMesh('one', route('{ prefix: /a }') + route('{ prefix: /b }')), CART),
    );
  });

  test('stay where both have a route for every request, or other hosts', () => {
    const other = routes(ALL.replace('cart', 'pay'), '[shop.example.com]', 'two');
    expect(() =>
      fixedText(
        world(first, other),
        'KIA1106',
        'Put the routes of two into one, and delete that one',
      ),
    ).toThrow('Both one and two have a route that takes every request');
    const wider = routes(added, '[shop.example.com, pay.example.com]', 'two');
    expect(() =>
      fixedText(
        world(first, wider),
        'KIA1106',
        'Put the routes of two into one, and delete that one',
      ),
    ).toThrow('do not have the same hosts');
  });
});
