/** A value that may be meant, before it is written in YAML. */
export interface ValueIdea {
  readonly value: string | number | boolean;
  /** A few words on what it is; may be empty. */
  readonly detail: string;
  /** Whether it names something that is there. */
  readonly isName: boolean;
}

/** A value that names something of the text. */
export function nameIdea(value: string | number, detail: string): ValueIdea {
  return { value, detail, isName: true };
}

/** A value that is always allowed. */
export function plainIdea(value: string | number | boolean, detail = ''): ValueIdea {
  return { value, detail, isName: false };
}
