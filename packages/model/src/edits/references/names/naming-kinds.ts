import type { NameForm } from '../name-form.ts';

/** Fields of some kinds that name other resources. */
export interface NamingKinds {
  /** As ids have them: `Kind` or `Kind.group`. */
  readonly kinds: readonly string[];
  /** Where it says what these fields hold. */
  readonly source: string;
  /** Patterns of field paths (see `FieldPattern`), and how a name is written there. */
  readonly names: readonly (readonly [pattern: string, form: NameForm])[];
}
