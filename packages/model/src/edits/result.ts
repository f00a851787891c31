/** What was computed, or why it cannot be done in words that the user understands. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** A result that holds `value`. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result that says why not: one or two sentences for the user. */
export function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
