import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { buildScene, buildSnapshot, drawScene, layoutTopology } from '@portolan/model';
import { expect, test } from 'vitest';
import { readFontFile } from './font-file.ts';
import { pathOperators } from './path-operators.ts';
import { spansOf } from './text-spans.ts';
import { type PdfMeans, writePdf } from './write-pdf.ts';

const require = createRequire(import.meta.url);

function fontOf(file: string) {
  return readFontFile(readFileSync(require.resolve(`@fontsource/${file}`)));
}

const fonts = {
  words: fontOf('inter/files/inter-latin-400-normal.woff'),
  medium: fontOf('inter/files/inter-latin-500-normal.woff'),
  bold: fontOf('inter/files/inter-latin-600-normal.woff'),
  code: fontOf('jetbrains-mono/files/jetbrains-mono-latin-500-normal.woff'),
};
const means: PdfMeans = {
  fonts,
  paintText: ({ text }, size) => ({
    width: text.length * size,
    height: size,
    baseline: size,
    pixelWidth: 1,
    pixelHeight: 1,
    colors: new Uint8Array(3),
    alpha: new Uint8Array(1),
  }),
};

function pdfOf(name: string, theme: 'light' | 'transparent' = 'light'): Buffer {
  const text = `apiVersion: v1\nkind: Service\nmetadata: {name: ${JSON.stringify(name)}}\nspec: {ports: [{port: 80}]}\n`;
  const { topology } = buildSnapshot(text);
  const scene = buildScene(topology, layoutTopology(topology));
  return Buffer.from(writePdf(drawScene(scene, { title: name }), theme, means));
}

function contentOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const start = text.indexOf('stream\n') + 'stream\n'.length;
  const length = Number(/\/Length (\d+)/.exec(text)?.[1]);
  return inflateSync(pdf.subarray(start, start + length)).toString('latin1');
}

test('every entry of the table of objects leads to its object', () => {
  const text = pdfOf('cart').toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start, start + 5)).toBe('xref\n');
  const entries = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)];
  expect(entries.length).toBeGreaterThan(5);
  for (const [index, [, offset]] of entries.entries()) {
    const head = `${index + 1} 0 obj\n`;
    expect(text.slice(Number(offset), Number(offset) + head.length)).toBe(head);
  }
});

test('the same drawing gives the same bytes', () => {
  expect(pdfOf('cart').equals(pdfOf('cart'))).toBe(true);
});

test.each(['cart', '(\\)<</Type>>', '\u0000\ud800\u202e', '名前😀', 'x'.repeat(3000)])(
  'operators are numbers and known names, whatever a name says: %j',
  (name) => {
    const content = contentOf(pdfOf(name));
    expect(content).not.toMatch(/NaN|Infinity|undefined|e-\d/);
    const rest = content.replace(/<[0-9A-F]*> Tj/g, '').replace(/\[[\d. ]*\] 0 d/g, '');
    const names = new Set(rest.match(/[A-Za-z/][\w]*/g) ?? []);
    const known =
      /^(cm|q|Q|rg|RG|w|J|j|m|l|c|h|re|S|f|B|BT|ET|Tf|Tm|Tr|Tz|Do|gs|\/(words|medium|bold|code|hidden|I\d+|G\d+))$/;
    expect([...names].filter((operator) => !known.test(operator))).toEqual([]);
  },
);

test('what the fonts do not have is painted, and its text lies over it unseen', () => {
  const pdf = pdfOf('a名');
  expect(pdf.toString('latin1')).toContain('/Subtype /Image /Width 1 /Height 1');
  expect(contentOf(pdf)).toMatch(/\/I0 Do Q\nBT 3 Tr \/hidden 13 Tf .*<0001> Tj/);
});

test('only a transparent page has no ground', () => {
  expect(contentOf(pdfOf('a'))).toMatch(/cm\n0\.957 0\.965 0\.961 rg\n.* re\nf\nq/);
  expect(contentOf(pdfOf('a', 'transparent'))).toMatch(/cm\nq/);
});

test('a font has the letters of Latin names, and none of others', () => {
  expect(spansOf({ text: 'größe…' }, fonts.words)).toHaveLength(1);
  expect(
    spansOf({ text: 'a名前b' }, fonts.words).map(({ text, glyphs }) => [text, glyphs === null]),
  ).toEqual([
    ['a', false],
    ['名前', true],
    ['b', false],
  ]);
});

test('letters of code are all as wide as 0.6 of their size', () => {
  for (const letter of 'iW.') {
    const [span] = spansOf({ text: letter }, fonts.code);
    expect(fonts.code.advanceOf(span?.glyphs?.[0] ?? 0) / fonts.code.unitsPerEm).toBeCloseTo(
      0.6,
      3,
    );
  }
});

test('a path of an SVG becomes operators, placed and scaled', () => {
  const at = { x: 10, y: 20, scale: 2 };
  expect(pathOperators('M1 2H3V4L5 6C1 1 2 2 3 3Z', at)).toBe(
    '12 24 m\n16 24 l\n16 28 l\n20 32 l\n12 22 14 24 16 26 c\nh',
  );
  // A curve with one control point is the one with two that are two thirds of the way to it.
  expect(pathOperators('M0 0Q3 0 3 3', { x: 0, y: 0, scale: 1 })).toBe('0 0 m\n2 0 3 1 3 3 c');
});
