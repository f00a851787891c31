import { findMismatches } from '@portolan/model';
import type { CheckedRequest } from '../../session/requests/checking.ts';
import type { KeptRequest } from '../../session/requests/kept-request.ts';
import { endingOf, sayEnding } from '../../session/requests/say-ending.ts';

/** A saved request as the table shows it. */
export interface RequestRow {
  readonly kept: KeptRequest;
  /** null: it has not been sent yet. */
  readonly checked: CheckedRequest | null;
}

/** A row for each saved request, with what came of it as far as that is known. */
export function toRows(
  requests: readonly KeptRequest[],
  results: readonly CheckedRequest[],
): readonly RequestRow[] {
  const byId = new Map(results.map((checked) => [checked.kept.id, checked]));
  return requests.map((kept) => {
    const sent = byId.get(kept.id);
    if (sent?.kept.request !== kept.request) return { kept, checked: null };
    // What it is expected to come to may have been changed just now.
    const mismatches = findMismatches(sent.trace, kept.expect);
    return { kept, checked: { kept, trace: sent.trace, mismatches } };
  });
}

/** Whether a saved request does not end as it is expected to. */
export function isChanged({ checked }: RequestRow): boolean {
  return checked !== null && checked.mismatches.length > 0;
}

/** How a saved request ends now, in few words; null where it has not been sent yet. */
export function endsNow({ kept, checked }: RequestRow): string | null {
  return checked && sayEnding(endingOf(checked.trace, kept.expect));
}
