import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { YamlNode, YamlPair } from '../../documents/yaml-node.ts';
import { lineEnd } from '../../text/line-index.ts';
import type { CollectionPlace } from './field-place.ts';
import { flowPaddingOf } from './flow-padding.ts';
import { columnOf, lineBreakOf } from './source-lines.ts';

/** Which quotes a string gets that needs some. */
export type QuoteStyle = 'single' | 'double';

/** How new text is written. */
export interface WritingStyle {
  /** Spaces per level. */
  readonly indent: number;
  /** Whether the dashes of a sequence stand in the column of its key. */
  readonly sequencesAtKey: boolean;
  /** For strings that need quotes. */
  readonly quote: QuoteStyle;
  readonly lineBreak: string;
  /** Everything double-quoted and in brackets, so that it stays JSON. */
  readonly json: boolean;
  /** Whether braces, and brackets, have a space inside: `{ a: 1 }`, `[ a ]`. */
  readonly padding: FlowPadding;
  /** Whether strings of several lines may be written as `|` blocks. */
  readonly blockScalars: boolean;
}

/** Whether a space stands inside of each kind of flow collection. */
export interface FlowPadding {
  readonly braces: boolean;
  readonly brackets: boolean;
}

/** What the nodes of a document say about its style: how often each way occurs. */
interface StyleVotes {
  readonly indents: Map<number, number>;
  atKey: number;
  deeper: number;
  single: number;
  double: number;
  readonly braces: PaddingVotes;
  readonly brackets: PaddingVotes;
}

interface PaddingVotes {
  padded: number;
  tight: number;
}

const votesOf = new WeakMap<ManifestDocument, StyleVotes>();

/**
 * The style of the first of `documents` by majority; what it does not show is taken from the
 * others, and in the end is 2 spaces, dashes at the key, double quotes, and no space in brackets.
 */
export function styleOf(documents: readonly ManifestDocument[]): WritingStyle {
  const votes = documents.map(collectVotes);
  const [first] = documents;
  const json = first !== undefined && isJson(first);
  return {
    indent: (json ? jsonIndent(first.text) : firstAnswer(votes, commonIndent)) ?? 2,
    sequencesAtKey:
      firstAnswer(votes, ({ atKey, deeper }) =>
        atKey + deeper === 0 ? undefined : atKey > deeper,
      ) ?? true,
    quote:
      firstAnswer(votes, ({ single, double }) =>
        single + double === 0 ? undefined : single > double ? 'single' : 'double',
      ) ?? 'double',
    lineBreak: lineBreakOf(documents.find(({ text }) => /[\r\n]/.test(text))?.text ?? ''),
    json,
    padding: {
      braces: firstAnswer(votes, ({ braces }) => majorityOf(braces)) ?? false,
      brackets: firstAnswer(votes, ({ brackets }) => majorityOf(brackets)) ?? false,
    },
    blockScalars: true,
  };
}

function majorityOf({ padded, tight }: PaddingVotes): boolean | undefined {
  return padded + tight === 0 ? undefined : padded > tight;
}

/** `style` as the mapping or sequence at `place` and what is around it show it. */
export function styleAround(
  text: string,
  place: CollectionPlace,
  style: WritingStyle,
): WritingStyle {
  for (let around: CollectionPlace | null = place; around !== null; around = around.parent) {
    const own = sequenceStyleIn(text, around.node);
    if (own !== undefined) {
      return { ...style, sequencesAtKey: own };
    }
  }
  return style;
}

function sequenceStyleIn(text: string, node: YamlNode): boolean | undefined {
  if (node.kind !== 'mapping' || node.flow) {
    return undefined;
  }
  const pair = node.pairs.findLast(({ value }) => value.kind === 'sequence' && !value.flow);
  const depth = pair && childDepth(text, pair);
  return depth === undefined ? undefined : depth === 0;
}

/** How much deeper than its key a block collection stands; undefined where it is on the key's line. */
function childDepth(text: string, pair: YamlPair): number | undefined {
  const { value } = pair;
  const isBlock = (value.kind === 'mapping' || value.kind === 'sequence') && !value.flow;
  if (!isBlock || pair.explicit >= 0 || value.contentStart <= lineEnd(text, pair.colon)) {
    return undefined;
  }
  return columnOf(text, value.contentStart) - columnOf(text, pair.key.range.start);
}

function collectVotes(document: ManifestDocument): StyleVotes {
  const known = votesOf.get(document);
  if (known !== undefined) {
    return known;
  }
  const votes: StyleVotes = {
    indents: new Map(),
    atKey: 0,
    deeper: 0,
    single: 0,
    double: 0,
    braces: { padded: 0, tight: 0 },
    brackets: { padded: 0, tight: 0 },
  };
  const root = document.status === 'parsed' ? treeOf(document).root : null;
  if (root !== null) {
    vote(document.text, root, votes);
  }
  votesOf.set(document, votes);
  return votes;
}

function vote(text: string, node: YamlNode, votes: StyleVotes): void {
  const isPadded = flowPaddingOf(text, node);
  if (isPadded !== undefined) {
    const ofKind = node.kind === 'mapping' ? votes.braces : votes.brackets;
    isPadded ? ofKind.padded++ : ofKind.tight++;
  }
  if (node.kind === 'mapping') {
    for (const pair of node.pairs) {
      const depth = node.flow ? undefined : childDepth(text, pair);
      if (depth !== undefined && pair.value.kind === 'sequence') {
        depth === 0 ? votes.atKey++ : votes.deeper++;
      }
      if (depth !== undefined && depth > 0) {
        votes.indents.set(depth, (votes.indents.get(depth) ?? 0) + 1);
      }
      vote(text, pair.value, votes);
    }
  } else if (node.kind === 'sequence') {
    for (const item of node.items) {
      vote(text, item.node, votes);
    }
  } else if (node.kind === 'scalar') {
    votes.single += node.style === 'single' ? 1 : 0;
    votes.double += node.style === 'double' ? 1 : 0;
  }
}

function commonIndent({ indents }: StyleVotes): number | undefined {
  const byCount = [...indents].sort(([a, m], [b, n]) => n - m || a - b);
  return byCount[0]?.[0];
}

function firstAnswer<T>(
  votes: readonly StyleVotes[],
  ask: (votes: StyleVotes) => T | undefined,
): T | undefined {
  for (const one of votes) {
    const answer = ask(one);
    if (answer !== undefined) {
      return answer;
    }
  }
  return undefined;
}

function jsonIndent(text: string): number | undefined {
  return /[[{][ \t]*\r?\n( +)\S/.exec(text)?.[1]?.length;
}

/** Whether the document is JSON, not only YAML. */
export function isJson(document: ManifestDocument): boolean {
  const root = document.status === 'parsed' ? treeOf(document).root : null;
  if (root === null || root.kind === 'scalar' || root.kind === 'alias' || !root.flow) {
    return false;
  }
  try {
    JSON.parse(document.text.replace(/^\ufeff?(?:---)?/, ''));
    return true;
  } catch {
    return false;
  }
}
