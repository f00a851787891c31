import { describe, expect, test } from 'vitest';
import {
  applyTextEdits,
  buildSnapshot,
  type EditCommand,
  type Field,
  type FieldPath,
  type FieldValue,
  findResource,
  findRootField,
  formatFieldPath,
  type GroupVersionKind,
  knownKinds,
  knownVersions,
  loadFieldDictionary,
  planEdit,
  type Resource,
  type Snapshot,
  valueAt,
  walkFields,
} from '../../src/index.ts';
import {
  HAS_REAL_MANIFESTS,
  indexedManifests,
  readRealManifest,
} from '../support/real-manifests.ts';
import { RUNS } from '../support/runs.ts';

// Every path of every kind once in the deep tests; here as many, spread over all of them, as there are runs.
const IS_DEEP = RUNS >= 10_000;
const LARGEST = IS_DEEP ? 60_000 : 12_000;
const dictionary = await loadFieldDictionary();

/** What makes a resource another one, so that it cannot be found again by its id. */
const IDENTITY = ['', 'apiVersion', 'kind', 'metadata', 'metadata.name', 'metadata.namespace'];

/** Texts that YAML reads as something else where they are written carelessly. */
const TEXTS = [
  '5s',
  'plain',
  '',
  'yes',
  '1.0',
  'a: b',
  '# no',
  ' in front',
  'two\nlines',
  '*',
  '~',
];
const NUMBERS = [1, 0, 8080, -1, 65_535];

/** A resource to change, in the text that it stands in. */
interface Manifest {
  readonly text: string;
  readonly snapshot: Snapshot;
  readonly resource: Resource;
}

interface FieldCase {
  readonly kind: GroupVersionKind;
  readonly field: Field;
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from');
  return item;
}

/** A value that the field takes by its type; another one for each number. */
function sampleOf(field: Field, number: number): FieldValue {
  switch (field.type) {
    case 'string':
      return pick(field.values.length > 0 ? field.values : TEXTS, number);
    case 'integer':
    case 'union':
      return pick(NUMBERS, number);
    case 'number':
      return pick([0.5, ...NUMBERS], number);
    case 'boolean':
      return number % 2 === 0;
    case 'any':
      return { free: [1, 'two', { three: null }] };
    case 'list':
      return field.items === null ? [] : [sampleOf(field.items, number)];
    case 'map':
      return field.items === null ? {} : { 'a-key': sampleOf(field.items, number) };
    case 'object': {
      const first = field.fields[0];
      return first === undefined ? {} : { [first.name]: sampleOf(first, number) };
    }
  }
}

/** The place of a field in a resource: in an item or entry that is there, else in the first one. */
function placeOf(path: string, value: unknown, number: number): FieldPath {
  const place: (string | number)[] = [];
  for (const step of path.split(/\.|(?=\[\]|\{\})/)) {
    const there = valueAt(value, place);
    if (step === '[]') {
      place.push(Array.isArray(there) && there.length > 0 ? number % there.length : 0);
    } else if (step === '{}') {
      const keys = typeof there === 'object' && there !== null ? Object.keys(there) : [];
      place.push(keys.length > 0 ? pick(keys, number) : 'a-key');
    } else place.push(step);
  }
  return place;
}

/** Whether what is on the way to the place can hold it. */
function canHold(value: unknown, place: FieldPath): boolean {
  return place.every((step, index) => {
    const around = valueAt(value, place.slice(0, index));
    if (around === undefined || around === null) return true;
    return typeof around === 'object' && Array.isArray(around) === (typeof step === 'number');
  });
}

/** The value with the field set, by the plain rule. */
function withValue(value: unknown, path: FieldPath, set: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return set;
  const inside = withValue(valueAt(value, [step]), rest, set);
  if (typeof step === 'number') {
    const items: unknown[] = Array.isArray(value) ? [...value] : [];
    items[step] = inside;
    return items;
  }
  return { ...(typeof value === 'object' ? value : {}), [step]: inside };
}

/** What takes the field away again, and what was made on the way to it. */
function takeBack({ id, value }: Resource, path: FieldPath): EditCommand {
  const length = path.findIndex((_, index) => {
    const there = valueAt(value, path.slice(0, index + 1));
    return there === undefined || there === null;
  });
  const made = length < 0 ? path : path.slice(0, length + 1);
  const former = valueAt(value, made);
  return former === undefined
    ? { kind: 'remove', resource: id, path: made }
    : { kind: 'set', resource: id, path: made, value: former as FieldValue };
}

function othersOf({ resources }: Snapshot, { id }: Resource): readonly unknown[] {
  return resources.filter((one) => one.id !== id).map(({ value }) => value);
}

