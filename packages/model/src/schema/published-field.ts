/** Bounds of a value, as far as the published schema has them. */
export interface PublishedLimits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Of a list or map. */
  readonly minItems?: number;
  readonly maxItems?: number;
  /** A regular expression as JSON Schema has them. */
  readonly pattern?: string;
}

/** A field as its package publishes it. Numbers that name other fields are places in the pool. */
export interface PublishedField {
  readonly type:
    | 'string'
    | 'integer'
    | 'number'
    | 'boolean'
    | 'object'
    | 'map'
    | 'list'
    | 'union'
    | 'any';
  readonly types?: readonly ('string' | 'integer' | 'number')[];
  readonly description?: string;
  readonly values?: readonly string[];
  readonly limits?: PublishedLimits;
  readonly fields?: Readonly<Record<string, number>>;
  readonly required?: readonly string[];
  readonly choices?: readonly { readonly of: readonly string[]; readonly required?: true }[];
  readonly items?: number;
}

/** A kind in one version; `root` is the index of its fields in the pool. */
export interface PublishedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly root: number;
}

/** All kinds that are known, and the fields that they are made of. */
export interface PublishedFields {
  /** The pool: every distinct field once, however many kinds have it. */
  readonly fields: readonly PublishedField[];
  /** The newest version of a kind first. */
  readonly kinds: readonly PublishedKind[];
}
