import { describe, expect, test } from 'vitest';
import {
  buildSnapshot,
  createSnapshotDiagnoser,
  type FixScope,
  finish,
  listShown,
  loadSchema,
  planFixAll,
  previewFix,
  type Snapshot,
} from '../../src/index.ts';
import { CART, gateway, routes, TO_CART, textOf } from './short-world.ts';

const schema = await loadSchema();

function fixAll(text: string, scope: FixScope) {
  const diagnoser = createSnapshotDiagnoser();
  const snapshot = buildSnapshot(text);
  const diagnose = (one: Snapshot) => listShown(finish(diagnoser.diagnose(one, schema)));
  const all = planFixAll(snapshot, scope, diagnose);
  const preview = previewFix(snapshot, all);
  return { ...all, text: preview.ok ? preview.text : preview.reason };
}

describe('[A12] all of a kind', () => {
  const wrong = (name: string, host: string) =>
    routes(
      `    - match:\n        - uri: { prefix: ${name}/a }\n      timeout: 5\n      route:\n        - destination: { host: ${host} }\n    - match:\n        - uri: { prefix: ${name}/b }\n      timeout: 10\n      route:\n        - destination: { host: ${host} }\n`,
      `[${name}.example.com]`,
      name,
    );
  const world = (...documents: readonly string[]) => textOf(gateway(), ...documents, CART);

  test('is mended at once: each in the text that the one before made', () => {
    const text = world(wrong('one', 'cart'), wrong('two', 'cart'));
    const all = fixAll(text, { code: 'PTL105' });
    expect(all).toMatchObject({ title: 'Fix 4 problems of this kind', fixed: 4, left: [] });
    expect(all.text).toBe(
      text.replaceAll('timeout: 5', 'timeout: 5s').replaceAll('timeout: 10', 'timeout: 10s'),
    );
  });

  test('is mended in one resource', () => {
    const [one, two] = [wrong('one', 'cart'), wrong('two', 'cart')];
    const all = fixAll(world(one, two), {
      code: 'PTL105',
      resource: 'VirtualService/shop/two',
    });
    expect(all.text).toBe(
      world(one, two.replace('timeout: 5', 'timeout: 5s').replace('timeout: 10', 'timeout: 10s')),
    );
  });

  test('is mended where it can be, and the others are named with the reason', () => {
    const text = world(
      wrong('one', 'crat'),
      routes(TO_CART.replace('cart', 'else'), '[a.example.com]', 'two'),
    );
    const all = fixAll(text, { code: 'IST0101' });
    expect(all.text).toContain('destination: { host: cart }');
    expect(all.fixed + all.left.length).toBe(3);
    const nothing = fixAll(world(wrong('one', 'cart')), { code: 'PTL210' });
    expect(nothing).toMatchObject({ fixed: 0, commands: [], left: [] });
    const unclear = fixAll(
      world(
        routes(TO_CART).replace(
          '  http:\n',
          '  http:\n    - timeout: soon\n      route:\n        - destination: { host: cart }\n',
        ),
      ),
      { code: 'PTL105' },
    );
    expect(unclear).toMatchObject({
      fixed: 0,
      left: [{ reason: expect.stringContaining('only you know') }],
    });
  });

  test('of unreachable routes puts the most specific first', () => {
    const route = (path: string, host: string) =>
      `    - match:\n        - uri: { prefix: ${path} }\n      route:\n        - destination: { host: ${host} }\n`;
    const pay = CART.replace('name: cart', 'name: pay');
    const [a, b, c] = [route('/', 'cart'), route('/a', 'pay'), route('/a/b', 'cart')];
    const all = fixAll(textOf(gateway(), routes(a + b + c), CART, pay), { code: 'PTL210' });
    expect(all.text).toBe(textOf(gateway(), routes(c + b + a), CART, pay));
  });
});