/** Sets the field and takes it back; gives why the edit was refused, or null. */
function setAndTakeBack(manifest: Manifest, { field }: FieldCase, number: number): string | null {
  const { text, snapshot, resource } = manifest;
  const path = placeOf(field.path, resource.value, number);
  if (!canHold(resource.value, path)) return 'held by a value of another kind';
  const value = sampleOf(field, number);
  const set = planEdit(snapshot, { kind: 'set', resource: resource.id, path, value });
  if (!set.ok) return set.reason;
  const setText = applyTextEdits(text, set.plan.edits);
  const after = buildSnapshot(setText);
  const changed = findResource(after, resource.id);
  const where = `${resource.id} ${formatFieldPath(path)}`;
  expect(changed?.value, where).toEqual(withValue(resource.value, path, value));
  expect(othersOf(after, resource), where).toEqual(othersOf(snapshot, resource));
  const back = planEdit(after, takeBack(resource, path));
  if (!back.ok) return back.reason;
  const end = buildSnapshot(applyTextEdits(setText, back.plan.edits));
  expect(findResource(end, resource.id)?.value, where).toEqual(resource.value);
  expect(othersOf(end, resource), where).toEqual(othersOf(snapshot, resource));
  return null;
}

function manifestsOf(text: string): readonly Manifest[] {
  const snapshot = buildSnapshot(text);
  return snapshot.resources
    .filter((resource) => findResource(snapshot, resource.id) === resource && !resource.stale)
    .map((resource) => ({ text, snapshot, resource }));
}

/** The smallest manifest of a kind, in the notations that people use. */
function smallManifests({ group, version, kind }: GroupVersionKind): readonly Manifest[] {
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return [
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: small # it\n`,
    `{"apiVersion": "${apiVersion}", "kind": "${kind}", "metadata": {"name": "small"}}\n`,
    `apiVersion: ${apiVersion}\r\nkind: ${kind}\r\nmetadata: { name: small }\r\nspec:`,
  ].flatMap(manifestsOf);
}

function nameOf({ group, kind }: { readonly group: string; readonly kind: string }): string {
  return `${kind}.${group}`;
}

function readRealManifests(): ReadonlyMap<string, readonly Manifest[]> {
  const byKind = new Map<string, Manifest[]>();
  for (const { file } of indexedManifests().filter((_, at) => IS_DEEP || at % 4 === 0)) {
    const text = readRealManifest(file);
    if (text.length > LARGEST) continue;
    for (const manifest of manifestsOf(text)) {
      const name = nameOf(manifest.resource);
      byKind.set(name, [...(byKind.get(name) ?? []), manifest]);
    }
  }
  return byKind;
}

/** Every field of every kind, in its newest version. */
const CASES: readonly FieldCase[] = knownKinds(dictionary)
  .filter(({ group, version, kind }) => knownVersions(dictionary, group, kind)[0] === version)
  .flatMap((kind) => {
    const root = findRootField(dictionary, kind);
    return root === undefined ? [] : [...walkFields(root)].map((field) => ({ kind, field }));
  })
  .filter(({ field }) => !IDENTITY.includes(field.path));

function someCases(): readonly (readonly [one: FieldCase, number: number])[] {
  const step = Math.max(1, Math.floor(CASES.length / RUNS));
  return CASES.map((one, index) => [one, index] as const).filter(([, index]) => index % step === 0);
}

describe('every field of every kind', () => {
  test('[E1] is set and taken back in a manifest that has nothing', { timeout: 600_000 }, () => {
    const small = new Map<string, readonly Manifest[]>();
    for (const [one, number] of someCases()) {
      const name = nameOf(one.kind);
      const manifests = small.get(name) ?? smallManifests(one.kind);
      small.set(name, manifests);
      expect(setAndTakeBack(pick(manifests, number), one, number), one.field.path).toBeNull();
    }
    expect(CASES.length).toBeGreaterThan(5_000);
  });

  test.skipIf(!HAS_REAL_MANIFESTS)(
    '[E1] is set and taken back in real manifests (skipped where ../shared/manifests is not there)',
    { timeout: 3_600_000 },
    () => {
      const real = readRealManifests();
      let done = 0;
      const refused = new Map<string, number>();
      for (const [one, number] of someCases()) {
        const manifests = real.get(nameOf(one.kind)) ?? [];
        if (manifests.length === 0) continue;
        const reason = setAndTakeBack(pick(manifests, number * 7919), one, number);
        if (reason === null) done += 1;
        else refused.set(reason, (refused.get(reason) ?? 0) + 1);
      }
      const refusals = [...refused.values()].reduce((sum, count) => sum + count, 0);
      expect(refusals / (done + refusals), JSON.stringify([...refused])).toBeLessThan(0.03);
      expect(done).toBeGreaterThan(100);
    },
  );
});
