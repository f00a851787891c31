import { test } from 'vitest';
import type { Code } from '../../src/index.ts';
import { expectFixed } from './expect-fix.ts';
import { CART, SECRET, service, textOf } from './short-world.ts';

/** A fix by its title, a manifest that it mends, and what in it becomes what. */
export type FixRow = readonly [title: string, manifest: string, from: string, to: string];

const PAY = service('pay', '  ports:\n    - { name: http, port: 80 }\n');

/** Expects it of each, in a world that has what the manifests name: the Services `cart` and `pay`, and a Secret. */
export function expectRows(code: Code, rows: readonly FixRow[]): void {
  test.each(rows)('%s', (title, manifest, from, to) => {
    expectFixed(textOf(manifest, CART, PAY, SECRET), code, title, [from, to]);
  });
}
