import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import {
  applyTextEdits,
  buildDocuments,
  invertTextEdits,
  type ManifestDocument,
  parseDocument,
  splitDocuments,
  type TextEdit,
  treeOf,
  updateDocuments,
  type YamlNode,
} from '../../src/index.ts';
import { randomDocument, randomJsonDocument, randomStream } from '../support/random-yaml.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

const anyDocument = fc.oneof(
  { weight: 9, arbitrary: randomDocument },
  { weight: 1, arbitrary: randomJsonDocument },
);

describe('splitting', () => {
  test('[D1] documents tile any text', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(fc.oneof(randomStream, yamlNoise()), (text) => {
        const slices = splitDocuments(text);
        expect(slices.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(slices.length).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  });

  test('[D2] valid documents are as many as js-yaml finds in the whole text', {
    timeout: TIMEOUT,
  }, () => {
    const validStream = fc.array(anyDocument, { minLength: 1, maxLength: 5 }).map((documents) =>
      documents
        .map(({ text }) => withFinalBreak(text))
        .map((text, index) => (index > 0 && !/^\uFEFF?---/.test(text) ? `---\n${text}` : text))
        .map((text) => text.replace(/^---\n(?=[\s\S]*\n---)/, ''))
        .map((text) => text.replace(/^(---\n)?\uFEFF/, '$1'))
        .join(''),
    );
    fc.assert(
      fc.property(validStream, (text) => {
        const counted = wholeText(text);
        fc.pre(counted !== null);
        const { documents } = buildDocuments(text);
        const withContent = documents.filter(({ text: own }) => holdsDocument(own));
        expect(withContent.length).toBe(counted);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('values', () => {
  test('[D5] a document has the value that it was written for', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyDocument, ({ text, value }) => {
        const document = parseDocument(text);
        expect(document.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(document.value ?? null).toEqual(value);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('trees', () => {
  test('[D12] ranges nest and follow each other, and the tree has the value of the document', {
    timeout: TIMEOUT,
  }, () => {
    fc.assert(
      fc.property(anyDocument, ({ text, value }) => {
        const document = parseDocument(text);
        const { root } = treeOf(document);
        if (!root) {
          expect(value).toBe(null);
          return;
        }
        checkRanges(root, 0, text.length, text);
        checkValue(root, document.value, text);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('updates', () => {
  test('[D17] documents after edits are those of the edited text', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(randomStream, fc.array(editSeeds(), { maxLength: 12 }), (text, seeds) => {
        let current = text;
        let before = buildDocuments(text);
        for (const seed of seeds) {
          const edits = toEdits(current, seed);
          const next = applyTextEdits(current, edits);
          expect(applyTextEdits(next, invertTextEdits(current, edits))).toBe(current);
          const { next: after, splices } = updateDocuments(before, edits);
          const fresh = buildDocuments(next);
          expect(after.documents.map(withoutMemory)).toEqual(fresh.documents.map(withoutMemory));
          expect(Array.from(after.starts)).toEqual(Array.from(fresh.starts));
          const spliced = [...before.documents];
          for (const { index, removed, inserted } of splices.toReversed()) {
            expect(before.documents.slice(index, index + removed.length)).toEqual(removed);
            spliced.splice(index, removed.length, ...inserted);
          }
          expect(spliced.every((document, index) => document === after.documents[index])).toBe(
            true,
          );
          before = after;
          current = next;
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function yamlNoise(): fc.Arbitrary<string> {
  const pieces = [
    '---',
    '...',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\t',
    '#',
    'a: b',
    '- ',
    '"',
    "'",
    '\uFEFF',
  ];
  const more = [
    '{',
    '}',
    '[',
    ']',
    '{{',
    '%',
    '|',
    '&a',
    '*a',
    '\ud800',
    '\0',
    'é',
    '😀',
    ':',
    '?',
  ];
  return fc
    .array(fc.constantFrom(...pieces, ...more), { maxLength: 40 })
    .map((all) => all.join(''));
}

function withFinalBreak(text: string): string {
  return /[\r\n]$/.test(text) ? text : `${text}\n`;
}

function wholeText(text: string): number | null {
  try {
    return loadAll(text, { json: true }).length;
  } catch {
    return null;
  }
}

/** Comments alone are no document for js-yaml; `---` alone is one. */
function holdsDocument(text: string): boolean {
  return (
    /(?:^|[\r\n])\uFEFF?---(?:[ \t\r\n]|$)/.test(text) || parseDocument(text).status !== 'empty'
  );
}

function withoutMemory({ text, status, value, problems }: ManifestDocument): unknown {
  return { text, status, value, problems };
}

interface EditSeed {
  readonly places: readonly number[];
  readonly length: number;
  readonly newText: string;
}

function editSeeds(): fc.Arbitrary<EditSeed> {
  const pieces = [
    '',
    '',
    'x',
    ' ',
    '\n',
    '\r',
    '-',
    '---\n',
    '\n---\n',
    '...\n',
    '# c\n',
    'a: 1\n',
  ];
  return fc.record({
    places: fc.array(fc.nat(100_000), { minLength: 1, maxLength: 3 }),
    length: fc.constantFrom(0, 0, 1, 1, 2, 5, 40),
    newText: fc.oneof(fc.constantFrom(...pieces, '\uFEFF', '{{ x }}', '"', '%'), randomStream),
  });
}

function toEdits(text: string, { places, length, newText }: EditSeed): readonly TextEdit[] {
  const starts = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b);
  const edits: TextEdit[] = [];
  let free = 0;
  for (const place of starts) {
    const start = Math.max(place, free);
    const end = Math.min(start + length, text.length);
    if (start > text.length) break;
    edits.push({ range: { start, end }, newText });
    free = end + 1;
  }
  return edits;
}

/** Returns where the node ends. */
function checkRanges(node: YamlNode, from: number, to: number, text: string): number {
  const { start, end } = node.range;
  expect(start).toBeGreaterThanOrEqual(from);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(to);
  expect(node.contentStart).toBeGreaterThanOrEqual(start);
  expect(node.introEnd).toBeLessThanOrEqual(start);
  if (!endsInKept(node)) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
  if (node.kind === 'scalar') checkScalar(node.style, text.slice(node.contentStart, end));
  let at = node.contentStart;
  if (node.kind === 'mapping') {
    for (const { key, colon, value } of node.pairs) {
      at = checkRanges(key, at, end, text);
      if (colon >= 0) expect(text[colon]).toBe(':');
      if (colon >= 0) expect(colon).toBeGreaterThanOrEqual(at);
      at = checkRanges(value, Math.max(at, colon + 1), end, text);
    }
  }
  if (node.kind === 'sequence') {
    for (const { dash, node: item } of node.items) {
      if (dash >= 0) expect(text[dash]).toBe('-');
      at = checkRanges(item, Math.max(at, dash + 1), end, text);
    }
  }
  if (node.kind !== 'alias' && node.kind !== 'scalar' && node.flow) {
    const isImplicit = node.kind === 'mapping' && node.implicit;
    if (!isImplicit) expect('[]{}').toContain(text.slice(node.contentStart, node.contentStart + 1));
    if (!isImplicit) expect(']}').toContain(text.slice(end - 1, end));
  }
  return end;
}

/** Ends in a block scalar whose blank lines are part of its value. */
function endsInKept(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.block?.chomping === 'keep' || /\s$/.test(node.text);
  const last =
    node.kind === 'mapping'
      ? node.pairs.at(-1)?.value
      : node.kind === 'sequence'
        ? node.items.at(-1)?.node
        : undefined;
  return last !== undefined && endsInKept(last);
}

function checkScalar(style: string, source: string): void {
  const looks: Record<string, RegExp> = {
    single: /^'[\s\S]*'$/,
    double: /^"[\s\S]*"$/,
    literal: /^\|/,
    folded: /^>/,
    empty: /^$/,
    plain: /^[^\s"'|>#,[\]{}]/,
  };
  expect(source).toMatch(looks[style] ?? /^never$/);
}

/** Each node, parsed by itself where it stands alone, is the value that the document has at its place. */
function checkValue(node: YamlNode, value: unknown, text: string): void {
  switch (node.kind) {
    case 'mapping':
      for (const pair of node.pairs) {
        if (pair.name === null || pair.name === '<<') continue;
        if (node.pairs.findLast(({ name }) => name === pair.name) !== pair) continue;
        checkValue(pair.value, (value as Record<string, unknown>)[pair.name], text);
      }
      break;
    case 'sequence':
      expect(node.items.length).toBe((value as unknown[]).length);
      node.items.forEach(({ node: item }, index) => {
        checkValue(item, (value as unknown[])[index], text);
      });
      break;
    case 'scalar': {
      if (node.style === 'empty') expect(value).toBe(null);
      if (node.block) {
        expect(value).toBe(node.text);
        return;
      }
      const source = text.slice(node.range.start, node.range.end);
      expect(parseDocument(`- ${source}`).value).toEqual([value]);
      break;
    }
    case 'alias':
      break;
  }
}
