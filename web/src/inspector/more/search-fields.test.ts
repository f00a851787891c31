import { findRootField, loadFieldDictionary } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { searchFields } from './search-fields.ts';

const dictionary = await loadFieldDictionary();
const kind = { group: 'networking.istio.io', version: 'v1', kind: 'VirtualService' };
const field = findRootField(dictionary, kind);
if (field === undefined) throw new Error('no VirtualService');
const root = { field, path: [] };

function pathsOf(query: string, value: unknown = {}, most = 500): readonly string[] {
  return searchFields(root, value, query, most).spots.map(({ path }) => path.join('.'));
}

describe('a search for fields', () => {
  test('finds nothing while nothing is asked', () => {
    expect(pathsOf('  ')).toEqual([]);
  });

  test('finds the name itself before what only holds or mentions it', () => {
    expect(pathsOf('timeout')[0]).toBe('spec.http.0.timeout');
    expect(pathsOf('Timeout')[1]).toBe('spec.http.0.retries.perTryTimeout');
  });

  test('takes every word as a part of the place, with dots or blanks between', () => {
    expect(pathsOf('fault.abort httpStatus')[0]).toBe('spec.http.0.fault.abort.httpStatus');
    expect(pathsOf('fault abort timeout')).toEqual([]);
  });

  test('looks into what is described', () => {
    expect(pathsOf('cross-origin')).toContain('spec.http.0.corsPolicy');
  });

  test('finds it in each item that is there, and once in a list that is empty', () => {
    const two = { spec: { http: [{ name: 'a' }, { name: 'b' }] } };
    expect(pathsOf('timeout', two).slice(0, 2)).toEqual([
      'spec.http.0.timeout',
      'spec.http.1.timeout',
    ]);
    expect(pathsOf('timeout', { spec: { http: [] } })[0]).toBe('spec.http.0.timeout');
  });

  test('finds what is under the keys of a map that are there', () => {
    const value = { spec: { http: [{ match: [{ headers: { user: { exact: 'x' } } }] }] } };
    expect(pathsOf('headers user exact', value)).toContain(
      'spec.http.0.match.0.headers.user.exact',
    );
    expect(pathsOf('headers user exact')).not.toContain('spec.http.0.match.0.headers.user.exact');
  });

  test('leaves out what only a rename may change', () => {
    expect(pathsOf('metadata name')).not.toContain('metadata.name');
    expect(pathsOf('metadata labels')).toContain('metadata.labels');
  });

  test('says how many there are where it gives only some', () => {
    const found = searchFields(root, {}, 'port', 3);
    expect(found.spots).toHaveLength(3);
    expect(found.count).toBeGreaterThan(3);
  });
});
