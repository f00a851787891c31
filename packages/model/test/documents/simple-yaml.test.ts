import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseByEvents } from '../../src/documents/parse-document.ts';
import { readSimpleYaml } from '../../src/documents/simple-yaml/read-simple-yaml.ts';
import { buildDocuments } from '../../src/index.ts';
import { mutateText, randomMutations, YAML_PIECES } from '../support/mutate-text.ts';
import { KEY_TEXTS, ODD_DOCUMENTS, TRICKY_TEXTS } from '../support/odd-texts.ts';
import { randomDocument, randomJsonDocument, randomStream } from '../support/random-yaml.ts';
import { readRealManifest, realManifestPaths } from '../support/real-manifests.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

const SAMPLES = new URL('../../../../public/samples/', import.meta.url);
const SCALARS = new URL('../../../../../shared/cases/scalars.json', import.meta.url);

/** The texts of all documents that are no templates. */
function documentsIn(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => buildDocuments(text).documents)
    .filter(({ status }) => status !== 'template')
    .map(({ text }) => text);
}

const samples = documentsIn(
  readdirSync(SAMPLES).map((name) => readFileSync(new URL(name, SAMPLES), 'utf8')),
);
const manifests = documentsIn(
  realManifestPaths()
    .filter((path) => /\.ya?ml$/.test(path))
    .map(readRealManifest),
);

/** Is it read the short way? If so, then to what the parser makes of it, to the last key. */
function isTaken(text: string): boolean {
  const value = readSimpleYaml(text);
  if (value === undefined) return false;
  const { status, value: expected, problems } = parseByEvents(text, null);
  expect(problems, text).toEqual([]);
  expect(status, text).toBe(value === null ? 'empty' : 'parsed');
  expect(value, text).toStrictEqual(expected ?? null);
  expect(JSON.stringify(value), text).toBe(JSON.stringify(expected ?? null));
  return true;
}

function shareOf(texts: readonly string[]): number {
  return texts.filter(isTaken).length / texts.length;
}

