import { findRootField, loadFieldDictionary } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { removalPath } from './removal-path.ts';

const dictionary = await loadFieldDictionary();
const kind = { group: 'networking.istio.io', version: 'v1', kind: 'VirtualService' };
const root = findRootField(dictionary, kind);
if (root === undefined) throw new Error('no VirtualService');

describe('what goes with a field', () => {
  test.each([
    [
      'nothing else where it has neighbours',
      { retries: { attempts: 1, retryOn: '5xx' } },
      ['retries', 'attempts'],
      ['retries', 'attempts'],
    ],
    [
      'the object that it was alone in',
      { retries: { attempts: 1 } },
      ['retries', 'attempts'],
      ['retries'],
    ],
    [
      'several of them',
      { fault: { delay: { percentage: { value: 1 } } } },
      ['fault', 'delay', 'percentage', 'value'],
      ['fault'],
    ],
    [
      'the list that it was alone in',
      { corsPolicy: { allowMethods: ['GET'], maxAge: '1s' } },
      ['corsPolicy', 'allowMethods', 0],
      ['corsPolicy', 'allowMethods'],
    ],
    ['no item of a list', { match: [{ port: 80 }] }, ['match', 0, 'port'], ['match', 0, 'port']],
    [
      'no entry of a map',
      { match: [{ headers: { end: { exact: 'x' } } }] },
      ['match', 0, 'headers', 'end', 'exact'],
      ['match', 0, 'headers', 'end', 'exact'],
    ],
    [
      'nothing that has to be there',
      { mirrors: [{ destination: { subset: 'a' } }] },
      ['mirrors', 0, 'destination', 'subset'],
      ['mirrors', 0, 'destination', 'subset'],
    ],
  ])('%s', (_, route, path, expected) => {
    const at = ['spec', 'http', 0];
    const value = { spec: { hosts: ['a'], http: [{ name: 'one', ...route }] } };
    expect(removalPath(root, value, [...at, ...path])).toEqual([...at, ...expected]);
  });

  test('never the spec or the metadata', () => {
    expect(removalPath(root, { spec: { exportTo: ['.'] } }, ['spec', 'exportTo', 0])).toEqual([
      'spec',
      'exportTo',
    ]);
    expect(removalPath(root, { metadata: { uid: 'x' } }, ['metadata', 'uid'])).toEqual([
      'metadata',
      'uid',
    ]);
  });
});
