import type { Resource } from './resource.ts';
import { recordField, textField } from './tolerant-value.ts';

/** When the cluster made the resource, in milliseconds since 1970; null where it does not say so. */
export function createdAt({ value }: Resource): number | null {
  const text = textField(recordField(value, 'metadata'), 'creationTimestamp');
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
