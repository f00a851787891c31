import type { Resource } from '../../resources/resource.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { GroupCheck, ResourceCheck } from './check.ts';
import type { Slot } from './slots.ts';

/** What is asked of one resource, or of one group: the smallest thing that runs again. Changes in place. */
export type Unit = ResourceUnit | GroupUnit;

interface UnitBase {
  /** Where it looked when it last ran. */
  needs: readonly Slot[];
  /** What it said when it last ran. */
  diagnostics: readonly Diagnostic[];
}

/** Checks of one resource: one that reads others, or all those that read none. */
export interface ResourceUnit extends UnitBase {
  readonly checks: readonly ResourceCheck[];
  readonly entry: Entry;
}

/** A check of the resources that share a key. */
export interface GroupUnit extends UnitBase {
  readonly check: GroupCheck;
  readonly slot: Slot;
}

/** A resource as the checks know it. Changes in place. */
export interface Entry {
  /** The one that counts: of several with this id the last in the text. */
  resource: Resource;
  /** The others, in text order. */
  replaced: readonly Resource[];
  /** The slots that hold it. */
  slots: readonly Slot[];
  units: readonly ResourceUnit[];
}
