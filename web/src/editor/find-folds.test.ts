import { buildSnapshot } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { type Fold, findFolds } from './find-folds.ts';

/** The folds of the first document, each as its first and last line. */
function folds(text: string): { readonly whole: string | null; readonly parts: readonly string[] } {
  const [document] = buildSnapshot(text).documents;
  if (document === undefined) throw new Error('a text has a document');
  const lines = text.split(/\r\n|\r|\n/);
  const show = ({ start, end }: Fold) => `${lines[start]?.trim()} … ${lines[end]?.trim()}`;
  const { whole, parts } = findFolds(document);
  return { whole: whole && show(whole), parts: parts.map(show) };
}

describe('what can be folded', () => {
  test('a document, from its first line of content to its last', () => {
    const { whole } = folds('---\n# Source: a\n\nkind: A\nspec: {}\n# the end\n\n');
    expect(whole).toBe('kind: A … # the end');
  });

  test('a document whose content begins behind its marker', () => {
    expect(folds('--- !!map\nkind: A\n').whole).toBe('--- !!map … kind: A');
  });

  test('neither a document of one line nor one without content', () => {
    expect(folds('kind: A\n').whole).toBeNull();
    expect(folds('# nothing\n# at all\n').whole).toBeNull();
    expect(folds('').whole).toBeNull();
  });

  test('not the next document and not the marker', () => {
    expect(folds('kind: A\nspec: {}\n...\n---\nkind: B\n').whole).toBe('kind: A … spec: {}');
  });

  test('keys and what is indented under them', () => {
    expect(folds('metadata:\n  labels:\n    app: a\n  name: b\nspec: {}\n').parts).toEqual([
      'metadata: … name: b',
      'labels: … app: a',
    ]);
  });

  test('lists and their items, indented or not', () => {
    const parts = ['ports: … name: b', '- port: 1 … name: a', '- port: 2 … name: b'];
    expect(folds('ports:\n- port: 1\n  name: a\n- port: 2\n  name: b\nx: 1\n').parts).toEqual(
      parts,
    );
    expect(
      folds('ports:\n  - port: 1\n    name: a\n  - port: 2\n    name: b\nx: 1\n').parts,
    ).toEqual(parts);
  });

  test('over comments and empty lines inside, but not those after', () => {
    expect(
      folds('spec:\n  a: 1\n\n# about b\n  b: 2\n  # last\n\n# about c\nc: 3\n').parts,
    ).toEqual(['spec: … # last']);
  });

  test('in documents that are not YAML too', () => {
    expect(folds('spec:\n  a: [\n  b: 2\n').parts).toEqual(['spec: … b: 2']);
  });

  test('whatever the lines end in', () => {
    expect(folds('spec:\r\n  a: 1\r  b: 2\r\nc: 3').parts).toEqual(['spec: … b: 2']);
  });
});
