import fc from 'fast-check';
import { type Field, findRootField, knownKinds, loadSchema } from '../../src/index.ts';
import { randomValue } from './random-yaml.ts';

const { dictionary } = await loadSchema();

const ODD_VALUES: readonly unknown[] = [
  null,
  '',
  '*',
  '/',
  'a/b/c',
  '%',
  '(',
  '-5s',
  '1h',
  '0',
  0,
  -1,
  1e21,
  1.5,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  [null],
  [[]],
  ['', '*', 'a.b', './*'],
  {},
  { '': '' },
  { a: null },
  { __proto__x: {}, constructor: 1, toString: 'x' },
  'x'.repeat(2000),
  '😀\ud83d',
];

/** A value that nobody expects. */
export const oddValue = fc.oneof(fc.constantFrom(...ODD_VALUES), randomValue);

const words = fc.constantFrom('a', 'cart', 'shop.example.com', '*.example.com', 'mesh', 'v1', '80');

/** A value that the field may well have, and now and then anything. */
function valueFor(field: Field, depth: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: fittingValue(field, depth) },
    { weight: 1, arbitrary: oddValue },
  );
}

function fittingValue(field: Field, depth: number): fc.Arbitrary<unknown> {
  const { values, items, type } = field;
  if (values.length > 0) return fc.constantFrom(...values);
  if (depth > 9) return oddValue;
  switch (type) {
    case 'object':
      return objectFor(field, depth);
    case 'list':
      return items === null ? oddValue : fc.array(valueFor(items, depth + 1), { maxLength: 3 });
    case 'map':
      return items === null
        ? oddValue
        : fc.dictionary(words, valueFor(items, depth + 1), { maxKeys: 2, noNullPrototype: true });
    case 'integer':
    case 'number':
      return fc.constantFrom(0, 1, 80, 443, 100, -1, 70_000);
    case 'boolean':
      return fc.boolean();
    case 'string':
    case 'union':
      return words;
    case 'any':
      return oddValue;
  }
}

/** The common fields often, some of the others now and then. */
function objectFor({ fields }: Field, depth: number): fc.Arbitrary<unknown> {
  const some = fields.filter(({ isCommon }, index) => isCommon || (index + depth) % 4 === 0);
  const entries = some.slice(0, 14).map((field) => {
    const value = fc.constant(null).chain(() => valueFor(field, depth + 1));
    return [field.name, value] as const;
  });
  return fc.record(Object.fromEntries(entries), {
    requiredKeys: depth < 2 ? undefined : [],
    noNullPrototype: true,
  });
}

const KINDS = knownKinds(dictionary).filter(({ group }) => group !== 'autoscaling');

/** A manifest of any kind, with odd values in its fields now and then. */
export const oddManifest: fc.Arbitrary<unknown> = fc.constantFrom(...KINDS).chain((kind) => {
  const root = findRootField(dictionary, kind);
  const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
  if (root === undefined) return fc.constant({});
  return fc.tuple(fittingValue(root, 0), fc.constantFrom('a', 'b')).map(([value, name]) => ({
    ...Object(value),
    apiVersion,
    kind: kind.kind,
    metadata: { name },
  }));
});
