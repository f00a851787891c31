import type { YamlNode, YamlPair } from '../../documents/yaml-node.ts';
import { lineStart } from '../../text/line-index.ts';
import type { SourceLine } from './read-lines.ts';

/** By how many columns each line has to move, so that the document is indented in one way. */
export function readShifts(
  text: string,
  root: YamlNode | null,
  lines: readonly SourceLine[],
): readonly number[] {
  const nestings = root === null ? [] : readNestings(text, root);
  const steps = {
    mapping: mostFrequent(nestings.filter(({ kind }) => kind === 'mapping')),
    sequence: mostFrequent(nestings.filter(({ kind }) => kind === 'sequence')),
  };
  const isOneWay = nestings.every(({ kind, step }) => step === steps[kind]);
  if (root === null || isOneWay) return lines.map(() => 0);
  const shifts = new Map<number, number>();
  const visit = (node: YamlNode, shift: number): void => {
    for (const { offset, value, nesting } of entriesOf(text, node)) {
      if (isFirstOfLine(text, offset)) shifts.set(lineStart(text, offset), shift);
      const change = nesting === null ? 0 : steps[nesting.kind] - nesting.step;
      visit(value, shift + change);
    }
  };
  visit(root, 0);
  return spreadShifts(lines, ({ start }) => shifts.get(lineStart(text, start)));
}

/** A list or mapping that begins below its key, and how many columns deeper than that. */
interface Nesting {
  readonly kind: 'mapping' | 'sequence';
  readonly step: number;
}

interface Entry {
  readonly offset: number;
  readonly value: YamlNode;
  /** null where the value is as far from its key or dash as it has to be. */
  readonly nesting: Nesting | null;
}

function readNestings(text: string, node: YamlNode): readonly Nesting[] {
  return entriesOf(text, node).flatMap(({ value, nesting }) => [
    ...(nesting === null ? [] : [nesting]),
    ...readNestings(text, value),
  ]);
}

/** The entries of a list or mapping in block style. */
function entriesOf(text: string, node: YamlNode): readonly Entry[] {
  if (node.kind === 'scalar' || node.kind === 'alias' || node.flow) return [];
  if (node.kind === 'sequence')
    return node.items.map(({ dash, node: value }) => ({ offset: dash, value, nesting: null }));
  return node.pairs.map((pair) => {
    const offset = pair.explicit >= 0 ? pair.explicit : pair.key.range.start;
    return { offset, value: pair.value, nesting: nestingOf(text, pair) };
  });
}

function nestingOf(text: string, { explicit, key, value }: YamlPair): Nesting | null {
  const isBlock = (value.kind === 'mapping' || value.kind === 'sequence') && !value.flow;
  if (!isBlock || explicit >= 0) return null;
  const step = columnOf(text, value.contentStart) - columnOf(text, key.range.start);
  return { kind: value.kind, step };
}

/** Of those that are equally frequent the smallest. */
function mostFrequent(nestings: readonly Nesting[]): number {
  const counts = new Map<number, number>();
  for (const { step } of nestings) counts.set(step, (counts.get(step) ?? 0) + 1);
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  return first?.[0] ?? 0;
}

/** Lines that begin no entry go with the one that they belong to, comments with what they stand above. */
function spreadShifts(
  lines: readonly SourceLine[],
  shiftOf: (line: SourceLine) => number | undefined,
): readonly number[] {
  const own = lines.map((line) => (line.isContinued ? undefined : shiftOf(line)));
  const isEntry = (index: number) => own[index] !== undefined;
  const indentOf = (index: number) => lines[index]?.indent ?? 0;
  const shifts: number[] = [];
  let below = -1;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const { kind = 'blank' } = lines[index] ?? {};
    if (isEntry(index)) below = index;
    if (kind === 'marker' || kind === 'blank') {
      shifts.push(0);
      continue;
    }
    const isAbove = kind === 'comment' && indentOf(below) === indentOf(index);
    const owner = isAbove
      ? below
      : findLastIndex(
          index,
          (at) => isEntry(at) && (kind === 'content' || indentOf(at) <= indentOf(index)),
        );
    shifts.push(own[owner] ?? 0);
  }
  return shifts.reverse();
}

/** The nearest line at or above the one at `from`; -1 where there is none. */
function findLastIndex(from: number, isMeant: (index: number) => boolean): number {
  for (let index = from; index >= 0; index -= 1) if (isMeant(index)) return index;
  return -1;
}

function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text.charCodeAt(start) === 0xfeff ? 1 : 0);
}

function isFirstOfLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).replace('\uFEFF', '').trim() === '';
}
