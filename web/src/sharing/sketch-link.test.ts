import { deflateRawSync } from 'node:zlib';
import { DEFAULT_ASSUMPTIONS } from '@portolan/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SketchContent } from '../session/sketches/sketch.ts';
import { decodeLink, encodeLink } from './sketch-link.ts';

const RUNS = Number(process.env.PORTOLAN_RUNS ?? 200);
const TIMEOUT = 30_000 + RUNS * 60;

function sketchOf(text: string, more: Partial<SketchContent> = {}): SketchContent {
  return { name: 'Shop', text, positions: [], viewport: null, ...more };
}

async function linkOf(content: SketchContent): Promise<string> {
  const encoded = await encodeLink(content);
  if (encoded.kind === 'none') throw new Error(encoded.reason);
  return encoded.fragment;
}

async function comesBack(content: SketchContent): Promise<void> {
  expect(await decodeLink(await linkOf(content))).toEqual({ kind: 'sketch', content });
}

/** A link whose packed bytes are right, whatever is in them. */
function packed(payload: string | Uint8Array): string {
  return `#1.${deflateRawSync(payload).toString('base64url')}`;
}

function beside(json: string): string {
  return packed(`kind: Gateway\n${json}`);
}

const randomPlace = fc.oneof(
  fc.integer({ min: -10_000_000, max: 10_000_000 }),
  fc.double({ min: -10_000_000, max: 10_000_000, noNaN: true }).map((x) => x + 0),
);
const randomText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '\uFEFF',
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        '🧭',
        'é',
        '{"n":1}',
        ' ',
        '---',
        'a: b',
      ),
    )
    .map((parts) => parts.join('')),
);
const randomContent: fc.Arbitrary<SketchContent> = fc.record({
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  text: randomText,
  positions: fc.array(
    fc.tuple(
      fc.oneof(fc.string(), fc.constantFrom('Gateway/default/web', '__proto__', 'constructor')),
      fc.record({ x: randomPlace, y: randomPlace }),
    ),
    { maxLength: 12 },
  ),
  viewport: fc.option(
    fc.record({
      x: randomPlace,
      y: randomPlace,
      zoom: fc.double({ min: 0.001, max: 8, noNaN: true }),
    }),
  ),
});

describe('a link', () => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFFa: b\n'],
    ['Windows line endings', 'a: b\r\nc: d\r\n'],
    ['mixed line endings and none at the end', 'a: b\r\nc: d\ne: f\rg: h'],
    ['what looks like the part beside it', 'a: b\n{"n":"x"}'],
    ['emoji and separators', '# 🧭 ⚓ \u2028 \u0000'],
  ])('[P2] gives back a text with %s byte by byte', (_what, text) => comesBack(sketchOf(text)));

  test(
    '[P2] gives back any text, its name, places and viewport',
    async () => {
      await fc.assert(fc.asyncProperty(randomContent, comesBack), { numRuns: RUNS });
    },
    TIMEOUT,
  );

  test('carries assumptions, of which it names those that are not the usual ones', async () => {
    const assumptions = { ...DEFAULT_ASSUMPTIONS, clusterDomain: '', secrets: ['a/b'] };
    await comesBack(sketchOf('a: b', { assumptions }));
  });

  test('half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD', async () => {
    const link = await linkOf(sketchOf('a\uD83Db\uDC00'));
    const content = sketchOf('a\uFFFDb\uFFFD');
    expect(await decodeLink(link)).toEqual({ kind: 'sketch', content });
  });

  test('says its version, and needs no escape in any address', async () => {
    expect(await linkOf(sketchOf('é: ü'))).toMatch(/^#1\.[A-Za-z0-9_-]+$/);
  });

  test('of a text that nobody could unpack is refused', async () => {
    const encoded = await encodeLink(sketchOf('a'.repeat(21 * 1024 * 1024)));
    expect(encoded).toEqual({ kind: 'none', reason: expect.stringMatching(/too large/) });
    const repeated = await encodeLink(sketchOf('a'.repeat(5 * 1024 * 1024)));
    expect(repeated).toEqual({ kind: 'none', reason: expect.stringMatching(/too large/) });
  });
});

