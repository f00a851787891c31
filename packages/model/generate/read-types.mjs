import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

/**
 * Opens the declarations of some kinds that lie in one folder, which share most of what they refer to.
 * Gives a function: the name of a type → its JSON schema, with `definitions`.
 */
export function openTypes(folder, kinds) {
  const names = kinds.length > 1 ? `{${kinds.join(',')}}` : kinds[0];
  const generator = createGenerator({
    path: `${folder.replaceAll('\\', '/')}/${names}.d.ts`,
    tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    expose: 'all',
    jsDoc: 'extended',
    topRef: false,
    additionalProperties: true,
    skipTypeCheck: true,
  });
  return (typeName) => generator.createSchema(typeName);
}

/** The alternatives of a schema, unions inside unions opened, references followed. */
function alternativesOf(schema, definitions) {
  const target = followReferences(schema, definitions);
  if (target.anyOf) return target.anyOf.flatMap((one) => alternativesOf(one, definitions));
  return [target];
}

function followReferences(schema, definitions) {
  if (schema.$ref === undefined) return schema;
  const name = decodeURIComponent(schema.$ref.replace('#/definitions/', ''));
  const { $ref: _, ...own } = schema;
  // What is said at the place is about the place, what is said at the type is about any such value.
  return followReferences({ ...definitions[name], ...own }, definitions);
}

/** The published comment as Markdown; what only repeats the allowed values is left out. */
function plainDescription(schema) {
  const text = (schema.description ?? '').replaceAll('\\*', '*');
  return text.replace(/(^|\n\n)Valid Options: .*$/, '').trim();
}

/** Of which properties at most one, or exactly one, may be there: unions of the same object say so. */
function choicesOf(objects) {
  const always = (name) => objects.every((one) => one.required?.includes(name));
  const sets = objects.map((one) => (one.required ?? []).filter((name) => !always(name)));
  const names = [...new Set(sets.flat())].sort();
  const excludes = (left, right) =>
    left !== right && !sets.some((set) => set.includes(left) && set.includes(right));
  const choices = new Map();
  for (const name of names) {
    const of = names.filter((other) => other === name || excludes(name, other));
    if (of.length < 2) continue;
    const required = sets.every((set) => of.some((one) => set.includes(one)));
    choices.set(of.join(' '), { of, ...(required && { required }) });
  }
  return [...choices.values()];
}

function mergeProperties(objects) {
  const merged = {};
  for (const { properties } of objects) {
    for (const [name, schema] of Object.entries(properties ?? {})) {
      if (merged[name] === undefined || !merged[name].description) merged[name] = schema;
    }
  }
  return merged;
}

function readObject(objects, definitions) {
  const fields = Object.entries(mergeProperties(objects)).map(([name, schema]) => [
    name,
    readField(schema, definitions),
  ]);
  const required = (objects[0].required ?? []).filter((name) =>
    objects.every((one) => one.required?.includes(name)),
  );
  const choices = choicesOf(objects);
  return {
    type: 'object',
    fields: Object.fromEntries(fields),
    ...(required.length > 0 && { required }),
    ...(choices.length > 0 && { choices }),
  };
}

function readScalar(alternatives) {
  const types = [...new Set(alternatives.flatMap((one) => one.type ?? []))];
  const values = alternatives.flatMap(
    (one) => one.enum ?? (one.const === undefined ? [] : one.const),
  );
  return {
    type: types.length > 1 ? 'union' : types[0],
    ...(types.length > 1 && { types: types.sort() }),
    ...(values.length > 0 && { values }),
  };
}

function readShape(alternatives, definitions) {
  const [first] = alternatives;
  const hasFields = alternatives.every((one) => Object.keys(one.properties ?? {}).length > 0);
  if (hasFields) return readObject(alternatives, definitions);
  if (alternatives.every((one) => one.type === 'array')) {
    return { type: 'list', items: readField(first.items, definitions) };
  }
  const values = first.additionalProperties;
  if (first.type === 'object' && typeof values === 'object' && Object.keys(values).length > 0) {
    return { type: 'map', items: readField(values, definitions) };
  }
  const isScalar = alternatives.every((one) =>
    [one.type].flat().every((type) => /^(string|number|boolean)$/.test(type)),
  );
  return isScalar ? readScalar(alternatives) : { type: 'any' };
}

/** One field, and all below it, as the published types describe it. */
export function readField(schema, definitions) {
  const own = followReferences(schema, definitions);
  const alternatives = alternativesOf(own, definitions);
  const description = plainDescription(own) || plainDescription(alternatives[0]);
  return {
    ...readShape(alternatives, definitions),
    ...(description !== '' && { description }),
  };
}
