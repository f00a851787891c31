import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { letterWidth } from '../../src/layout/drawing/letter-width.ts';

const require = createRequire(new URL('../../../../web/package.json', import.meta.url));

/** How wide the letters of a font are, in thousandths of its size: what WOFF says of them. */
function widthsOf(file: string): (letter: string) => number {
  const woff = readFileSync(require.resolve(`@fontsource/${file}`));
  const table = (wanted: string): Buffer => {
    for (let entry = 44; ; entry += 20) {
      if (woff.toString('latin1', entry, entry + 4) !== wanted) continue;
      const [start, packed, whole] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at));
      const bytes = woff.subarray(start, (start ?? 0) + (packed ?? 0));
      return packed === whole ? bytes : inflateSync(bytes);
    }
  };
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map(table);
  if (!(head && hhea && hmtx && cmap)) throw new Error(`${file} is no font`);
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) =>
    cmap.readUInt32BE(8 + 8 * i),
  );
  const start = starts.find((at) => cmap.readUInt16BE(at) === 4) ?? 0;
  const count = cmap.readUInt16BE(start + 6) / 2;
  const glyphOf = (point: number): number => {
    for (let segment = 0; segment < count; segment += 1) {
      const end = start + 14 + 2 * segment;
      const first = end + 2 * count + 2;
      if (point > cmap.readUInt16BE(end)) continue;
      const offsetAt = first + 4 * count;
      const offset = cmap.readUInt16BE(offsetAt);
      const shift = cmap.readUInt16BE(first + 2 * count);
      if (offset === 0) return (point + shift) & 0xffff;
      const index = point - cmap.readUInt16BE(first);
      return (cmap.readUInt16BE(offsetAt + offset + 2 * index) + shift) & 0xffff;
    }
    return 0;
  };
  const last = hhea.readUInt16BE(34) - 1;
  const em = head.readUInt16BE(18);
  return (letter) =>
    (1000 * hmtx.readUInt16BE(4 * Math.min(glyphOf(letter.codePointAt(0) ?? 0), last))) / em;
}

const LETTERS = Array.from({ length: 0x7f - 0x20 }, (_, index) =>
  String.fromCodePoint(0x20 + index),
);

test.each([400, 500, 600] as const)('letters are as wide as in Inter of weight %i', (weight) => {
  const widthOf = widthsOf(`inter/files/inter-latin-${weight}-normal.woff`);
  const off = LETTERS.filter(
    (one) => Math.abs(letterWidth(one, weight, false) - widthOf(one)) > 0.5,
  );
  expect(off).toEqual([]);
});

test('letters of the code font are all as wide', () => {
  const widthOf = widthsOf('jetbrains-mono/files/jetbrains-mono-latin-500-normal.woff');
  expect(LETTERS.filter((one) => letterWidth(one, 500, true) !== widthOf(one))).toEqual([]);
});