describe('a link that cannot be opened says why', () => {
  test.each([
    ['of a newer version', '#2.q1ZKzkhNzlayUlBKTixOVbJSqgUA', /newer Portolan/],
    ['of a much newer version', '#999999999.x', /newer Portolan/],
    ['of a version that never was', '#0.AA', /damaged/],
    ['of another program', '#access_token=abc', /no sketch/],
    ['with a version alone', '#1', /no sketch/],
    ['with nothing packed', '#1.', /damaged/],
    ['with signs that are not base64', '#1.ab$c', /damaged/],
    ['with the other base64', '#1.ab+/', /damaged/],
    ['with a length that base64 never has', '#1.abcde', /damaged/],
    ['that is not deflated', `#1.${Buffer.from('hello, world').toString('base64url')}`, /damaged/],
    ['that is not UTF-8', packed(Uint8Array.of(0x61, 0xff, 0x0a, 0x7b, 0x7d)), /damaged/],
    ['with a text alone', packed('kind: Gateway'), /damaged/],
    ['with no JSON beside the text', beside('{n:1}'), /damaged/],
    ['with a list beside the text', beside('[]'), /damaged/],
    ['with null beside the text', beside('null'), /damaged/],
    ['with a name that is no text', beside('{"n":7}'), /damaged/],
    ['with a name without end', beside(`{"n":"${'x'.repeat(201)}"}`), /damaged/],
    ['with places that are a mapping', beside('{"p":{"a":[1,2]}}'), /damaged/],
    ['with half a place', beside('{"p":["a",1]}'), /damaged/],
    ['with a place that is a text', beside('{"p":["a","1",2]}'), /damaged/],
    ['with a place that is no number', beside('{"p":["a",null,2]}'), /damaged/],
    ['with a place beyond all numbers', beside('{"p":["a",1e999,2]}'), /damaged/],
    ['with a place beyond every canvas', beside('{"p":["a",1e300,2]}'), /damaged/],
    ['with a viewport that is no list', beside('{"v":"0,0,1"}'), /damaged/],
    ['with a viewport without zoom', beside('{"v":[0,0]}'), /damaged/],
    ['with a zoom that is a text', beside('{"v":[0,0,"1"]}'), /damaged/],
    ['with wrong assumptions', beside('{"a":{"secrets":"all"}}'), /damaged/],
    ['with assumptions that are not known', beside('{"a":{"__proto__":{"x":1}}}'), /damaged/],
  ])('%s', async (_what, link, reason) => {
    expect(await decodeLink(link)).toEqual({
      kind: 'unreadable',
      reason: expect.stringMatching(reason),
    });
  });

  test('a bomb is not unpacked to its end', async () => {
    for (const megabytes of [2, 50, 200]) {
      const link = packed(new Uint8Array(megabytes * 1024 * 1024));
      const started = performance.now();
      const content = await decodeLink(link);
      expect(content).toEqual({ kind: 'unreadable', reason: expect.stringMatching(/far more/) });
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  test('cut short anywhere', async () => {
    const link = await linkOf(sketchOf('kind: Gateway\nmetadata:\n  name: shop\n'));
    for (let length = 2; length < link.length; length += 1) {
      expect((await decodeLink(link.slice(0, length))).kind).toBe('unreadable');
    }
  });

  test(
    'whatever is changed in it, there is a message or a sketch',
    async () => {
      const random = fc.tuple(
        randomContent,
        fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 4 }),
      );
      await fc.assert(
        fc.asyncProperty(random, async ([content, changes]) => {
          const link = await linkOf(content);
          const changed = changes.reduce((text, [at, put]) => {
            const place = at % text.length;
            return text.slice(0, place) + put + text.slice(place + (at % 3));
          }, link);
          expect(['none', 'sketch', 'unreadable']).toContain((await decodeLink(changed)).kind);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

describe('a link that is odd', () => {
  test('holds __proto__ as a name like others', async () => {
    const json = '{"__proto__":{"n":"x"},"p":["__proto__",1,2],"n":"Shop"}';
    const content = sketchOf('kind: Gateway', { positions: [['__proto__', { x: 1, y: 2 }]] });
    expect(await decodeLink(beside(json))).toEqual({ kind: 'sketch', content });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('with 100,000 places is read in a moment', async () => {
    const places = Array.from({ length: 100_000 }, (_, at) => [`Service/x/${at * 7919}`, at, -at]);
    const made = beside(JSON.stringify({ p: places.flat() }));
    const started = performance.now();
    const link = await decodeLink(made);
    expect(link.kind === 'sketch' && link.content.positions.length).toBe(100_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('with a zoom at which nothing can be seen is read without its viewport', async () => {
    for (const zoom of [0, -1, 1e-9, 1e6]) {
      const link = await decodeLink(beside(`{"v":[0,0,${zoom}]}`));
      expect(link.kind === 'sketch' && link.content.viewport).toBe(null);
    }
  });

  test('with fields that this Portolan does not know is read without them', async () => {
    const content = sketchOf('kind: Gateway', { name: 'Untitled' });
    expect(await decodeLink(beside('{"z":[1]}'))).toEqual({ kind: 'sketch', content });
  });
});
