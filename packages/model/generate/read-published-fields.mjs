import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PUBLISHED_KINDS } from './published-kinds.mjs';
import { questionField } from './question-validator.mjs';
import { openTypes, readField } from './read-types.mjs';

const require = createRequire(import.meta.url);

/** What the cluster writes: known to be there, and nobody's to fill in. */
const STATUS = { type: 'any', description: 'What the cluster reports. It is not written by hand.' };

/** Every distinct field once, however many kinds and versions have it. */
function createPool() {
  const fields = [];
  const places = new Map();
  const add = (field) => {
    const key = JSON.stringify(field);
    if (!places.has(key)) places.set(key, fields.push(field) - 1);
    return places.get(key);
  };
  return { fields, add };
}

/** Adds what the validator knows, from the leaves up, and gives back the field's place in the pool. */
function store(pool, Kind, path, field) {
  const { limits, isInteger } = questionField(Kind, path, field.type);
  const stored = { ...field };
  if (isInteger && field.type === 'number') stored.type = 'integer';
  if (isInteger && field.types) stored.types = ['integer', 'string'];
  if (Object.keys(limits).length > 0 && !field.values) stored.limits = limits;
  if (field.fields) {
    const places = Object.entries(field.fields).map(([name, child]) => [
      name,
      store(pool, Kind, [...path, name], child),
    ]);
    stored.fields = Object.fromEntries(places);
  }
  if (field.items) {
    stored.items = store(pool, Kind, [...path, field.type === 'list' ? '[]' : '{}'], field.items);
  }
  return pool.add(stored);
}

function apiVersionOf(group, version) {
  return group === '' ? version : `${group}/${version}`;
}

/** All that the kind is served in: versions that differ in nothing else are then one in the pool. */
function apiVersionsOf(group, kind) {
  return PUBLISHED_KINDS.filter((one) => one.group === group && one.kinds.includes(kind)).map(
    ({ version }) => apiVersionOf(group, version),
  );
}

async function readVersion(pool, { package: packageName, group, version, kinds }) {
  const folder = apiVersionOf(group, version);
  const root = dirname(require.resolve(`${packageName}/package.json`));
  const schemaOf = openTypes(join(root, folder), kinds);
  const roots = [];
  for (const kind of kinds) {
    const module = await import(`${packageName}/${folder}/${kind}`);
    const schema = schemaOf(`I${kind}`);
    const field = readField(schema, schema.definitions ?? {});
    field.fields.apiVersion = { type: 'string', values: apiVersionsOf(group, kind) };
    if (field.fields.status) field.fields.status = STATUS;
    roots.push({ group, version, kind, root: store(pool, module[kind], [], field) });
  }
  return roots;
}

/** Everything that the packages publish about the kinds of the list. */
export async function readPublishedFields() {
  const pool = createPool();
  const kinds = [];
  for (const published of PUBLISHED_KINDS) {
    kinds.push(...(await readVersion(pool, published)));
  }
  return { fields: pool.fields, kinds };
}
