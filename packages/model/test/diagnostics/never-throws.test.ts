import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldPath } from '../../src/documents/field-path.ts';
import {
  buildSnapshot,
  diagnoseSnapshot,
  type Field,
  findRootField,
  knownKinds,
  listDiagnostics,
  loadSchema,
} from '../../src/index.ts';
import { randomValue } from '../support/random-yaml.ts';
import {
  HAS_REAL_MANIFESTS,
  indexedManifests,
  readRealManifest,
} from '../support/real-manifests.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

const schema = await loadSchema();

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

const oddValue = fc.oneof(fc.constantFrom(...ODD_VALUES), randomValue);

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

const KINDS = knownKinds(schema.dictionary).filter(({ group }) => group !== 'autoscaling');

const randomManifest: fc.Arbitrary<unknown> = fc.constantFrom(...KINDS).chain((kind) => {
  const root = findRootField(schema.dictionary, kind);
  const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
  if (root === undefined) return fc.constant({});
  return fc.tuple(fittingValue(root, 0), fc.constantFrom('a', 'b')).map(([value, name]) => ({
    ...Object(value),
    apiVersion,
    kind: kind.kind,
    metadata: { name },
  }));
});

function crashes(...manifests: readonly unknown[]): readonly string[] {
  const text = manifests.map((manifest) => JSON.stringify(manifest)).join('\n---\n');
  return listDiagnostics(diagnoseSnapshot(buildSnapshot(text), schema))
    .filter(({ code }) => code === 'PTL0000')
    .map(({ message }) => message);
}

describe('[A4] no check fails', () => {
  test(
    'on random manifests of every kind, with odd values in every field',
    () => {
      fc.assert(
        fc.property(fc.array(randomManifest, { minLength: 1, maxLength: 5 }), (manifests) => {
          expect(crashes(...manifests)).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

function realManifests(): readonly Readonly<Record<string, unknown>>[] {
  return indexedManifests()
    .flatMap(({ file }) => buildSnapshot(readRealManifest(file)).resources)
    .map(({ value }) => value);
}

function* pathsOf(value: unknown, path: FieldPath = []): Generator<FieldPath> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [step, inner] of entries) yield* pathsOf(inner, [...path, step]);
}

function withValue(value: unknown, [step, ...rest]: FieldPath, odd: unknown): unknown {
  if (step === undefined) return odd;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? withValue(item, rest, odd) : item));
  const record: Readonly<Record<string, unknown>> = Object(value);
  return { ...record, [step]: withValue(record[step], rest, odd) };
}

describe.skipIf(!HAS_REAL_MANIFESTS)('[A4] no check fails on real manifests', () => {
  const manifests = realManifests();

  test(
    'with an odd value in any field',
    () => {
      const places = manifests.flatMap((manifest) =>
        [...pathsOf(manifest)].map((path) => ({ manifest, path })),
      );
      fc.assert(
        fc.property(fc.nat(places.length - 1), oddValue, (index, odd) => {
          const place = places[index];
          const text = place && withValue(place.manifest, place.path, odd);
          expect(crashes(text)).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
