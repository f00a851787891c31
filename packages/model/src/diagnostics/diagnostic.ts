import type { FieldPath } from '../documents/field-path.ts';
import type { ManifestDocument } from '../documents/manifest-document.ts';
import type { Assumable } from '../resources/assumable.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { TextRange } from '../text/text-range.ts';
import type { Code } from './codes/catalogue.ts';

/** How bad it is: `error`: requests fail, or the cluster refuses it; `warning`: likely not what is meant; `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * - `wrong`: it follows from the text
 * - `unknown`: it would be wrong if nothing outside the text helped; an assumption decides
 */
export type Certainty = 'wrong' | 'unknown';

/** One finding. Plain data: two runs over the same text give equal ones. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** What is wrong, where, and what to do, in words of a beginner. */
  readonly message: string;
  /** What Istio prints for it, word for word; null where the code is not Istio's. */
  readonly istioMessage: string | null;
  /** The resource that it is about; null where the document holds none. */
  readonly resource: ResourceId | null;
  readonly document: ManifestDocument;
  readonly place: DiagnosticPlace;
  /** The code at the same place that it follows from, and goes away with; null where it stands alone. */
  readonly follows: Code | null;
  /** The other parties. */
  readonly related: readonly RelatedPlace[];
  /** What the user can say of what the text does not hold, so that another answer comes; each of them. */
  readonly settledBy: readonly Assumable[];
  /** What is needed to mend it: names, ports, hosts; the code says which. */
  readonly data: DiagnosticData;
}

/** Where in the document: a field, by its value or its key, or a range of offsets in the document's text. */
export type DiagnosticPlace =
  | { readonly path: FieldPath; readonly part: 'value' | 'key' }
  | { readonly range: TextRange };

/** Another resource that has to do with a finding. */
export interface RelatedPlace {
  readonly resource: ResourceId;
  /** Relative to the resource. */
  readonly path: FieldPath;
  /** What it has to do with it, such as `the same host is here`. */
  readonly message: string;
}

/** Plain values by name. */
export type DiagnosticData = Readonly<
  Record<string, string | number | boolean | null | FieldPath | readonly string[]>
>;
