import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildDocuments,
  commentsOf,
  type ManifestDocument,
  pathAtOffset,
  rangeOfPath,
  treeOf,
  updateDocuments,
} from '../../src/index.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

const SECONDS = 60_000;

/** All that the stage does with a text, so that nothing of it throws or hangs. Returns its first document. */
function useAll(text: string): ManifestDocument {
  const built = buildDocuments(text);
  const middle = Math.floor(text.length / 2);
  updateDocuments(built, [{ range: { start: middle, end: middle }, newText: 'x' }]);
  const { documents } = built;
  const [first] = documents;
  if (!first) throw new Error('a text has at least one document');
  for (const document of documents.slice(0, 20)) useDocument(document);
  return first;
}

function useDocument(document: ManifestDocument): void {
  const { text, status, value, problems } = document;
  const path = pathAtOffset(treeOf(document), Math.floor(text.length / 2));
  rangeOfPath(document, path);
  commentsOf(document, path);
  for (const { message, range } of problems) {
    expect(message).not.toBe('');
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(text.length);
  }
  if (status === 'broken') expect(problems.length).toBeGreaterThan(0);
  if (status === 'parsed') JSON.stringify(value);
}

function aliasBomb(levels: number, width: number): string {
  const lines = ['a0: &a0 lol'];
  for (let level = 1; level <= levels; level++) {
    const aliases = Array.from({ length: width }, () => `*a${level - 1}`);
    lines.push(`a${level}: &a${level} [${aliases.join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
}

describe('limits', () => {
  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['closed brackets', '['.repeat(5000) + ']'.repeat(5000)],
    ['dashes', '- '.repeat(50_000)],
    ['explicit keys', '? '.repeat(50_000)],
    [
      'indentation',
      Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    ],
  ])('[D9] deep nesting by %s ends in a problem', { timeout: SECONDS }, (_, text) => {
    const { status, problems } = useAll(text);
    expect(status).toBe('broken');
    expect(problems[0]?.code).toBe('yaml-limit');
  });

  test('[D9] nesting of 150 levels is read', () => {
    expect(useAll('['.repeat(150) + ']'.repeat(150)).status).toBe('parsed');
  });

  test('[D9] aliases that multiply end in a problem', { timeout: SECONDS }, () => {
    const { status, problems } = useAll(aliasBomb(20, 10));
    expect(status).toBe('broken');
    expect(problems.map(({ code }) => code)).toEqual(['yaml-limit']);
  });

  test('[D9] a chain of aliases that nests deeper than a text may ends in a problem', () => {
    const { status, problems } = useAll(aliasBomb(5000, 1));
    expect(status).toBe('broken');
    expect(problems[0]?.code).toBe('yaml-limit');
  });

  test('[D9] merges that multiply end in a problem', { timeout: SECONDS }, () => {
    const keys = Array.from({ length: 1000 }, (_, index) => `  k${index}: 1`).join('\n');
    const merges = Array.from({ length: 1000 }, (_, index) => `m${index}:\n  <<: *a`).join('\n');
    const { problems } = useAll(`a: &a\n${keys}\n${merges}\n`);
    expect(problems.map(({ code }) => code)).toEqual(['yaml-limit']);
  });

  test.each(['a: &a [*a]', '&a {b: *a}', 'a: &a\n  b:\n    - c: *a\n', 'a: &a {<<: *a}'])(
    '[D9] an alias inside of its own anchor is a problem, and no cyclic value: %s',
    (text) => {
      const { status, value } = useAll(text);
      expect(status).toBe('broken');
      expect(value).toBeUndefined();
    },
  );

  test('[D9] __proto__ is a key like others', () => {
    const { value } = useAll('a: &a\n  __proto__:\n    polluted: 1\nb:\n  <<: *a\n');
    const { a, b } = value as { readonly a: object; readonly b: object };
    expect(Object.hasOwn(a, '__proto__')).toBe(true);
    expect(Object.hasOwn(b, '__proto__')).toBe(true);
    expect((Object.prototype as { polluted?: number }).polluted).toBeUndefined();
    expect('polluted' in a || 'polluted' in b).toBe(false);
  });
});

describe('size', () => {
  const long = 'x'.repeat(10_000_000);
  test.each([
    ['plain', `a: ${long}`],
    ['quoted', `a: "${long}"`],
    ['unclosed', `a: "${long}`],
    ['escaped', `a: "${'\\n'.repeat(500_000)}"`],
    ['comment', `# ${long}`],
    ['dashes', '-'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['blank lines', '\n'.repeat(500_000)],
    ['block text', `a: |\n  ${long}\n`],
    ['blank block', `a: |\n  x\n${'\n'.repeat(500_000)}`],
    ['flow', `a: [${'x,'.repeat(50_000)}]`],
    ['unclosed flow', `a: [${'x,\n'.repeat(50_000)}`],
    ['shallow flow', `a: [\n${'x,\n'.repeat(20_000)}]`],
    ['braces', `a: ${'{'.repeat(1_000_000)}`],
    ['template', `a: "${'{{'.repeat(1_000_000)}`],
    ['template of lines', `${'a: {{ x }}\n'.repeat(200_000)}`],
    ['markers', '---\n'.repeat(20_000)],
    ['ends', '...\n'.repeat(20_000)],
    ['keys', Array.from({ length: 30_000 }, (_, index) => `k${index}: 1\n`).join('')],
    ['same key', 'a: 1\n'.repeat(30_000)],
    ['colons', ': '.repeat(1_000_000)],
    ['colons in flow', `[${'a:,'.repeat(50_000)}]`],
    ['tabs', '\t\n'.repeat(300_000)],
    ['tabs in front of values', 'a:\n\tb\n'.repeat(50_000)],
    ['tabs in flow', `[${'\t'.repeat(1_000_000)}x]`],
    ['tabs in JSON', `{\n${'\t"a": 1,\n'.repeat(30_000)}\t"b": 2\n}`],
    ['tabs in a text', `a: |2\n${'  \tx\n'.repeat(100_000)}`],
    ['comments behind quotes', '- "a"#c\n'.repeat(20_000)],
    ['dashes in flow', `[${'-,'.repeat(50_000)}]`],
    ['an indented marker', `${' '.repeat(1_000_000)}---\n`],
    ['odd anchors', '- &é x\n'.repeat(20_000)],
    ['keys on the line of others', '- a: &x b: 1\n'.repeat(20_000)],
    ['line separators', 'a\u2028'.repeat(300_000)],
    ['quotes', `"'`.repeat(1_000_000)],
    ['anchors', '&a '.repeat(300_000)],
    ['stars', '- *a\n'.repeat(20_000)],
    ['bad tags', '- !!int x\n'.repeat(10_000)],
    ['broken, then much', `a: b: c\n${'x: y\n'.repeat(50_000)}`],
    ['much, then broken', `${'x: y\n'.repeat(30_000)}a: b: c\n`],
  ])('[D9] much of one thing ends within a bounded time: %s', { timeout: SECONDS }, (_, text) => {
    useAll(text);
  });

  test('[D9] 50,000 documents', { timeout: SECONDS }, () => {
    const { documents } = buildDocuments('a: 1\n---\n'.repeat(50_000));
    expect(documents.length).toBe(50_001);
  });
});

describe('characters', () => {
  test.each(['\0', 'a: \0', '\ud800', 'a: "\udc00"', '\uFEFF', '\uFFFE', '\u0085', 'a: \u0001\n'])(
    '[D9] odd characters are read or a problem: %j',
    (text) => {
      useAll(text);
    },
  );

  test('[D9] nothing throws, whatever the text', { timeout: TIMEOUT }, () => {
    const sign = fc.constantFrom(
      ...['---', '...', '\n', '\r', '  ', '\t', '#', 'a', ': ', '- ', '"', "'", '\uFEFF', '{', '}'],
      ...[
        '[',
        ']',
        '{{',
        '}}',
        '%',
        '|',
        '>',
        '&a ',
        '*a',
        '!!int ',
        '\ud800',
        '\0',
        '😀',
        ':',
        '?',
      ],
      ...['? ', ',', '<<: ', '@', '`', '\\', '+', '2', '~', '.inf', '%YAML 1.2\n', '!<', '\u2028'],
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        useAll(signs.join(''));
      }),
      { numRuns: RUNS * 3 },
    );
  });
});
