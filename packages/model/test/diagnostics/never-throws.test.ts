import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldPath } from '../../src/documents/field-path.ts';
import { buildSnapshot, diagnoseSnapshot, listDiagnostics, loadSchema } from '../../src/index.ts';
import { oddManifest, oddValue } from '../support/odd-manifest.ts';
import {
  HAS_REAL_MANIFESTS,
  indexedManifests,
  readRealManifest,
} from '../support/real-manifests.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

const schema = await loadSchema();

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
        fc.property(fc.array(oddManifest, { minLength: 1, maxLength: 5 }), (manifests) => {
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
