import type { Snapshot } from '../../snapshot.ts';
import { shiftRange } from '../../text/text-range.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';
import { formatDocument } from './format-document.ts';

/**
 * Takes spaces away from the ends of lines, and gives documents that are indented now so and now so
 * one indentation: the one that is the most frequent in them. What the text means stays as it is.
 */
export function planFormat(snapshot: Snapshot): PlanResult {
  const { documents, starts, version } = snapshot;
  const formatted = documents.map((document, index) => ({
    edits: formatDocument(document),
    start: starts[index] ?? 0,
  }));
  const changed = formatted.flatMap(({ edits, start }) =>
    edits === null || edits.length === 0 ? [] : [{ edits, start }],
  );
  if (changed.length === 0) {
    if (formatted.some(({ edits }) => edits === null)) return refuse(UNSURE);
    const isRead = documents.every(({ status }) => status === 'parsed' || status === 'empty');
    return refuse(isRead ? NOTHING : NOTHING_READ);
  }
  const edits = changed.flatMap((one) =>
    one.edits.map(({ range, newText }) => ({ range: shiftRange(range, one.start), newText })),
  );
  const what = changed.length === 1 ? 'a document' : `${changed.length} documents`;
  return {
    ok: true,
    plan: { version, label: `Format ${what}`, edits, renamed: [], reveal: null },
  };
}

const NOTHING =
  'There is nothing to format: no line ends in spaces, and each document is indented in one way.';
const NOTHING_READ =
  'There is nothing to format. Documents that cannot be read as YAML are left as they are: mend them first.';
const UNSURE =
  'Nothing was formatted: with other spaces, a document would say something else. It stays as it is.';
