/** A place in a value: mapping keys and 0-based sequence indexes, such as `['spec', 'http', 0]`. */
export type FieldPath = readonly (string | number)[];

/** The path as people write it: `spec.http[0].route`; keys that hold other signs than letters, digits, `-` and `_` are quoted. */
export function formatFieldPath(path: FieldPath): string {
  let result = '';
  for (const step of path) {
    if (typeof step === 'number') result += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) result += result === '' ? step : `.${step}`;
    else result += `[${JSON.stringify(step)}]`;
  }
  return result;
}
