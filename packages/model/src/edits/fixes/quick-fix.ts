import type { Code } from '../../diagnostics/codes/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FieldPath } from '../../documents/field-path.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';

/** A way out of a finding: commands that the user could have given, carried out as one step. */
export interface QuickFix {
  /** What it does, as a menu says it: `Create the Gateway edge`. */
  readonly title: string;
  /** Each is planned on what the ones before it made. */
  readonly commands: readonly EditCommand[];
}

/** A finding as a fixer gets it: the resource is the one of the snapshot. */
export interface Fixable {
  readonly snapshot: Snapshot;
  readonly diagnostic: Diagnostic;
  readonly resource: Resource;
  /** The finding's field, relative to the resource. */
  readonly path: FieldPath;
}

/** The ways out of the findings of some codes, the best first; none where there is no sure one. */
export type Fixer = (fixable: Fixable) => readonly QuickFix[];

/** The fixers of a subject, by code. */
export type FixerTable = Partial<Readonly<Record<Code, Fixer>>>;
