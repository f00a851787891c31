import type { FieldFormat, KeyFormat } from './field-format.ts';
import type { PublishedLimits } from './published-field.ts';

/** What stands at a field. A `union` takes several scalar types, a `map` has keys that the user names. */
export type FieldType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'object'
  | 'map'
  | 'list'
  | 'union'
  | 'any';

/** Fields of one object of which only one may be there. */
export interface FieldChoice {
  readonly of: readonly string[];
  /** Whether one of them has to be there. */
  readonly required: boolean;
}

/** A field of a kind, as the inspector, the completion and the diagnostics need it. */
export interface Field {
  /** Its key; `[]` for the items of a list, `{}` for the values of a map, empty for the resource itself. */
  readonly name: string;
  /** Its place in the kind: `spec.http[].match[].headers{}.exact`. */
  readonly path: string;
  readonly type: FieldType;
  /** The types of a value: several for a `union`, else one or none. */
  readonly types: readonly ('string' | 'integer' | 'number' | 'boolean')[];
  /** Markdown, in the words of the kind's makers where they have any; may be empty. */
  readonly description: string;
  /** The values that are allowed; empty where any is. */
  readonly values: readonly string[];
  /** What counts when the field is not there, where that is documented. */
  readonly defaultValue: string | null;
  readonly required: boolean;
  /** The choice that it is part of: its siblings in it must not stand beside it. */
  readonly choice: FieldChoice | null;
  readonly format: FieldFormat | null;
  /** Of a map: what its keys look like. */
  readonly keyFormat: KeyFormat | null;
  /** Why not to use it any more, and what instead; null where it is in use. */
  readonly deprecation: string | null;
  /** Whether most people who write the object around it meet it. */
  readonly isCommon: boolean;
  readonly limits: PublishedLimits;
  /** Of an object: its fields, the common ones first. */
  readonly fields: readonly Field[];
  /** Of a list or map: what each item or value is. */
  readonly items: Field | null;
}
