/** The path of a URL or of a host with a path, from its slash on; null where it is none of the two. */
export function pathOfUrl(text: string): string | null {
  const [, path] = /^(?:[a-z]+:\/\/[^/\s]+|[^/\s]+\.[^/\s]+)(\/\S*)$/i.exec(text) ?? [];
  return path ?? null;
}

/** The parameters of a query, or null where there is something else. */
export function readQuery(query: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [, name, value] = /^([\w.-]+)=([\w.-]*)$/.exec(pair) ?? [];
    if (name === undefined || value === undefined || found.has(name)) return null;
    found.set(name, value);
  }
  return found;
}

/** What was meant by a pattern where letters are compared: what it is called now, and its text. */
export interface PathPattern {
  readonly kind: 'prefix' | 'regex';
  readonly text: string;
}

/** A pattern such as `/api/*`, `^/api` or `/users/{id}` as Istio has it. */
export function readPattern(kind: string, text: string): PathPattern | null {
  const [, stem] = /^\^?(\/[\w./-]*?)(?:\.?\*{1,2}\$?)?$/.exec(text) ?? [];
  if (stem !== undefined && !/\.(?!\w)/.test(stem) && text !== stem)
    return { kind: 'prefix', text: stem };
  const template = text.replace(/\{\w+\}/g, '[^/]+');
  if (template !== text)
    return /[{}()\\|^$*]/.test(text.replace(/\{\w+\}/g, '')) ? null : open(kind, template);
  if (!/^\^?\//.test(text) || !isRegex(text)) return null;
  return open(kind, text.replace(/^\^/, '').replace(/\$$/, ''));
}

function open(kind: string, text: string): PathPattern {
  return { kind: 'regex', text: kind === 'prefix' && !text.endsWith('.*') ? `${text}.*` : text };
}

/** Signs that only regular expressions have; a lone star is one of other patterns. */
function isRegex(text: string): boolean {
  return /\.\*|\\|\[[^\]]+\]|\([^)]*\)|[^/]\+/.test(text) && !/(?:^|[^.\])])\*/.test(text);
}
