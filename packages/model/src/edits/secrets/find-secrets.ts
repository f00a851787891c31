import type { YamlMapping, YamlNode, YamlPair, YamlTree } from '../../documents/yaml-node.ts';

/** A mapping that Kubernetes would read as a Secret, or nearly so. */
export interface SecretMapping {
  /** Empty where it has none. */
  readonly name: string;
  /** Nodes that hold a value, or repeat one. */
  readonly values: readonly YamlNode[];
}

// A slip in its case does not make its values public.
const SECRET = /^secret$/i;
const SECRET_LIST = /^secretlist$/i;

/** The Secrets of a document at any depth, so those in Lists and templates too. */
export function findSecrets({ root }: YamlTree): readonly SecretMapping[] {
  const found: SecretMapping[] = [];
  const walk = (node: YamlNode, isItem: boolean): void => {
    if (node.kind === 'sequence') for (const item of node.items) walk(item.node, isItem);
    if (node.kind !== 'mapping') return;
    const kinds = valuesOf(node, /^kind$/).map(textOf);
    if (kinds.some((kind) => SECRET.test(kind)) || (isItem && kinds.length === 0))
      found.push(readSecret(node));
    const isList = kinds.some((kind) => SECRET_LIST.test(kind));
    for (const { name, value } of node.pairs) walk(value, isList && name === 'items');
  };
  if (root !== null) walk(root, false);
  return found.filter(({ values }) => values.length > 0);
}

/** Whether a document may say in one place what counts in another: by aliases, or by merge keys. */
export function isEntangled({ root, anchors, aliases }: YamlTree): boolean {
  return anchors.length > 0 || aliases.length > 0 || someText(root, (text) => text === '<<');
}

/** Whether a document says the word as a value or key of its own, in whatever place. */
export function namesSecretKind({ root }: YamlTree): boolean {
  return someText(root, (text) => SECRET.test(text) || SECRET_LIST.test(text));
}

function someText(node: YamlNode | null, isMeant: (text: string) => boolean): boolean {
  switch (node?.kind) {
    case 'scalar':
      return isMeant(node.text);
    case 'sequence':
      return node.items.some((item) => someText(item.node, isMeant));
    case 'mapping':
      return node.pairs.some(
        ({ key, value }) => someText(key, isMeant) || someText(value, isMeant),
      );
    default:
      return false;
  }
}

function readSecret(secret: YamlMapping): SecretMapping {
  const metadata = valuesOf(secret, /^metadata$/);
  const annotations = metadata.flatMap((node) => valuesOf(node, /^annotations$/));
  const held = valuesOf(secret, /^(string)?data$/i).flatMap((node) =>
    node.kind === 'mapping' ? node.pairs.map(({ value }) => value) : [node],
  );
  // kubectl and others note what was applied, values and all.
  const repeated = annotations.flatMap((node) => valuesOf(node, /applied/i));
  return {
    name: metadata.flatMap((node) => valuesOf(node, /^name$/)).map(textOf)[0] ?? '',
    values: [...held, ...repeated].filter(holdsSomething),
  };
}

/** All values under keys of such a name: of duplicate keys each one is in the text. */
function valuesOf(node: YamlNode, name: RegExp): readonly YamlNode[] {
  if (node.kind !== 'mapping') return [];
  const isNamed = (pair: YamlPair) => pair.name !== null && name.test(pair.name);
  return node.pairs.filter(isNamed).map(({ value }) => value);
}

function textOf(node: YamlNode): string {
  return node.kind === 'scalar' ? node.text : '';
}

function holdsSomething(node: YamlNode): boolean {
  switch (node.kind) {
    case 'scalar':
      return node.text !== '';
    case 'mapping':
      return node.pairs.length > 0;
    case 'sequence':
      return node.items.length > 0;
    case 'alias':
      return true;
  }
}
