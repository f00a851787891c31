import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDocument } from '../../src/edits/fields/edit-document.ts';
import { applyToValue, type FieldOperation } from '../../src/edits/fields/field-operation.ts';
import { itemLines } from '../../src/edits/fields/item-lines.ts';
import {
  applyTextEdits,
  type FieldValue,
  invertTextEdits,
  parseDocument,
  treeOf,
} from '../../src/index.ts';
import { randomDocument, randomJsonDocument } from '../support/random-yaml.ts';
import { RUNS } from '../support/runs.ts';
import { itemFor, operationFor, randomSeed } from './random-operations.ts';

const LIMIT = 10 * 60_000;

test(
  '[E1] a random operation on a random document gives exactly the intended value, and undone the exact bytes',
  () => {
    fc.assert(
      fc.property(randomDocument, randomSeed, ({ text }, seed) => {
        const document = parseDocument(text);
        const operation = document.status === 'parsed' ? operationFor(document.value, seed) : null;
        fc.pre(operation !== null);
        if (operation === null) {
          return;
        }
        const expected = applyToValue(document.value, operation);
        const result = editDocument(document, [operation]);
        if (!result.ok) {
          const { anchors } = treeOf(document);
          const mayRefuse = anchors.length > 0 || !expected.ok || text.includes('[');
          expect(mayRefuse ? '' : result.reason).toBe('');
          expect(result.reason.length).toBeGreaterThan(20);
          return;
        }
        const { edits } = result.value;
        const after = applyTextEdits(text, edits);
        const now = parseDocument(after);
        expect(expected.ok).toBe(true);
        expect(now.value ?? null).toEqual(expected.ok ? expected.value : undefined);
        expect(applyTextEdits(after, invertTextEdits(text, edits))).toBe(text);
      }),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);

test(
  '[E9] a JSON document stays JSON',
  () => {
    fc.assert(
      fc.property(randomJsonDocument, randomSeed, ({ text }, seed) => {
        const document = parseDocument(text);
        const operation = document.status === 'parsed' ? operationFor(document.value, seed) : null;
        fc.pre(operation !== null);
        if (operation === null) {
          return;
        }
        const result = editDocument(document, [operation]);
        if (result.ok) {
          expect(() => JSON.parse(result.value.document.text)).not.toThrow();
        }
      }),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);

test(
  '[E2] a comment that is not in the lines of the place survives every operation',
  () => {
    fc.assert(
      fc.property(randomDocument, randomSeed, ({ text }, seed) => {
        const document = parseDocument(text);
        const operation = document.status === 'parsed' ? operationFor(document.value, seed) : null;
        fc.pre(operation !== null);
        if (operation === null || operation.kind === 'set' || operation.kind === 'remove') {
          return;
        }
        const result = editDocument(document, [operation]);
        if (!result.ok) {
          return;
        }
        const after = result.value.document.text;
        for (const [comment] of text.matchAll(/# c\d+/g)) {
          expect(after.includes(comment)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);

test(
  '[E1] several operations in one go give the same as one after the other on plain data',
  () => {
    fc.assert(
      fc.property(
        randomDocument,
        fc.array(randomSeed, { minLength: 2, maxLength: 4 }),
        ({ text }, seeds) => {
          const document = parseDocument(text);
          fc.pre(document.status === 'parsed');
          let expected = document.value;
          const operations: FieldOperation[] = [];
          for (const seed of seeds) {
            const operation = operationFor(expected, seed);
            const next = operation && applyToValue(expected, operation);
            if (operation && next?.ok) {
              operations.push(operation);
              expected = next.value;
            }
          }
          const result = editDocument(document, operations);
          if (result.ok) {
            expect(result.value.document.value ?? null).toEqual(expected);
            const after = applyTextEdits(text, result.value.edits);
            expect(after).toBe(result.value.document.text);
            expect(applyTextEdits(after, invertTextEdits(text, result.value.edits))).toBe(text);
          }
        },
      ),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);

test(
  '[E6] an item that is written as in another document has the value that it has there',
  () => {
    fc.assert(
      fc.property(randomDocument, randomDocument, randomSeed, (from, to, seed) => {
        const source = parseDocument(from.text);
        const target = parseDocument(to.text);
        const item = itemFor(source.value, seed);
        fc.pre(source.status === 'parsed' && target.status === 'parsed' && item !== null);
        if (item === null) {
          return;
        }
        const value = item.value as FieldValue;
        const operation = operationFor(target.value, { ...seed, kind: 2, value });
        fc.pre(operation?.kind === 'insert');
        if (operation?.kind !== 'insert') {
          return;
        }
        const lines = itemLines(source, item.path);
        const expected = applyToValue(target.value, operation);
        const result = editDocument(target, [{ ...operation, ...(lines && { lines }) }]);
        if (result.ok) {
          expect(result.value.document.value).toEqual(expected.ok ? expected.value : undefined);
        }
      }),
      { numRuns: RUNS },
    );
  },
  LIMIT,
);
