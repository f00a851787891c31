import { structuredPatch } from 'diff';

/** A line of a comparison: in both, only in the second, only in the first, or where unchanged lines are left out. */
export interface ComparedLine {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
}

/** Two texts line by line, and how many lines only one of them has. */
export interface Comparison {
  readonly lines: readonly ComparedLine[];
  readonly added: number;
  readonly removed: number;
}

const CONTEXT_LINES = 3;
/** Texts with nothing in common take long to compare, and nobody reads the outcome. */
const PATIENCE_MILLISECONDS = 500;

const KINDS: Readonly<Record<string, ComparedLine['kind']>> = {
  ' ': 'same',
  '+': 'added',
  '-': 'removed',
};

/** What has to change in `before` to become `after`, with a few lines around; null where they differ too much. */
export function compareTexts(before: string, after: string): Comparison | null {
  const patch = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT_LINES,
    timeout: PATIENCE_MILLISECONDS,
  });
  if (patch === undefined) return null;
  const lines = patch.hunks.flatMap((hunk, index): readonly ComparedLine[] => [
    ...(index === 0 ? [] : [{ kind: 'gap', text: '' } as const]),
    ...hunk.lines.flatMap((line) => {
      const kind = KINDS[line.charAt(0)];
      return kind === undefined ? [] : [{ kind, text: line.slice(1) }];
    }),
  ]);
  const count = (kind: ComparedLine['kind']) => lines.filter((line) => line.kind === kind).length;
  return { lines, added: count('added'), removed: count('removed') };
}

/** Such as "1 line". */
export function countLines(count: number): string {
  return `${count} line${count === 1 ? '' : 's'}`;
}
