import { describe, expect, test } from 'vitest';
import { revisionOf, wholeRevisionOf } from './revision.ts';
import { createSketch, type Sketch } from './sketch.ts';

const MINUTE = 60_000;

function sketch(text: string, updated: number): Sketch {
  return { ...createSketch('shop', text), id: 'shop', updated };
}

describe('[P4] what is written over becomes a revision', () => {
  const text = 'kind: Gateway\nmetadata:\n  name: front\n';
  const first = revisionOf(sketch(text, 1000), sketch(`${text}# more\n`, 2000), undefined);
  if (first === null) throw new Error('The first change keeps what was there before it');

  test('at the first change', () => {
    expect(first).toMatchObject({ sketch: 'shop', at: 1000, content: { name: 'shop', text } });
  });

  test('then once in two minutes of work', () => {
    const before = (updated: number) => sketch(`${text}# more\n`, updated);
    const after = sketch(`${text}# more and more\n`, 10 * MINUTE);
    expect(revisionOf(before(1000 + 2 * MINUTE - 1), after, first)).toBeNull();
    expect(revisionOf(before(1000 + 2 * MINUTE), after, first)?.at).toBe(1000 + 2 * MINUTE);
  });

  test('and at once where more than half of it goes', () => {
    const before = sketch(`${text}# more\n`, 1500);
    expect(revisionOf(before, sketch('', 1600), first)?.content.text).toBe(before.text);
    expect(revisionOf(before, sketch(text, 1600), first)).toBeNull();
  });

  test('but not twice, not when only a place changed, and not when it was empty', () => {
    expect(revisionOf(sketch(text, 9 * MINUTE), sketch('x', 9 * MINUTE), first)).toBeNull();
    const before = sketch(`${text}# more\n`, 9 * MINUTE);
    expect(revisionOf(before, { ...before, positions: [['Gateway/a/b', { x: 1, y: 2 }]] }, first)) //
      .toBeNull();
    expect(revisionOf(sketch('', 9 * MINUTE), sketch(text, 9 * MINUTE), undefined)).toBeNull();
  });

  test('always after the one before, whatever the clock says', () => {
    expect(revisionOf(sketch('kind: A\n', 500), sketch('', 600), first)?.at).toBe(1001);
  });

  test('in any case before another one is restored, unless the newest says all of it', () => {
    const now = sketch(`${text}# more\n`, 1001);
    const kept = wholeRevisionOf(now, first);
    expect(kept?.content.text).toBe(now.text);
    expect(wholeRevisionOf({ ...now, viewport: { x: 1, y: 2, zoom: 1 } }, kept ?? undefined)) //
      .toBeNull();
    const moved: Sketch = { ...now, positions: [['Gateway/a/b', { x: 1, y: 2 }]] };
    expect(wholeRevisionOf(moved, kept ?? undefined)?.content.positions).toEqual(moved.positions);
  });
});
