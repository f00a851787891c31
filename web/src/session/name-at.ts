import { resourceAt, type Snapshot, type TextRange } from '@portolan/model';

/** What all of a range of the text belongs to, such as "VirtualService shop"; null where that is no one resource. */
export function nameAt(snapshot: Snapshot, { start, end }: TextRange): string | null {
  const resource = resourceAt(snapshot, start);
  if (resource === undefined || resourceAt(snapshot, end) !== resource) return null;
  return `${resource.kind} ${resource.name}`;
}
