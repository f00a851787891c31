/**
 * Whether a value is one that a shell or another tool puts something else for before it is applied:
 * `$HOST`, `${HOST}`, `$(HOST)`, `<your-host>`, `__HOST__`.
 */
export function isFilledInLater(value: unknown): boolean {
  return typeof value === 'string' && /\$[{(]\w|\$[A-Z]\w+|^<[^<>]+>$|^__\w+__$/.test(value);
}
