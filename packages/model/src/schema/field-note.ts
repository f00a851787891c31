import type { FieldFormat, KeyFormat } from './field-format.ts';

/** What the published types do not say of a field, and the documentation does. */
export interface FieldNote {
  readonly format?: FieldFormat;
  /** Of a map. */
  readonly keyFormat?: KeyFormat;
  readonly defaultValue?: string;
  /** In place of the published one, where that is missing or says nothing. */
  readonly description?: string;
  readonly deprecation?: string;
  /** Of an object: choices between its fields that only Istio's own validation knows. */
  readonly choices?: readonly (readonly string[])[];
}

/** Notes by path. A path that begins with `**.` is the end of a path: `**.tls.mode`. */
export type FieldNotes = Readonly<Record<string, FieldNote>>;

/** The notes on one kind. */
export interface KindNotes {
  readonly group: string;
  readonly kind: string;
  /** The fields that most people meet, in the order in which they are shown. Paths as in `FieldNotes`. */
  readonly common: readonly string[];
  readonly notes: FieldNotes;
}
