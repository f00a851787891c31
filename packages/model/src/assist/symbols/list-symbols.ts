import { rangeOfPath } from '../../documents/find-node.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { startsOf } from '../../snapshot-lookup.ts';
import { shiftRange, type TextRange } from '../../text/text-range.ts';
import { readParts, type SymbolPart } from './read-parts.ts';

/** Something of the text that has a name of its own, and what is inside it. */
export interface TextSymbol {
  readonly kind: 'resource' | SymbolPart['kind'];
  readonly name: string;
  /** What else there is to say about it; may be empty. */
  readonly detail: string;
  /** All of it, in the whole text. */
  readonly range: TextRange;
  /** What is shown of it when it is gone to; within `range`. */
  readonly nameRange: TextRange;
  readonly children: readonly TextSymbol[];
}

/** A resource among the symbols. */
export interface ResourceSymbol extends TextSymbol {
  readonly resource: Resource;
}

/** Every resource of the text with its servers, routes, ports and subsets, in text order. */
export function listSymbols(snapshot: Snapshot): readonly ResourceSymbol[] {
  const starts = startsOf(snapshot);
  return snapshot.resources.map((resource) => {
    const start = starts.get(resource.document) ?? 0;
    return { ...shiftSymbol(symbolOf(resource), start), resource };
  });
}

/** Relative to their documents: a keystroke makes one resource new, and only moves all others. */
const known = new WeakMap<Resource, TextSymbol>();

function symbolOf(resource: Resource): TextSymbol {
  const before = known.get(resource);
  if (before !== undefined) return before;
  const symbol = readSymbol(resource);
  known.set(resource, symbol);
  return symbol;
}

function readSymbol(resource: Resource): TextSymbol {
  const { document, kind, name, namespace, path } = resource;
  const titled = {
    kind: 'resource',
    name: name === '' ? kind : `${kind} ${name}`,
    detail: namespace,
  } as const;
  if (treeOf(document).root === null) {
    // Broken: of what it was when it could be read nobody knows where it stands.
    const range = { start: 0, end: document.text.length };
    return { ...titled, range, nameRange: range, children: [] };
  }
  const find = (inside: SymbolPart['path']) => rangeOfPath(document, [...path, ...inside]);
  return {
    ...titled,
    range: find([]),
    nameRange: find(['metadata', 'name']),
    children: readParts(resource.details).map((part) => ({
      kind: part.kind,
      name: part.name,
      detail: part.detail,
      range: find(part.path),
      nameRange: find(part.namePath),
      children: [],
    })),
  };
}

function shiftSymbol(symbol: TextSymbol, by: number): TextSymbol {
  return {
    ...symbol,
    range: shiftRange(symbol.range, by),
    nameRange: shiftRange(symbol.nameRange, by),
    children: symbol.children.map((child) => shiftSymbol(child, by)),
  };
}
