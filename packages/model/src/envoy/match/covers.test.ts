import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RUNS as ALL_RUNS } from '../../../test/support/runs.ts';
import { loadRegexMatch } from '../../schema/values/regex-match.ts';
import { covers, excludes } from './covers.ts';
import { findCommonRequest } from './find-common-request.ts';
import { type HttpMatch, readHttpMatch } from './http-match.ts';
import { matchesRequest } from './matches-request.ts';

const RUNS = ALL_RUNS * 4;

const matchRegex = await loadRegexMatch();
const GATEWAYS = ['shop/public', 'shop/private'];

function read(block: Readonly<Record<string, unknown>>): HttpMatch {
  const match = readHttpMatch(block, 'shop');
  if (match === null) throw new Error(`Not understood: ${JSON.stringify(block)}`);
  return match;
}

const isCovered = (
  wide: Readonly<Record<string, unknown>>,
  narrow: Readonly<Record<string, unknown>>,
): boolean => covers(read(wide), read(narrow), { gateways: GATEWAYS, matchRegex });

type Block = Readonly<Record<string, unknown>>;

const COVERED: readonly (readonly [string, Block, Block])[] = [
  ['no condition covers any', {}, { uri: { exact: '/a' }, headers: { x: { exact: '1' } } }],
  ['the prefix / covers an exact path', { uri: { prefix: '/' } }, { uri: { exact: '/a' } }],
  [
    'a prefix covers what only begins alike',
    { uri: { prefix: '/a' } },
    { uri: { prefix: '/abc' } },
  ],
  ['the expression .* covers a prefix', { uri: { regex: '.*' } }, { uri: { prefix: '/a' } }],
  [
    'an expression that ends in .* is a prefix',
    { uri: { regex: '/a.*' } },
    { uri: { exact: '/ab' } },
  ],
  [
    'an expression covers the path that it matches',
    { uri: { regex: '/[ab]+' } },
    { uri: { exact: '/abba' } },
  ],
  [
    'a prefix covers an expression that begins so',
    { uri: { prefix: '/a' } },
    { uri: { regex: '/a/[0-9]+' } },
  ],
  [
    'a prefix in any case covers one in some case',
    { uri: { prefix: '/A' }, ignoreUriCase: true },
    { uri: { prefix: '/ab' } },
  ],
  ['no method covers POST', { uri: { prefix: '/' } }, { method: { exact: 'POST' } }],
  [
    'fewer headers cover more',
    { headers: { a: {} } },
    { headers: { A: { exact: '1' }, b: { exact: '2' } } },
  ],
  [
    'a header that is lacking covers one that another value takes',
    { withoutHeaders: { a: { exact: '1' } } },
    { headers: { a: { exact: '2' } } },
  ],
  [
    'a value that is lacking covers a header that is',
    { withoutHeaders: { a: { exact: '1' } } },
    { withoutHeaders: { a: {} } },
  ],
  ['all ports cover one', { uri: { prefix: '/' } }, { port: 80 }],
  ['all Gateways cover one', {}, { gateways: ['public'] }],
  [
    'the Gateways of the VirtualService are those of a match that names none',
    { gateways: ['public', 'shop/private'] },
    {},
  ],
  [
    'fewer source labels cover more',
    { sourceLabels: { a: '1' } },
    { sourceLabels: { a: '1', b: '2' } },
  ],
];

const NOT_COVERED: readonly (readonly [string, Block, Block])[] = [
  ['an exact path does not cover its prefix', { uri: { exact: '/a' } }, { uri: { prefix: '/a' } }],
  [
    'an exact path does not cover the one with a slash',
    { uri: { exact: '/a' } },
    { uri: { exact: '/a/' } },
  ],
  [
    'a prefix does not cover one that is as long in another case',
    { uri: { prefix: '/a' } },
    { uri: { prefix: '/a' }, ignoreUriCase: true },
  ],
  [
    'an expression is one for the whole path',
    { uri: { regex: '/[ab]' } },
    { uri: { exact: '/ab' } },
  ],
  ['a prefix does not cover a choice', { uri: { prefix: '/a' } }, { uri: { regex: '/a|/b' } }],
  ['what is repeated may be left out', { uri: { prefix: '/ab' } }, { uri: { regex: '/ab*' } }],
  ['GET does not cover no method', { method: { exact: 'GET' } }, {}],
  ['methods have a case', { method: { exact: 'get' } }, { method: { exact: 'GET' } }],
  ['more headers do not cover fewer', { headers: { a: {}, b: {} } }, { headers: { a: {} } }],
  [
    'an absent header counts as an empty one',
    { withoutHeaders: { a: { regex: '.*' } } },
    { withoutHeaders: { a: {} } },
  ],
  ['one port does not cover all', { port: 80 }, {}],
  ['one Gateway does not cover all', { gateways: ['public'] }, {}],
  [
    'source labels count only where no Gateways are named',
    { sourceLabels: { a: '1' } },
    { gateways: ['public'], sourceLabels: { a: '1' } },
  ],
];

