import type { TextRange } from '../text/text-range.ts';

/** One node of a document's syntax tree. All offsets are relative to the document's text. */
export type YamlNode = YamlScalar | YamlMapping | YamlSequence | YamlAlias;

interface YamlNodeBase {
  /**
   * The whole node: anchor, tag, quotes, brackets and block scalar header included; the line
   * ending after it, and the blank lines that follow a block scalar, excluded (but those that `+`
   * keeps, which are part of its value, included).
   */
  readonly range: TextRange;
  /** Where the content begins, after anchor and tag: a quote, a bracket, `|`, or the first key. */
  readonly contentStart: number;
  /** Just after what introduces the node: `:`, `-`, `?`, `,`, `[`, `{` or `---`; 0 if nothing does. */
  readonly introEnd: number;
  /** Name of the anchor without `&`. */
  readonly anchor: string | null;
  /** The tag as written, such as `!!str`. */
  readonly tag: string | null;
}

/** A scalar; an absent value (`key:`) is one of style `empty` whose range is empty. */
export interface YamlScalar extends YamlNodeBase {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty';
  /** The characters that it stands for, after escapes and folding, before any typing. */
  readonly text: string;
  /** Of `literal` and `folded` only. */
  readonly block: YamlBlock | null;
}

/** How a block scalar is written. */
export interface YamlBlock {
  readonly chomping: 'clip' | 'strip' | 'keep';
  /** The body's lines, all trailing blank lines included. */
  readonly body: TextRange;
  /** 0-based column of the body. */
  readonly indent: number;
}

/** A mapping, in block style or in braces. */
export interface YamlMapping extends YamlNodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  /** `[a: b]` holds a mapping that has no braces of its own. */
  readonly implicit: boolean;
  readonly pairs: readonly YamlPair[];
}

/** One key of a mapping with its value; a merge key is one named `<<`. */
export interface YamlPair {
  /** Offset of `?`, or -1. */
  readonly explicit: number;
  readonly key: YamlNode;
  /** The key as Kubernetes sees it (`yes:` is "true", `0x10:` is "16"); null where it is no scalar. */
  readonly name: string | null;
  /** Offset of `:`, or -1. */
  readonly colon: number;
  readonly value: YamlNode;
}

/** A sequence, in block style or in brackets. */
export interface YamlSequence extends YamlNodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly YamlItem[];
}

/** One item of a sequence. */
export interface YamlItem {
  /** Offset of `-`, or -1 in a flow sequence. */
  readonly dash: number;
  readonly node: YamlNode;
}

/** A place that repeats an anchored node. */
export interface YamlAlias extends YamlNodeBase {
  readonly kind: 'alias';
  /** Name of the anchor without `*`. */
  readonly name: string;
}

/** A document's tree; `root` is null where the document has no content. */
export interface YamlTree {
  readonly root: YamlNode | null;
  /** Anchors that are defined, in text order (a name may be defined again). */
  readonly anchors: readonly { readonly name: string; readonly node: YamlNode }[];
  readonly aliases: readonly YamlAlias[];
}
