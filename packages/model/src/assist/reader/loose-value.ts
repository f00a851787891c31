import type { FieldPath } from '../../documents/field-path.ts';
import { resolvePlainScalar } from '../../documents/kubernetes-scalar.ts';
import type { LooseMapping, LooseNode, LoosePair } from './loose-node.ts';

/** The value as plain data, as far as it is written; aliases and blocks of text are `undefined`. */
export function looseValue(node: LooseNode | null): unknown {
  switch (node?.kind) {
    case 'mapping': {
      const entries = node.pairs
        .filter(({ colon }) => colon >= 0)
        .map(({ key, value }) => [key.text, looseValue(value)] as const);
      return Object.fromEntries(entries);
    }
    case 'sequence':
      return node.items.map(({ value }) => looseValue(value));
    case 'scalar':
      if (node.style === 'plain') return resolvePlainScalar(node.text);
      return node.style === 'single' || node.style === 'double' ? node.text : undefined;
    case undefined:
      return null;
  }
}

/** The last key of this name. */
export function findLoosePair(node: LooseNode | null, name: string): LoosePair | undefined {
  return node?.kind === 'mapping' ? node.pairs.findLast(({ key }) => key.text === name) : undefined;
}

/** The node at a path; undefined where there is none. */
export function findLoose(root: LooseNode | null, path: FieldPath): LooseNode | undefined {
  let node: LooseNode | null | undefined = root;
  for (const step of path) {
    if (typeof step === 'string') node = findLoosePair(node ?? null, step)?.value;
    else node = node?.kind === 'sequence' ? node.items[step]?.value : undefined;
  }
  return node ?? undefined;
}

/** The text at a path; empty where there is none. */
export function looseText(root: LooseNode | null, path: FieldPath): string {
  const node = findLoose(root, path);
  return node?.kind === 'scalar' ? node.text : '';
}

/** The innermost mapping that a path leads into, and how much of the path leads to it. */
export function mappingAt(root: LooseNode | null, path: FieldPath): LooseMapping | null {
  const node = findLoose(root, path);
  return node?.kind === 'mapping' ? node : null;
}
