import { DEFAULT_ASSUMPTIONS } from '@portolan/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SketchContent } from '../session/sketches/sketch.ts';
import { readSketchFile, writeSketchFile } from './sketch-file.ts';

const SKETCH: SketchContent = {
  name: 'Shop',
  text: '\uFEFFa: b\r\n# 🧭 \uD83D\n',
  positions: [
    ['Gateway/default/web', { x: 40, y: 80.5 }],
    ['__proto__', { x: -1, y: 0 }],
  ],
  viewport: { x: 1, y: 2, zoom: 0.5 },
  assumptions: { ...DEFAULT_ASSUMPTIONS, secrets: ['a/b'] },
};

test('[P2] a sketch comes out of its file as it went in, half characters too', () => {
  expect(readSketchFile(writeSketchFile(SKETCH))).toEqual({ kind: 'sketch', content: SKETCH });
  const plain: SketchContent = { name: 'Shop', text: '', positions: [], viewport: null };
  expect(readSketchFile(writeSketchFile(plain))).toEqual({ kind: 'sketch', content: plain });
});

test('a byte order mark or blank lines that an editor put in front change nothing', () => {
  const file = `\uFEFF\n ${writeSketchFile(SKETCH)}`;
  expect(readSketchFile(file)).toEqual({ kind: 'sketch', content: SKETCH });
});

test.each([
  ['YAML', 'kind: Gateway\n'],
  ['a manifest in JSON', '{"kind": "Gateway"}'],
  ['JSON that speaks of Portolan further down', '{"kind": "ConfigMap", "portolan": 1}'],
  ['nothing', ''],
])('%s is no sketch file', (_what, text) => {
  expect(readSketchFile(text)).toEqual({ kind: 'other' });
});

test.each([
  ['cut short', writeSketchFile(SKETCH).slice(0, -40), /not complete/],
  ['of a newer version', '{"portolan": 2, "text": {}}', /newer Portolan/],
  ['of a version that never was', '{"portolan": "one", "text": ""}', /not complete/],
  ['without a text', '{"portolan": 1}', /not complete/],
  ['with wrong places', '{"portolan": 1, "text": "", "positions": [["a", 1]]}', /not complete/],
  ['with places in a row', '{"portolan": 1, "text": "", "positions": ["a", 1, 2]}', /not complete/],
  ['with a wrong viewport', '{"portolan": 1, "text": "", "viewport": {"x": 1}}', /not complete/],
  ['with a viewport in a row', '{"portolan": 1, "text": "", "viewport": [1, 2]}', /not complete/],
  ['with wrong assumptions', '{"portolan": 1, "text": "", "assumptions": []}', /not complete/],
])('a file %s says why it is not opened', (_what, text, reason) => {
  expect(readSketchFile(text)).toEqual({
    kind: 'unreadable',
    reason: expect.stringMatching(reason),
  });
});

test('whatever is changed in a file, there is a message or a sketch', () => {
  const file = writeSketchFile(SKETCH);
  fc.assert(
    fc.property(fc.nat(file.length), fc.nat(9), fc.string({ maxLength: 5 }), (at, length, put) => {
      const changed = file.slice(0, at) + put + file.slice(at + length);
      expect(['other', 'sketch', 'unreadable']).toContain(readSketchFile(changed).kind);
    }),
    { numRuns: Number(process.env.PORTOLAN_RUNS ?? 300) },
  );
});
