import { expect, test } from 'vitest';
import { splitDocuments } from './split-documents.ts';

function split(text: string): readonly string[] {
  return splitDocuments(text).map(({ start, end }) => text.slice(start, end));
}

test.each<[string, readonly string[]]>([
  ['', ['']],
  ['a: 1', ['a: 1']],
  ['a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
  ['---\na: 1\n---\nb: 2', ['---\na: 1\n', '---\nb: 2']],
  ['# c\n\n---\na: 1\n', ['# c\n\n---\na: 1\n']],
  ['%YAML 1.1\n# c\n---\na: 1\n', ['%YAML 1.1\n# c\n---\na: 1\n']],
  ['---\n---\n', ['---\n', '---\n']],
  ['a: 1\n...\nb: 2\n', ['a: 1\n...\n', 'b: 2\n']],
  ['a: 1\n...\n# c\n---\nb: 2\n', ['a: 1\n...\n', '# c\n---\nb: 2\n']],
  ['--- # c\na: 1\n--- {b: 2}\n', ['--- # c\na: 1\n', '--- {b: 2}\n']],
  ['a: |\n  x\n  ---\n  y\n', ['a: |\n  x\n  ---\n  y\n']],
  ['a: 1\n----\nb: 2\n', ['a: 1\n----\nb: 2\n']],
  ['a: 1\n---b: 2\n', ['a: 1\n---b: 2\n']],
  ['a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
  ['a: 1\r---\rb: 2', ['a: 1\r', '---\rb: 2']],
  ['\uFEFF---\na: 1\n---\n', ['\uFEFF---\na: 1\n', '---\n']],
  ['a: 1\n---', ['a: 1\n', '---']],
  ['a: "x\n---\ny"\n', ['a: "x\n', '---\ny"\n']],
])('[D2] %j has the documents %j', (text, documents) => {
  expect(split(text)).toEqual(documents);
});
