import { MAX_DEPTH } from './read-events.ts';

/** What an alias stands for, or why it may not be used. */
export type AliasResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly limit: boolean; readonly message: string };

/** The anchors of one document while its value is constructed, top to bottom. */
export class AliasTable {
  readonly #anchors = new Map<string, Anchor>();
  readonly #measures = new Map<unknown, Measure>();
  #nodesThroughAliases = 0;

  /** An anchored collection begins. */
  open(name: string): Anchor {
    const anchor = { value: undefined, isOpen: true };
    this.#anchors.set(name, anchor);
    return anchor;
  }

  /** It is complete. */
  close(anchor: Anchor, value: unknown): void {
    anchor.value = value;
    anchor.isOpen = false;
    this.#measures.set(value, this.#measure(value));
  }

  /** An anchored scalar. */
  define(name: string, value: unknown): void {
    this.#anchors.set(name, { value, isOpen: false });
  }

  /** Counts what the alias adds to the value, so that walking the value stays cheap for everybody. */
  use(name: string): AliasResult {
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) return refuse(unknownAnchor(name));
    if (anchor.isOpen) {
      return refuse(
        `\`*${name}\` stands inside of what it is an alias of. Remove it, or write the value out.`,
      );
    }
    const { nodes, depth } = this.#measure(anchor.value);
    this.#nodesThroughAliases += nodes;
    if (this.#nodesThroughAliases > MAX_NODES || depth > MAX_DEPTH) {
      const message = `The aliases of this document multiply to too many values (over ${MAX_NODES}, or nested deeper than ${MAX_DEPTH}). Kubernetes refuses such documents: write the values out.`;
      return { ok: false, limit: true, message };
    }
    return { ok: true, value: anchor.value };
  }

  // Recursion ends at anchored collections, which were measured before: it is never deeper than the text nests.
  #measure(value: unknown): Measure {
    if (typeof value !== 'object' || value === null) return SCALAR_MEASURE;
    const known = this.#measures.get(value);
    if (known) return known;
    let nodes = 1;
    let depth = 0;
    for (const child of Object.values(value)) {
      const measure = this.#measure(child);
      nodes += measure.nodes;
      depth = Math.max(depth, measure.depth);
    }
    return { nodes, depth: depth + 1 };
  }
}

interface Anchor {
  value: unknown;
  isOpen: boolean;
}

interface Measure {
  readonly nodes: number;
  readonly depth: number;
}

const SCALAR_MEASURE: Measure = { nodes: 1, depth: 0 };
const MAX_NODES = 100_000;

function refuse(message: string): AliasResult {
  return { ok: false, limit: false, message };
}

function unknownAnchor(name: string): string {
  return `A \`*\` in front of a word makes it an alias, and there is no anchor \`&${name}\` above. If a text is meant, put it in quotes: "*${name}".`;
}
