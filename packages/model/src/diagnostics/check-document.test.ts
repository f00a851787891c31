import { expect, test } from 'vitest';
import { buildSnapshot } from '../snapshot.ts';
import { diagnoseSnapshot } from '../snapshot-diagnoser.ts';
import { listDiagnostics, placeOfDiagnostic } from '../snapshot-diagnosis.ts';
import type { Code } from './codes/catalogue.ts';

/** The findings of the YAML itself, each with the text that it marks. */
function findings(text: string): readonly (readonly [Code, string])[] {
  const snapshot = buildSnapshot(text);
  return listDiagnostics(diagnoseSnapshot(snapshot))
    .filter(({ resource }) => resource === null)
    .map((diagnostic) => {
      const { start, end } = placeOfDiagnostic(snapshot, diagnostic) ?? { start: 0, end: 0 };
      return [diagnostic.code, text.slice(start, end)] as const;
    });
}

test.each<readonly [string, string, Code, string]>([
  ['a key twice', 'kind: A\n---\na: 1\na: 2\n', 'PTL0002', 'a'],
  ['a Helm template', 'a: 1\n---\nname: {{ .Values.name }}\n', 'PTL0004', '{{ .Values.name }}'],
  ['nesting without end', `a: ${'['.repeat(300)}${']'.repeat(300)}\n`, 'PTL0003', '['],
  [
    'more objects than are read',
    `kind: List\nitems:\n${'- {}\n'.repeat(50_001)}`,
    'PTL0013',
    'kind: List',
  ],
  ['a text behind the marker', '--- !!map\na: 1\n', 'PTL0005', '!!map'],
  ['an object without kind', 'apiVersion: v1\nmetadata: {name: a}\n', 'PTL0010', 'v1'],
  ['an object without apiVersion', 'kind: Service\nmetadata: {name: a}\n', 'PTL0011', 'Service'],
  ['an object without name', 'apiVersion: v1\nkind: Service\n', 'PTL0012', 'Service'],
])('[A7] %s is a finding of the document, at its place', (_, text, code, marked) => {
  expect(findings(text)).toContainEqual([code, expect.stringContaining(marked)]);
});

test('[A7] broken YAML is an error of its document, and of no other', () => {
  const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n---\na: [1\n';
  expect(findings(text).map(([code]) => code)).toEqual(['PTL0001']);
});

test('[A7] nothing is said about a document that is in order, or empty, or none of ours', () => {
  expect(findings('apiVersion: v1\nkind: Service\nmetadata: {name: a}\n')).toEqual([]);
  expect(findings('# only a comment\n---\nreplicas: 2\nimage: {tag: v1}\n')).toEqual([]);
});
