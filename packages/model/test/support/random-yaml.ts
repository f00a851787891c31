import fc from 'fast-check';
import { formatScalar } from '../../src/index.ts';
import { KEY_TEXTS, ODD_DOCUMENTS, TRICKY_TEXTS } from './odd-texts.ts';
import {
  type DocumentFrame,
  type PrintableCollection,
  type PrintableEntry,
  type PrintableNode,
  type PrintedDocument,
  printDocument,
} from './print-yaml.ts';

/** Scalars, many of them such that a careless writer gets them wrong. */
export const randomScalar: fc.Arbitrary<string | number | boolean | null> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('foo', 'bar', 'reviews', 'v1', 'x y z', 'prod') },
  { weight: 3, arbitrary: fc.constantFrom(...TRICKY_TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom<number | boolean>(0, -1, 80, 1.5, 15014, true, false) },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Values of scalars, lists and mappings, as a command may bring. */
export const randomValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: randomScalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    {
      weight: 3,
      arbitrary: fc
        .dictionary(fc.constantFrom(...KEY_TEXTS), tie('value'), { maxKeys: 3 })
        .map((fields) => ({ ...fields })),
    },
  ),
})).value;

/**
 * Nested block and flow collections, indents of 1 to 4, sequences at the column of their key, three
 * quote styles, block scalars, texts over several lines, explicit keys, comments at odd columns,
 * anchors, aliases and merges; LF or CRLF, with and without byte order mark, last line ending,
 * `---` and `...`.
 */
export const randomDocument: fc.Arbitrary<PrintedDocument> = fc
  .tuple(randomNode(), randomFrame())
  .map(([node, frame]) => printDocument(node, frame));

/** A document in JSON. */
export const randomJsonDocument: fc.Arbitrary<PrintedDocument> = fc
  .tuple(fc.dictionary(fc.constantFrom(...KEY_TEXTS), randomValue, { maxKeys: 4 }), fc.nat(2))
  .map(([fields, indent]) => ({
    text: `${JSON.stringify({ ...fields }, null, indent)}\n`,
    value: { ...fields },
  }));

/** Texts of several documents, some of them not YAML, some empty, some Helm templates. */
export const randomStream: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: randomDocument.map(({ text }) => text) },
      { weight: 1, arbitrary: randomJsonDocument.map(({ text }) => text) },
      { weight: 2, arbitrary: fc.constantFrom(...ODD_DOCUMENTS) },
    ),
    { maxLength: 5 },
  )
  .map((texts) =>
    texts
      .map((text, index) =>
        index === 0 || startsOwn(text, texts[index - 1]) ? text : `---\n${text}`,
      )
      .map((text, index) =>
        index === texts.length - 1 || /[\r\n]$/.test(text) ? text : `${text}\n`,
      )
      .join(''),
  );

function randomNode(): fc.Arbitrary<PrintableNode> {
  return fc.letrec<{ node: PrintableNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      { weight: 4, arbitrary: randomScalarNode() },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('absent' as const),
          written: fc.constantFrom('' as const, '~' as const, 'null' as const),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('words' as const),
          words: fc.array(fc.constantFrom('alpha', 'beta', 'c-d', 'e.f'), {
            minLength: 2,
            maxLength: 4,
          }),
          quote: fc.constantFrom('' as const, "'" as const, '"' as const),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('alias' as const), pick: fc.nat(9) }),
      },
      { weight: 5, arbitrary: randomCollection('mapping', randomEntry(tie('node'))) },
      { weight: 4, arbitrary: randomCollection('sequence', randomEntry(tie('node'))) },
    ),
  })).node;
}

function randomScalarNode(): fc.Arbitrary<PrintableNode> {
  return fc.record({
    kind: fc.constant('scalar' as const),
    value: randomScalar.map((value) => value ?? 'null'),
    style: fc.constantFrom('plain', 'plain', 'single', 'double', 'literal'),
    anchored: oneIn(8),
  });
}

/** A block or flow collection in any looks. */
export function randomCollection(
  kind: 'mapping' | 'sequence',
  entry: fc.Arbitrary<PrintableEntry>,
): fc.Arbitrary<PrintableCollection> {
  return fc.record({
    kind: fc.constant(kind),
    flow: oneIn(4),
    spread: fc.boolean(),
    trailingComma: fc.boolean(),
    padding: fc.boolean(),
    closesShallow: oneIn(4),
    entries: fc.uniqueArray(entry, { maxLength: 4, selector: ({ key }) => key.name }),
    step: fc.constantFrom(2, 2, 2, 4, 1, 3),
    atKey: fc.boolean(),
    gap: fc.constantFrom(1, 1, 1, 1, 3),
    endComment: oneIn(3),
    anchored: oneIn(6),
    merges: oneIn(6),
  });
}

/** An entry in any looks, with comments and blank lines around. */
export function randomEntry(value: fc.Arbitrary<PrintableNode>): fc.Arbitrary<PrintableEntry> {
  return fc.record({
    key: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...KEY_TEXTS).map(quotedKey) },
      { weight: 1, arbitrary: fc.constantFrom(...typedKeys()) },
    ),
    value,
    comments: fc.oneof(
      { weight: 6, arbitrary: fc.constant([]) },
      { weight: 3, arbitrary: fc.constant([0]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(0, 0, 2, -2, -99), { maxLength: 3 }) },
    ),
    blankLines: fc.constantFrom(0, 0, 0, 0, 1, 2),
    trailingComment: fc.boolean(),
    keyComment: oneIn(4),
    gap: fc.constantFrom(1, 1, 1, 2, 4),
    explicit: oneIn(8),
  });
}

/** What stands around the content of a document. */
export function randomFrame(): fc.Arbitrary<DocumentFrame> {
  return fc.record({
    head: fc.constantFrom(
      ...['', '', '', '---\n', '--- # doc\n', '# head\n\n---\n', '# lead\n', '%YAML 1.1\n---\n'],
    ),
    crlf: oneIn(4),
    finalLineEnding: fc.constantFrom(true, true, true, false),
    byteOrderMark: oneIn(7),
    closed: oneIn(5),
    blankTail: fc.constantFrom(0, 0, 0, 1, 2),
  });
}

function oneIn(count: number): fc.Arbitrary<boolean> {
  return fc.nat(count - 1).map((number) => number === count - 1);
}

function quotedKey(name: string): PrintableEntry['key'] {
  return { written: formatScalar(name), name };
}

/** Keys that are typed before they become names again. */
function typedKeys(): readonly PrintableEntry['key'][] {
  return [
    { written: 'on', name: 'true' },
    { written: '8080', name: '8080' },
    { written: '0x10', name: '16' },
    { written: '1.50', name: '1.5' },
  ];
}

function startsOwn(text: string, previous: string | undefined): boolean {
  return (
    /^\ufeff?---(?:[ \t\r\n]|$)/.test(text) ||
    /(?:^|[\r\n])\.\.\.[ \t]*[\r\n]*$/.test(previous ?? '')
  );
}
