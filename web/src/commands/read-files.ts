/** The text of the files that were read, or why one could not be. */
export type ReadFilesResult =
  | { readonly ok: true; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * Reads files as one text. A single one is read byte for byte; several are joined as documents, in
 * the order of their names.
 */
export async function readManifestFiles(files: readonly File[]): Promise<ReadFilesResult> {
  const sorted = [...files].sort((left, right) => (left.name < right.name ? -1 : 1));
  const texts: string[] = [];
  for (const file of sorted) {
    if (file.size > LARGEST_BYTES) {
      return { ok: false, reason: `${file.name} is larger than 64 MB. Open a part of it.` };
    }
    const text = await readText(file);
    if (text === null) {
      const reason = `${file.name} is not a text file in UTF-8, so it was not opened.`;
      return { ok: false, reason };
    }
    texts.push(text);
  }
  const [first] = sorted;
  const others = sorted.length - 1;
  const name = `${first?.name ?? 'sketch'}${others > 0 ? ` and ${others} more` : ''}`;
  return { ok: true, name, text: joinDocuments(texts) };
}

/** Joins texts so that each begins a document; a single one stays as it is. */
export function joinDocuments(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  return others.reduce((joined, text) => {
    const body = text.replace(/^\uFEFF/, '');
    const lineEnd = joined === '' || /[\r\n]$/.test(joined) ? '' : '\n';
    const marker = /^(---|%YAML)/.test(body) ? '' : '---\n';
    return `${joined}${lineEnd}${marker}${body}`;
  }, first);
}

/** null: not UTF-8, or it can't be read (a folder). */
async function readText(file: File): Promise<string | null> {
  try {
    const bytes = await file.arrayBuffer();
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}
