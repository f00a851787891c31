import { type Field, findField, findRootField, loadFieldDictionary } from '@portolan/model';
import { expect, test } from 'vitest';
import { readTyped } from './read-typed.ts';

const dictionary = await loadFieldDictionary();

function fieldAt(group: string, kind: string, ...path: readonly (string | number)[]): Field {
  const root = findRootField(dictionary, { group, version: 'v1', kind });
  const field = root && findField(root, path);
  if (field === undefined) throw new Error(`no ${path.join('.')}`);
  return field;
}

const ISTIO = 'networking.istio.io';
const timeout = fieldAt(ISTIO, 'VirtualService', 'spec', 'http', 0, 'timeout');
const name = fieldAt(ISTIO, 'VirtualService', 'spec', 'http', 0, 'name');
const attempts = fieldAt(ISTIO, 'VirtualService', 'spec', 'http', 0, 'retries', 'attempts');
const targetPort = fieldAt('', 'Service', 'spec', 'ports', 0, 'targetPort');

test.each([
  ['a text of digits stays a text where a text belongs', name, '80', '80'],
  ['a text that may be anything keeps its blanks', name, ' a ', ' a '],
  ['one of a format loses them', timeout, ' 5s ', '5s'],
  ['a whole number', attempts, ' 3 ', 3],
  ['a number that is none is left for the check', attempts, 'many', 'many'],
  ['a number that is too large for one too', attempts, '1e999', '1e999'],
  ['a port by number', targetPort, '8080', 8080],
  ['a port by name', targetPort, 'http', 'http'],
])('%s', (_, field, typed, value) => {
  expect(readTyped(field, typed)).toBe(value);
});
