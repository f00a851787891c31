import { type Field, findField, findRootField, loadFieldDictionary } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { fieldRows, isWhollyHidden, unknownKeys } from './field-rows.ts';

const dictionary = await loadFieldDictionary();
const kind = { group: 'networking.istio.io', version: 'v1', kind: 'VirtualService' };
const route = routeField();

function routeField(): Field {
  const root = findRootField(dictionary, kind);
  const field = root && findField(root, ['spec', 'http', 0]);
  if (field === undefined) throw new Error('no routes');
  return field;
}

function namesOf(value: unknown, hidden: readonly string[] = []) {
  return fieldRows(route, value, ({ name }) => hidden.includes(name)).map(({ fields }) =>
    fields.map(({ name }) => name).join('|'),
  );
}

describe('the lines of an object', () => {
  test('fields of a choice are one line, where the first of them is', () => {
    expect(namesOf({}).slice(0, 4)).toEqual([
      'name',
      'match',
      'route|redirect|directResponse|delegate',
      'rewrite',
    ]);
    expect(namesOf({})).toContain('mirror|mirrors');
  });

  test('a choice is whole while one of its fields is shown', () => {
    expect(namesOf({}, ['route', 'name'])[1]).toBe('route|redirect|directResponse|delegate');
    expect(namesOf({}, ['mirror', 'mirrors']).join()).not.toContain('mirror|');
  });

  test('what is set or common stands at once', () => {
    const isPrimary = (value: unknown, name: string) =>
      fieldRows(route, value, () => false).find(({ fields }) => fields[0]?.name === name)
        ?.isPrimary;
    expect(isPrimary({}, 'timeout')).toBe(true);
    expect(isPrimary({}, 'mirrorPercent')).toBe(false);
    expect(isPrimary({ mirrorPercent: 5 }, 'mirrorPercent')).toBe(true);
  });

  test('keys that are no fields are told, but for those of a map', () => {
    expect(unknownKeys(route, { timout: '5s', timeout: '5s' })).toEqual(['timout']);
    const headers = findField(route, ['match', 0, 'headers']);
    expect(headers && unknownKeys(headers, { any: {} })).toEqual([]);
  });

  test('an object is hidden when all of its fields are', () => {
    const destination = findField(route, ['route', 0, 'destination', 'port']);
    if (destination === undefined) throw new Error('no port');
    const isCurated = (path: readonly (string | number)[]) => path.at(-1) === 'number';
    expect(isWhollyHidden(destination, ['port'], isCurated)).toBe(true);
    expect(isWhollyHidden(destination, ['port'], () => false)).toBe(false);
  });
});
