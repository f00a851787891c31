import { buildSnapshot, type Diagnosis, diagnoseSnapshot } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { readLenses } from './read-lenses.ts';

function diagnosed(text: string): Diagnosis {
  return diagnoseSnapshot(buildSnapshot(text));
}

const ROUTES =
  'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  hosts: [a.example.com]\n  http:\n  - route: [{destination: {host: a}}]\n  - redirect: {uri: /}\n  tcp:\n  - route: [{destination: {host: a}}]\n';
const QUIET = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';

const ALL = { start: 0, end: Number.POSITIVE_INFINITY };

describe('what is said above documents', () => {
  test('counts the routes of all protocols', () => {
    const [lens] = readLenses(diagnosed(ROUTES), ALL);
    expect(lens).toMatchObject({ routes: 3, routesOf: 'VirtualService/default/a' });
  });

  test('nothing above documents without routes and problems', () => {
    const text = `${QUIET}---\n${QUIET.replace('name: a', 'name: b')}`;
    expect(readLenses(diagnosed(text), ALL)).toEqual([]);
  });

  test('stands at the first line of content', () => {
    const [lens] = readLenses(diagnosed(`${QUIET}---\n# routes\n\n${ROUTES}`), ALL);
    const text = `${QUIET}---\n# routes\n\n${ROUTES}`;
    const lines = text.slice(lens?.start).split('\n');
    expect(lines[lens?.line ?? -1]).toBe('apiVersion: networking.istio.io/v1');
  });

  test('only for what touches the asked part of the text', () => {
    const text = [ROUTES, ROUTES.replace('name: a', 'name: b')].join('---\n');
    const names = (start: number, end: number) =>
      readLenses(diagnosed(text), { start, end }).map(({ routesOf }) => routesOf);
    const middle = text.indexOf('---');
    expect(names(0, 5)).toEqual(['VirtualService/default/a']);
    expect(names(middle + 5, text.length)).toEqual(['VirtualService/default/b']);
    expect(names(middle - 5, middle + 5)).toHaveLength(2);
  });

  test('counts errors and warnings, also of documents that are no YAML', () => {
    const broken = 'kind: [\n';
    const [lens, ...others] = readLenses(diagnosed(`${QUIET}---\n${broken}`), ALL);
    expect(others).toEqual([]);
    expect(lens).toMatchObject({ routes: 0, routesOf: null });
    expect(lens?.problems.length).toBeGreaterThan(0);
    expect(lens?.problems.every(({ severity }) => severity !== 'info')).toBe(true);
  });
});
