import type { TextRange } from '../../text/text-range.ts';

/**
 * A node of a text that may be half-written: what a reader who goes by indentation and brackets takes
 * it for. All offsets are relative to the text that was read.
 */
export type LooseNode = LooseScalar | LooseMapping | LooseSequence;

/** A text, number, alias or block of text. */
export interface LooseScalar {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'alias';
  /** What it stands for; of a block of text its header alone. */
  readonly text: string;
  /** With quotes. */
  readonly range: TextRange;
}

/** Keys and values, in lines or in braces. */
export interface LooseMapping {
  readonly kind: 'mapping';
  readonly flow: boolean;
  readonly pairs: readonly LoosePair[];
  /** From its first key or its brace on. */
  readonly range: TextRange;
}

/** A key, and what belongs to it. */
export interface LoosePair {
  readonly key: LooseScalar;
  /** Offset of the colon; -1 where none is written yet. */
  readonly colon: number;
  readonly value: LooseNode | null;
}

/** Items, behind dashes or in brackets. */
export interface LooseSequence {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly LooseItem[];
  /** From its first dash or its bracket on. */
  readonly range: TextRange;
}

/** An item of a sequence. */
export interface LooseItem {
  /** Offset of the dash; -1 in brackets. */
  readonly dash: number;
  readonly value: LooseNode | null;
}
