import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDocument } from '../../src/edits/fields/edit-document.ts';
import {
  applyToValue,
  type FieldOperation,
  valueAt,
} from '../../src/edits/fields/field-operation.ts';
import {
  applyTextEdits,
  type FieldPath,
  invertTextEdits,
  type ManifestDocument,
  parseDocument,
  treeOf,
  type YamlNode,
} from '../../src/index.ts';
import { randomDocument } from '../support/random-yaml.ts';
import { RUNS } from '../support/runs.ts';
import { operationFor, randomSeed } from './random-operations.ts';

const LIMIT = 10 * 60_000;

test(
  '[E7] here: whatever the operation, every other place keeps its value, and undone the bytes are back',
  () => {
    fc.assert(
      fc.property(randomDocument, randomSeed, ({ text }, seed) => {
        const document = parseDocument(text);
        const operation = document.status === 'parsed' ? operationFor(document.value, seed) : null;
        fc.pre(operation !== null && treeOf(document).aliases.length > 0);
        if (operation === null) {
          return;
        }
        const result = editDocument(document, [{ ...operation, scope: 'here' }]);
        if (!result.ok) {
          expect(result.reason.length).toBeGreaterThan(20);
          return;
        }
        const expected = applyToValue(document.value, operation);
        const after = applyTextEdits(text, result.value.edits);
        expect(parseDocument(after).value ?? null).toEqual(
          expected.ok ? expected.value : 'refused',
        );
        expect(applyTextEdits(after, invertTextEdits(text, result.value.edits))).toBe(text);
      }),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);

test(
  '[E7] everywhere: exactly the places that use the text of the value change',
  () => {
    fc.assert(
      fc.property(randomDocument, fc.nat(), ({ text }, pick) => {
        const document = parseDocument(text);
        fc.pre(document.status === 'parsed' && treeOf(document).aliases.length > 0);
        const paths = scalarPaths(document.value, []);
        const path = paths[pick % Math.max(1, paths.length)];
        const expected = path && valueWhereWritten(document, path);
        fc.pre(path !== undefined && expected !== undefined);
        const operation: FieldOperation = { kind: 'set', path: path ?? [], value: MARK };
        const result = editDocument(document, [{ ...operation, scope: 'everywhere' }]);
        expect(result.ok ? '' : result.reason).toBe('');
        if (result.ok) {
          expect(result.value.document.value).toEqual(expected);
          const after = applyTextEdits(text, result.value.edits);
          expect(after).toBe(result.value.document.text);
        }
      }),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);

const MARK = 'mark-of-the-test';

/** The value of the document with a mark typed over the one scalar that `path` shows. */
function valueWhereWritten(document: ManifestDocument, path: FieldPath): unknown {
  for (const { contentStart, range } of shortScalars(treeOf(document).root)) {
    const edit = { range: { start: contentStart, end: range.end }, newText: MARK };
    const typed = parseDocument(applyTextEdits(document.text, [edit]));
    if (typed.status === 'parsed' && valueAt(typed.value, path) === MARK) {
      return typed.value;
    }
  }
  return undefined;
}

function shortScalars(node: YamlNode | null): readonly YamlNode[] {
  switch (node?.kind) {
    case 'mapping':
      return node.pairs.flatMap(({ value }) => shortScalars(value));
    case 'sequence':
      return node.items.flatMap((item) => shortScalars(item.node));
    case 'scalar':
      return node.block === null && node.style !== 'empty' && node.tag === null ? [node] : [];
    default:
      return [];
  }
}

function scalarPaths(value: unknown, path: FieldPath): readonly FieldPath[] {
  if (typeof value !== 'object' || value === null) {
    return [path];
  }
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return entries.flatMap(([segment, part]) => scalarPaths(part, [...path, segment]));
}