describe('[A30] one match covers another', () => {
  test.each(COVERED)('%s', (_name, wide, narrow) => {
    expect(isCovered(wide, narrow)).toBe(true);
  });

  test.each(NOT_COVERED)('but: %s', (_name, wide, narrow) => {
    expect(isCovered(wide, narrow)).toBe(false);
  });

  test('what is not understood is no match', () => {
    expect(readHttpMatch({ url: { prefix: '/' } }, 'shop')).toBeNull();
    expect(readHttpMatch({ uri: { prefix: '/', exact: '/' } }, 'shop')).toBeNull();
    expect(readHttpMatch({ headers: ['a'] }, 'shop')).toBeNull();
  });
});

const text = fc.constantFrom('/', '/a', '/A', '/ab', '/ab/', '/b', '');
const regex = fc.constantFrom(
  '.*',
  '/.*',
  '/a',
  '/a.*',
  '/[ab]+',
  '/a|/b',
  '^/ab?$',
  '/ab*',
  '(?i)/AB',
  '/a/?',
  'a+',
);
const value = fc.constantFrom('', '1', '12', 'a', '/a');

const condition = (texts: fc.Arbitrary<string>) =>
  fc.oneof(
    texts.map((exact) => ({ exact })),
    texts.map((prefix) => ({ prefix })),
    regex.map((pattern) => ({ regex: pattern })),
    fc.constant({}),
  );

const named = fc.dictionary(fc.constantFrom('a', 'A', 'b'), condition(value), { maxKeys: 2 });
const labels = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2'), { maxKeys: 2 });

const block = fc.record(
  {
    uri: condition(text),
    ignoreUriCase: fc.boolean(),
    scheme: condition(fc.constantFrom('http', 'https')),
    method: condition(fc.constantFrom('GET', 'POST')),
    authority: condition(fc.constantFrom('a.com', 'a.com:80')),
    headers: named,
    withoutHeaders: named,
    queryParams: named,
    port: fc.constantFrom(80, 443),
    gateways: fc.subarray(['public', 'private'], { minLength: 1 }),
    sourceLabels: labels,
    sourceNamespace: fc.constantFrom('shop', 'far'),
  },
  { requiredKeys: [] },
);

/** Few conditions, so that matches and requests meet often. */
const sparse = block.chain((whole) =>
  fc
    .subarray(Object.keys(whole), { maxLength: 3 })
    .map((keys) => Object.fromEntries(Object.entries(whole).filter(([key]) => keys.includes(key)))),
);

/** Each looks at the path. */
const ofPaths = fc.tuple(sparse, condition(text)).map(([rest, uri]) => ({ ...rest, uri }));

const request = fc.record({
  path: fc.constantFrom('/', '/a', '/A', '/ab', '/AB', '/ab/', '/b', '/aba', '/abc'),
  query: fc.dictionary(fc.constantFrom('a', 'A', 'b'), value, { maxKeys: 2 }),
  scheme: fc.constantFrom('http', 'https'),
  method: fc.constantFrom('GET', 'POST'),
  authority: fc.constantFrom('a.com', 'a.com:80'),
  headers: fc.dictionary(fc.constantFrom('a', 'b'), value, { maxKeys: 2 }),
  entry: fc.record({
    gateway: fc.constantFrom('shop/public', 'shop/private'),
    port: fc.constantFrom(80, 443),
    sourceLabels: labels,
    sourceNamespace: fc.constantFrom('shop', 'far'),
  }),
});

describe('[A30] of random matches and requests', () => {
  test('whatever is covered, no request fulfils it and not what covers it', () => {
    let proven = 0;
    fc.assert(
      fc.property(
        sparse,
        sparse,
        fc.array(request, { minLength: 5, maxLength: 20 }),
        (a, b, all) => {
          const [wide, narrow] = [read(a), read(b)];
          if (!covers(wide, narrow, { gateways: GATEWAYS, matchRegex })) return;
          proven += 1;
          for (const one of all)
            if (matchesRequest(narrow, one, matchRegex) === true)
              expect(matchesRequest(wide, one, matchRegex)).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
    expect(proven).toBeGreaterThan(RUNS / 60);
  });

  test('what excludes another match has no request that fulfils both', () => {
    let proven = 0;
    fc.assert(
      fc.property(
        ofPaths,
        ofPaths,
        fc.array(request, { minLength: 5, maxLength: 20 }),
        (a, b, all) => {
          const [one, other] = [read(a), read(b)];
          if (!excludes(one, other, matchRegex)) return;
          proven += 1;
          for (const asked of all)
            expect(
              [one, other].map((match) => matchesRequest(match, asked, matchRegex)),
            ).not.toEqual([true, true]);
        },
      ),
      { numRuns: RUNS },
    );
    expect(proven).toBeGreaterThan(RUNS / 20);
  });

  test('a common request fulfils both', () => {
    const frame = {
      scheme: 'http',
      authority: 'a.com',
      entry: { gateway: 'shop/public', port: 80, sourceLabels: {}, sourceNamespace: 'shop' },
    };
    let found = 0;
    fc.assert(
      fc.property(sparse, sparse, (a, b) => {
        const matches = [read(a), read(b)];
        const common = findCommonRequest(matches, frame, matchRegex);
        if (common === null) return;
        found += 1;
        for (const match of matches) expect(matchesRequest(match, common, matchRegex)).toBe(true);
      }),
      { numRuns: RUNS },
    );
    expect(found).toBeGreaterThan(RUNS / 20);
  });
});
