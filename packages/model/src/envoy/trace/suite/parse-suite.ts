import { parseDocument } from '../../../documents/parse-document.ts';
import { splitDocuments } from '../../../documents/split-documents.ts';
import { type ReadSuite, readSuite } from './read-suite.ts';

/** Reads saved requests from YAML or JSON, as `portolan trace --suite` takes them; never throws. */
export function parseSuite(text: string): ReadSuite {
  if (splitDocuments(text).length > 1)
    return { ok: false, problems: ['It holds several documents. Keep one.'] };
  const { status, value, problems } = parseDocument(text);
  if (status === 'parsed' || status === 'empty') return readSuite(value);
  const why = `This is not YAML or JSON. ${problems[0]?.message ?? ''}`;
  return { ok: false, problems: [why.trim()] };
}
