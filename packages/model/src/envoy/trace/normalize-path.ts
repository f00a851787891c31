/**
 * The path as Envoy matches it, where the mesh normalizes paths as it does by default: backslashes
 * are slashes, `%41` is `A` where that needs no encoding, `.` and `..` are resolved. `//` stays.
 */
export function normalizePath(path: string): string {
  const decoded = path.replaceAll('\\', '/').replace(/%[0-9a-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(sign) ? sign : code.toUpperCase();
  });
  const kept: string[] = [];
  const parts = decoded.split('/').slice(1);
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
    if (isLast && (part === '.' || part === '..')) kept.push('');
  }
  return `/${kept.join('/')}`;
}

/** The first value of each parameter of a query, as it is sent. */
export function readQuery(query: string | null): Readonly<Record<string, string>> {
  const pairs = (query ?? '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): readonly [string, string] => {
      const sign = pair.indexOf('=');
      return sign < 0 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)];
    });
  return Object.fromEntries(pairs.toReversed());
}
