import { buildSnapshot, type Diagnosis, loadSnapshotDiagnoser } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { readLenses } from './read-lenses.ts';

const { diagnose } = await loadSnapshotDiagnoser();

function diagnosed(text: string): Diagnosis {
  return diagnose(buildSnapshot(text), null);
}

const ROUTES =
  'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  hosts: [a.example.com]\n  http:\n  - route: [{destination: {host: a}}]\n  - redirect: {uri: /}\n  tcp:\n  - route: [{destination: {host: a}}]\n';
const QUIET = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';

describe('what is said above documents', () => {
  test('counts the routes of all protocols', () => {
    const [lens] = readLenses(diagnosed(ROUTES));
    expect(lens).toMatchObject({ routes: 3, routesOf: 'VirtualService/default/a' });
  });

  test('nothing above documents without routes and problems', () => {
    expect(readLenses(diagnosed(`${QUIET}---\n${QUIET.replace('name: a', 'name: b')}`))).toEqual(
      [],
    );
  });

  test('stands at the first line of content', () => {
    const [lens] = readLenses(diagnosed(`${QUIET}---\n# routes\n\n${ROUTES}`));
    const text = `${QUIET}---\n# routes\n\n${ROUTES}`;
    const lines = text.slice(lens?.start).split('\n');
    expect(lines[lens?.line ?? -1]).toBe('apiVersion: networking.istio.io/v1');
  });

  test('counts errors and warnings, also of documents that are no YAML', () => {
    const broken = 'kind: [\n';
    const [lens, ...others] = readLenses(diagnosed(`${QUIET}---\n${broken}`));
    expect(others).toEqual([]);
    expect(lens).toMatchObject({ routes: 0, routesOf: null });
    expect(lens?.problems.length).toBeGreaterThan(0);
    expect(lens?.problems.every(({ severity }) => severity !== 'info')).toBe(true);
  });
});
