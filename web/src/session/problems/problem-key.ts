import type { Diagnostic } from '@portolan/model';

/** The same finding again after the text has changed elsewhere has the same key. */
export function problemKey({ code, resource, place, message }: Diagnostic): string {
  return JSON.stringify([code, resource, place, message]);
}
