import { describe, expect, test } from 'vitest';
import type { TextEdit } from '../text/text-edit.ts';
import { buildDocuments } from './build-documents.ts';
import type { Documents } from './document-blocks.ts';
import { type DocumentsUpdate, updateDocuments } from './update-documents.ts';

/** Replaces each `old` by `new`, both found in the text of the documents. */
function replace(
  before: Documents,
  ...changes: readonly [string, string][]
): Documents & Pick<DocumentsUpdate, 'splices'> {
  const text = before.documents.map((document) => document.text).join('');
  const edits: TextEdit[] = changes.map(([old, newText]) => {
    const start = text.indexOf(old);
    return { range: { start, end: start + old.length }, newText };
  });
  const { next, splices } = updateDocuments(before, edits);
  return { ...next, splices };
}

const THREE = 'a: 1\n---\nb: 2\n---\nc: 3\n';

describe('identity', () => {
  test('[D17] a keystroke replaces one document, and all others are the same objects', () => {
    const before = buildDocuments(THREE);
    const after = replace(before, ['b: 2', 'b: 22']);
    expect(after.documents[0]).toBe(before.documents[0]);
    expect(after.documents[2]).toBe(before.documents[2]);
    expect(after.documents[1]?.value).toEqual({ b: 22 });
    expect(Array.from(after.starts)).toEqual([0, 5, 15, 24]);
    expect(after.splices).toMatchObject([{ index: 1, removed: [{}], inserted: [{}] }]);
  });

  test('[D17] edits in several documents at once touch only those', () => {
    const before = buildDocuments(THREE);
    const after = replace(before, ['1', '10'], ['3', '30']);
    expect(after.documents.map(({ value }) => value)).toEqual([{ a: 10 }, { b: 2 }, { c: 30 }]);
    expect(after.documents[1]).toBe(before.documents[1]);
    expect(after.splices.map(({ index }) => index)).toEqual([0, 2]);
  });

  test('[D17] an edit that changes nothing changes no object', () => {
    const before = buildDocuments(THREE);
    const after = replace(before, ['b: 2', 'b: 2']);
    expect(after.documents).toBe(before.documents);
    expect(after.starts).toBe(before.starts);
    expect(after.splices).toEqual([]);
  });

  test('[D17] documents come and go', () => {
    const before = buildDocuments(THREE);
    const joined = replace(before, ['\n---\nb', '\nb']);
    expect(joined.documents.map(({ value }) => value)).toEqual([{ a: 1, b: 2 }, { c: 3 }]);
    expect(joined.documents[1]).toBe(before.documents[2]);
    const cut = replace(before, ['b: 2\n', 'b: 2\n---\nx: 1\n']);
    expect(cut.documents.map(({ value }) => value)).toEqual([
      { a: 1 },
      { b: 2 },
      { x: 1 },
      { c: 3 },
    ]);
    expect(cut.documents[1]).toBe(before.documents[1]);
    const emptied = replace(before, [THREE, '']);
    expect(emptied.documents.map(({ text }) => text)).toEqual(['']);
  });
});

describe('memory', () => {
  test('[D18] a broken document remembers what it was, over any number of edits', () => {
    const before = buildDocuments(THREE);
    const broken = replace(before, ['b: 2', 'b: [2']);
    expect(broken.documents[1]?.status).toBe('broken');
    expect(broken.documents[1]?.lastGood).toBe(before.documents[1]);
    const still = replace(broken, ['b: [2', 'b: [2, 3']);
    expect(still.documents[1]?.lastGood).toBe(before.documents[1]);
    const fixed = replace(still, ['[2, 3', '[2, 3]']);
    expect(fixed.documents[1]).toMatchObject({ status: 'parsed', lastGood: null });
  });

  test('[D18] a broken document never disturbs the others', () => {
    const after = replace(buildDocuments(THREE), ['b: 2', 'b: "2']);
    expect(after.documents.map(({ status }) => status)).toEqual(['parsed', 'broken', 'parsed']);
  });

  test('[D18] a document that is cut in two is remembered once', () => {
    const before = buildDocuments('a: 1\nb: [1]\n');
    const after = replace(before, ['b: [', '---\nb: [[']);
    expect(after.documents.map(({ lastGood }) => lastGood)).toEqual([null, null]);
    const both = replace(before, ['a: 1\nb: [', 'a: [\n---\nb: [[']);
    expect(both.documents.map(({ lastGood }) => lastGood)).toEqual([before.documents[0], null]);
  });

  test('[D18] a text that is built anew takes over what is unchanged and remembers the rest', () => {
    const before = buildDocuments(THREE);
    const after = buildDocuments(THREE.replace('b: 2', 'b: [2'), before.documents);
    expect(after.documents[0]).toBe(before.documents[0]);
    expect(after.documents[1]?.lastGood).toBe(before.documents[1]);
  });
});
