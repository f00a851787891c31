import type { TextRange } from '../text/text-range.ts';

/**
 * - `parsed`: YAML with content
 * - `empty`: no content, or only comments, or `null`
 * - `template`: holds Helm or Go template actions (`{{ … }}`) outside strings and comments; left alone
 * - `broken`: not YAML, or YAML that Kubernetes refuses
 */
export type DocumentStatus = 'parsed' | 'empty' | 'template' | 'broken';

/** One document of the text. Documents tile the text: joined in order they are the text, byte for byte. */
export interface ManifestDocument {
  /** The slice with its markers and comments, as a string of its own (it keeps no larger text alive). */
  readonly text: string;
  readonly status: DocumentStatus;
  /**
   * The value as Kubernetes reads it (sigs.k8s.io/yaml): plain objects, arrays, strings, numbers,
   * booleans, null. `undefined` unless `parsed`. Aliases may share objects; never cyclic.
   */
  readonly value: unknown;
  /** What is wrong with it as YAML; ranges are relative to the document. */
  readonly problems: readonly DocumentProblem[];
  /** Of a broken document, or one that became a template: what it was when it last parsed, where that is known. */
  readonly lastGood: ManifestDocument | null;
}

/** What is wrong with a document, and where. */
export interface DocumentProblem {
  readonly code:
    | 'yaml-syntax'
    | 'yaml-duplicate-key'
    | 'yaml-limit'
    | 'yaml-template'
    | 'yaml-kubectl';
  readonly severity: 'error' | 'warning' | 'info';
  /** One or two sentences for a beginner: what is wrong here, and what to do. */
  readonly message: string;
  /** Offsets in the document's text, not in the whole text. */
  readonly range: TextRange;
}
