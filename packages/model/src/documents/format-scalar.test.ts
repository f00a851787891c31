import fc from 'fast-check';
import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { RUNS } from '../../test/support/runs.ts';
import { formatScalar, needsQuotes } from './format-scalar.ts';
import { parseDocument } from './parse-document.ts';

describe('which texts need quotes', () => {
  test.each([
    ...['', ' ', 'y', 'No', 'on', 'null', '~', 'true', '012', '0o7', '0X1F', '1_000', '12:30:45'],
    ...['1e3', '.5', '-.inf', '.NaN', '2024-01-01', '=', '<<', '- a', '-', '? a', 'a: b', 'a #b'],
    ...[
      'a:',
      '*',
      '*.example.com',
      '&a',
      '!a',
      '|',
      '>',
      '%a',
      '@a',
      '`a',
      '[a',
      '{a',
      'a, b',
      "a'b",
    ],
    ...[
      '"a',
      '---',
      '...',
      ' a',
      'a ',
      'a\nb',
      'a\tb',
      '\u0007',
      '\uFEFF',
      '\u2028',
      '0b-01',
      '.7_1',
    ],
  ])('[D16] %j does', (text) => {
    expect(needsQuotes(text)).toBe(true);
  });

  test.each([
    ...['a', 'reviews', 'reviews.prod.svc.cluster.local', 'v1', 'istio-system/gateway', '/api/v1'],
    ...['app.kubernetes.io/name', 'nginx:1.25', '10.0.0.0/8', 'é', '日本', 'a b', '80%x'.slice(3)],
  ])('[D16] %j does not', (text) => {
    expect(needsQuotes(text)).toBe(false);
  });
});

describe('writing', () => {
  test('[D16] quotes are of the asked kind where they can hold the text', () => {
    expect(formatScalar('yes')).toBe('"yes"');
    expect(formatScalar("it's: x", { quote: 'single' })).toBe("'it''s: x'");
    expect(formatScalar('a\nb', { quote: 'single' })).toBe('"a\\nb"');
    expect(formatScalar('plain', { always: true })).toBe('"plain"');
    expect([null, true, 80, 1.5, 1e21].map((value) => formatScalar(value))).toEqual([
      'null',
      'true',
      '80',
      '1.5',
      '1.0e+21',
    ]);
  });

  test('[D16] every reader gets the same value, in every place', { timeout: 300_000 }, () => {
    const alphabet = [
      ...'abyno019xXeE.-+_: #,[]{}&*!|>\'"%@`~=</?\\\n\t\ré\u00a0\u0085\u2028\uFEFF😀\u0007TZNfsli',
    ];
    const text = fc
      .array(fc.constantFrom(...alphabet), { maxLength: 9 })
      .map((all) => all.join(''));
    const quote = fc.constantFrom('single' as const, 'double' as const);
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
        ),
        quote,
        (value, kind) => {
          const written = formatScalar(value, { quote: kind });
          const source = `- ${written}\n- [${written}]\n- {k: ${written}}\n- ${JSON.stringify(String(value))}: 1\n`;
          const expected = [value, [value], { k: value }, { [String(value)]: 1 }];
          expect(parseDocument(source).value).toEqual(expected);
          expect(load(source, { schema: CORE_SCHEMA })).toEqual(expected);
          expect(load(source, { schema: YAML11_SCHEMA })).toEqual(expected);
          if (typeof value === 'string') {
            expect(parseDocument(`${written}: 1`).value).toEqual({ [value]: 1 });
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
