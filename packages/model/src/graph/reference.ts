import type { FieldPath } from '../documents/field-path.ts';
import type { ResourceId } from '../resources/resource.ts';

/**
 * A name in one resource that points at another one.
 * - `found`: the target is in the text, or assumed to exist
 * - `dangling`: it is not there
 * - `unknown`: it may exist outside the text (a Secret, a foreign namespace, an external host)
 */
export interface Reference {
  readonly kind:
    | 'gateway'
    | 'destination'
    | 'mirror'
    | 'subset'
    | 'delegate'
    | 'credential'
    | 'destination-rule-host'
    /** A host of a VirtualService that is a Service or ServiceEntry of the text; others are no reference. */
    | 'virtual-service-host';
  readonly from: ResourceId;
  /** The field that holds the name, relative to the resource. */
  readonly path: FieldPath;
  /** As written. */
  readonly text: string;
  readonly status: 'found' | 'dangling' | 'unknown';
  /** What it points at; where that is not there, the id that it would have. */
  readonly target: ResourceId;
}
