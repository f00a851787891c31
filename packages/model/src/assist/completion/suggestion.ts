import type { TextEdit } from '../../text/text-edit.ts';
import type { TextRange } from '../../text/text-range.ts';

/** A place that the cursor goes to in what was inserted, with what stands there until something is typed. */
export interface TabStop {
  /** The first is 1; 0 is where the cursor ends. Stops of one number say the same. */
  readonly stop: number;
  readonly text: string;
}

/** Something that can be written at the cursor. */
export interface Suggestion {
  readonly label: string;
  /**
   * - `field`: a key of the kind
   * - `value`: one of the values that a field may have
   * - `name`: something that is there in the text
   * - `snippet`: several lines
   */
  readonly kind: 'field' | 'value' | 'name' | 'snippet';
  /** A few words beside the label; may be empty. */
  readonly detail: string;
  /** Markdown; may be empty. */
  readonly documentation: string;
  /** What it replaces, in the whole text: within one line, with the cursor in it. */
  readonly range: TextRange;
  readonly insert: readonly (string | TabStop)[];
  /** What has to be typed to find it. */
  readonly filter: string;
  /** What has to be written elsewhere with it. */
  readonly also: readonly TextEdit[];
  readonly isDeprecated: boolean;
  /** Whether the next thing to choose follows at once. */
  readonly goesOn: boolean;
}

/** The text that a suggestion writes when nothing is typed over its stops. */
export function insertedText({ insert }: Pick<Suggestion, 'insert'>): string {
  return insert.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