describe('what is read the short way is what the parser reads', () => {
  const random = fc.oneof(
    { weight: 6, arbitrary: randomDocument.map(({ text }) => text) },
    { weight: 1, arbitrary: randomJsonDocument.map(({ text }) => text) },
    { weight: 1, arbitrary: randomStream },
  );

  test('[D19] random documents, as they are and with mistakes', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(random, randomMutations, (text, mutations) => {
        isTaken(mutateText(text, mutations));
      }),
      { numRuns: RUNS * 3 },
    );
  });

  test('[D19] samples and real manifests with mistakes', { timeout: TIMEOUT }, () => {
    const short = [...samples, ...manifests].filter(({ length }) => length < 5_000);
    fc.assert(
      fc.property(fc.constantFrom(...short), randomMutations, (text, mutations) => {
        isTaken(mutateText(text, mutations));
      }),
      { numRuns: RUNS * 3 },
    );
  });

  const heapOf = (words: readonly string[], maxLength: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...words), { maxLength }).map((all) => all.join(''));
  const FLOW_WORDS = [
    ...['a', 'b c', 'x:', ':y', '"q"', "'q'", '"', '80', 'z?', '-', '-1', '~', '<<', '.', '...'],
    ...[',', ',', ', ', ' ', ': ', ': ', ':', '[', ']', '{', '}', '#', ' # c\n', '\n', '\n  '],
  ];
  const CONTENTS = [
    ...['a:', 'b:', 'c: 1', 'd: x # c', 'a', '"q"', "'q': 1", '- ', '-', '- e', '- f: 1', '- - g'],
    ...[
      '# c',
      '',
      ' ',
      'h: |',
      'i: >-',
      '- |+',
      'j: [k,',
      'l]',
      'm: {n: 1}',
      'o: "p',
      'q"',
      'r: s',
    ],
    ...[
      '- t:',
      '? u',
      ': v',
      '---',
      '...',
      'w: - x',
      'y : z',
      '\t',
      '#c',
      '-a',
      '{b: 1}',
      'c: [] d',
    ],
  ];

  test.each([
    ['signs', heapOf([...YAML_PIECES, 'a', 'b', 'a: ', '- ', '\n', '\n  ', ' ', '\n- '], 14)],
    ['a flow sequence', heapOf(FLOW_WORDS, 9).map((heap) => `a: [${heap}]\n`)],
    ['a flow mapping', heapOf(FLOW_WORDS, 9).map((heap) => `{k: v, ${heap}}`)],
    [
      'lines at any column',
      fc
        .array(fc.tuple(fc.constantFrom(0, 0, 1, 2, 2, 4), fc.constantFrom(...CONTENTS)), {
          maxLength: 7,
        })
        .map((lines) => lines.map(([column, line]) => ' '.repeat(column) + line).join('\n')),
    ],
  ])('[D19] heaps: %s', { timeout: TIMEOUT }, (_, heap) => {
    fc.assert(
      fc.property(heap, (text) => {
        isTaken(text);
      }),
      { numRuns: RUNS * 10 },
    );
  });

  test.each([
    `${'- '.repeat(250)}a\n`,
    Array.from({ length: 250 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''),
    `a: ${'['.repeat(250)}${']'.repeat(250)}\n`,
    `a: [\n${'x,\n'.repeat(200)}]\n`,
    '"a\n--- b"\n',
    'a: |+\n  x\n ',
  ])('[D19] what is deep, shallow or cut off is left to the parser: %j', (text) => {
    expect(readSimpleYaml(text)).toBeUndefined();
  });

  test('[D19] odd documents', () => {
    for (const text of ODD_DOCUMENTS) isTaken(text);
  });

  const POSITIONS: readonly ((scalar: string) => string)[] = [
    (scalar) => scalar,
    (scalar) => `a: ${scalar}`,
    (scalar) => `a: ${scalar} # c\nb: 1\n`,
    (scalar) => `a:\n  ${scalar}\nb: 1\n`,
    (scalar) => `a:\n  b: ${scalar}\n\n  c: 1\n`,
    (scalar) => `a: ${scalar}\n  and more\nb: 1\n`,
    (scalar) => `a: more\n  ${scalar}\n\n   end\n`,
    (scalar) => `- ${scalar}\n-   ${scalar}\n`,
    (scalar) => `- a: ${scalar}\r\n  b: 1\r\n`,
    (scalar) => `${scalar}: 1\n`,
    (scalar) => `b: 1\n${scalar} : 1\n`,
    (scalar) => `- ${scalar}: 1\n`,
    (scalar) => `a: [${scalar}]\n`,
    (scalar) => `a: [ b, ${scalar} ,\n  ${scalar} ]\n`,
    (scalar) => `a: {b: ${scalar}}\n`,
    (scalar) => `{${scalar}: b, c: ${scalar}}\n`,
    (scalar) => `a: |\n  ${scalar}\nb: 1\n`,
    (scalar) => `a: >-\n\n  ${scalar}\n   ${scalar}\n\n  ${scalar}\n`,
    (scalar) => `a: "${scalar}"\n`,
    (scalar) => `a: '${scalar}'\n`,
    (scalar) => `a: "x\n  ${scalar}\n\n  y"\n`,
    (scalar) => `a: 'x\n\n  ${scalar}\n  y'\n`,
    (scalar) => `# ${scalar}\n---\n# ${scalar}\na: 1\n`,
  ];

  test('[D19] tricky texts in every place', () => {
    const texts = [...TRICKY_TEXTS, ...KEY_TEXTS, ...YAML_PIECES];
    for (const text of texts) for (const position of POSITIONS) isTaken(position(text));
  });

  test.skipIf(!existsSync(SCALARS))(
    '[D19] every recorded scalar in every place (skipped where ../shared is not there)',
    { timeout: 60_000 },
    () => {
      const { cases }: { readonly cases: readonly { readonly yaml: string }[] } = JSON.parse(
        readFileSync(SCALARS, 'utf8'),
      );
      for (const { yaml } of cases) for (const position of POSITIONS) isTaken(position(yaml));
    },
  );
});

describe('most manifests are read the short way', () => {
  test('[D19] every document of the samples', () => {
    expect(shareOf(samples)).toBe(1);
  });

  test.skipIf(manifests.length === 0)(
    '[D19] 95 of 100 real documents (skipped where ../shared is not there)',
    { timeout: 60_000 },
    () => {
      expect(shareOf(manifests)).toBeGreaterThan(0.95);
    },
  );
});
