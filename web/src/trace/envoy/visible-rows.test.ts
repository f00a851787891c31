import { describe, expect, test } from 'vitest';
import type { EnvoyElement } from './envoy-tree.ts';
import { isLeaf, visibleRows } from './visible-rows.ts';

function element(id: string, children: readonly EnvoyElement[] = []): EnvoyElement {
  const part = { kind: 'Virtual host', name: id, detail: '', rejection: null } as const;
  return { ...part, id, origins: [], json: () => ({}), children };
}

const MANY = element(
  '0',
  Array.from({ length: 5_000 }, (_, index) => element(`0.${index}`, [element(`0.${index}.0`)])),
);

function shown(selected: string | null) {
  return visibleRows([MANY], selected, ({ id }) => id === '0');
}

describe('rows of very many parts', () => {
  test('are the first of them, and the last says how many more there are', () => {
    const rows = shown(null);
    expect(rows).toHaveLength(101);
    expect(rows[1]).toMatchObject({ element: { id: '0.0' }, level: 2, hidden: 0 });
    const last = rows.at(-1);
    expect(last).toMatchObject({ element: { id: '0.99' }, hidden: 4_900 });
    expect(last !== undefined && isLeaf(last)).toBe(true);
  });

  test('are those around the selected part, which is never the one that stands for others', () => {
    for (const index of [0, 49, 50, 99, 2_500, 4_950, 4_999]) {
      const rows = shown(`0.${index}.0`);
      expect(rows).toHaveLength(101);
      const own = rows.find((row) => row.element.id === `0.${index}`);
      expect(own?.hidden).toBe(0);
      const [, first] = rows;
      const last = rows.at(-1);
      const hidden = (first?.hidden ?? 0) + (last?.hidden ?? 0);
      expect(hidden).toBe(4_900);
    }
  });
});
