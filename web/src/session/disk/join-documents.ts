/** Joins texts so that each begins a document; a single one stays as it is. */
export function joinDocuments(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  return others.reduce((joined, text) => {
    const body = text.replace(/^\uFEFF/, '');
    const lineEnd = joined === '' || /[\r\n]$/.test(joined) ? '' : '\n';
    const marker = BEGINS_DOCUMENT.test(body) ? '' : '---\n';
    return `${joined}${lineEnd}${marker}${body}`;
  }, first);
}

const BEGINS_DOCUMENT = /^(?:---(?=[ \t\r\n]|$)|%YAML)/;
