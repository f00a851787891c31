import type { FieldPath } from '../../documents/field-path.ts';
import type { Assumable } from '../../resources/assumable.ts';
import type { Assumptions } from '../../resources/assumptions.ts';
import type { Resource } from '../../resources/resource.ts';
import type { FieldDictionary } from '../../schema/field-dictionary.ts';
import type { RegexMatch } from '../../schema/values/regex-match.ts';
import type { RegexCheck, RegexError } from '../../schema/values/regex-rules.ts';
import type { Code } from '../codes/catalogue.ts';
import type { Certainty, DiagnosticData, RelatedPlace, Severity } from '../diagnostic.ts';
import type { Relation } from './relation.ts';

/** A check: one file, one question. Adding one: CONTRIBUTING.md. */
export type Check = ResourceCheck | GroupCheck;

interface CheckBase {
  /** Unique; the file's name without `.ts`. */
  readonly name: string;
  /** What it may report. */
  readonly codes: readonly Code[];
  /** By what it finds other resources; nothing else can be found. */
  readonly reads: readonly Relation[];
}

/** Asks a question of each resource of some kinds. */
export interface ResourceCheck extends CheckBase {
  /** The kinds, as ids begin; `every` for all. */
  readonly about: readonly string[] | 'every';
  /** Called again when the resource changed, or what it found. */
  readonly run: (resource: Resource, lookup: Lookup, report: Report) => void;
}

/** Asks a question of all resources that have a key in common: cheaper than each asking about each. */
export interface GroupCheck extends CheckBase {
  readonly about: Relation;
  /** Called for keys that at least two resources have; findings are about any of them. */
  readonly runGroup: (group: Group, lookup: Lookup, report: Report) => void;
}

/** Resources that have a key of a relation in common, sorted by id. */
export interface Group {
  readonly key: string;
  readonly resources: readonly Resource[];
}

/** What a check sees of the rest. */
export interface Lookup {
  readonly assumptions: Assumptions;
  /** The time for which is asked, in milliseconds since 1970: certificates expire. */
  readonly now: number;
  /** null until they are loaded: structure and regular expressions are checked then. */
  readonly schema: Schema | null;
  /** Resources with the same id as the one that is asked about, before it in the text: it replaces them. */
  readonly replaced: readonly Resource[];
  /**
   * The resources with this key, sorted by id; of those with the same id the one that counts, the
   * last in the text. The check runs again when they become others.
   */
  readonly find: (relation: Relation, key: string) => readonly Resource[];
}

/** What is loaded on demand. */
export interface Schema {
  readonly dictionary: FieldDictionary;
  readonly checkRegex: RegexCheck;
  /** The same in the words that Istio prints. */
  readonly regexError: RegexError;
  readonly matchRegex: RegexMatch;
}

/** A finding as a check says it; what the catalogue knows is left out. */
export interface Finding {
  readonly code: Code;
  readonly resource: Resource;
  /** Relative to the resource. */
  readonly path: FieldPath;
  readonly message: string;
  /** Whether the place is the field's key; its value if absent. */
  readonly part?: 'value' | 'key';
  /** The catalogue's if absent. */
  readonly severity?: Severity;
  /** `wrong` if absent. What is `unknown` is never an error. */
  readonly certainty?: Certainty;
  /** What Istio's message template of this code is filled with; see `formatGo`. */
  readonly args?: readonly GoValue[];
  /** The finding at the same place that this one follows from, so that nobody has to see both. */
  readonly follows?: Code | null;
  readonly related?: readonly RelatedPlace[];
  /** The assumptions that change the answer, each of them. */
  readonly settledBy?: readonly Assumable[];
  readonly data?: DiagnosticData;
}

/** A value as Go prints it. */
export type GoValue = string | number | readonly string[];

/** Takes a finding. */
export type Report = (finding: Finding) => void;
