import {
  type Field,
  findRootField,
  knownKinds,
  loadFieldDictionary,
  walkFields,
} from '../../src/index.ts';

const dictionary = await loadFieldDictionary();

/** Every field of a kind in its newest version; of kinds with one name that of Istio or Kubernetes. */
export function fieldsOfKind(kind: string): readonly Field[] {
  const known = knownKinds(dictionary).find((one) => one.kind === kind);
  const root = known && findRootField(dictionary, known);
  if (root === undefined) throw new Error(`${kind} is not known`);
  return [...walkFields(root)];
}

/** The field of a path as the dictionary writes it, so that a test reads like the documentation. */
export function fieldOf(kind: string, path: string): Field {
  const found = fieldsOfKind(kind).find((one) => one.path === path);
  if (found === undefined) throw new Error(`${kind} has no field ${path}`);
  return found;
}
