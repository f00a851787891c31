import type { YamlNode } from '../../documents/yaml-node.ts';
import { lineEnd, nextLineStart } from '../../text/line-index.ts';

/** A line of a document. */
export interface SourceLine {
  /** Offset of its first letter, behind a byte order mark. */
  readonly start: number;
  /** Offset of its line ending. */
  readonly end: number;
  /** How many spaces it begins with. */
  readonly indent: number;
  readonly kind: 'content' | 'comment' | 'blank' | 'marker';
  /** Goes on with what the line before began: a text, or something in brackets. */
  readonly isContinued: boolean;
  /** Its ending is part of a text, and so are the spaces in front of it. */
  readonly endsInText: boolean;
}

/** The lines of a document with this tree. */
export function readLines(text: string, root: YamlNode | null): readonly SourceLine[] {
  const inside = rangesInside(root);
  const texts = inside.filter(({ isText }) => isText);
  const covers = (ranges: readonly Inside[]) => {
    let next = 0;
    return (offset: number) => {
      while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
      return (ranges[next]?.start ?? Number.POSITIVE_INFINITY) <= offset;
    };
  };
  const isContinued = covers(inside);
  const endsInText = covers(texts);
  const lines: SourceLine[] = [];
  for (let at = 0; at < text.length; at = nextLineStart(text, at)) {
    const start = text.charCodeAt(at) === 0xfeff ? at + 1 : at;
    const end = lineEnd(text, at);
    const line = text.slice(start, end);
    const indent = line.length - line.replace(/^ +/, '').length;
    const isPart = endsInText(end);
    const goesOn = isContinued(at);
    const isBlank = line.trim() === '' && !isPart;
    const kind = isBlank ? 'blank' : goesOn ? 'content' : kindOf(line);
    lines.push({ start, end, indent, kind, isContinued: goesOn, endsInText: isPart });
  }
  return lines;
}

function kindOf(line: string): SourceLine['kind'] {
  if (/^(?:---|\.\.\.)(?:\s|$)|^%/.test(line)) return 'marker';
  return /^\s*#/.test(line) ? 'comment' : 'content';
}

interface Inside {
  /** Behind the first letter, so that its own line does not count as one that goes on. */
  readonly start: number;
  readonly end: number;
  readonly isText: boolean;
}

/** What may take several lines of its own, in text order: texts, and what is in brackets. */
function rangesInside(node: YamlNode | null): readonly Inside[] {
  if (node === null || node.kind === 'alias') return [];
  if (node.kind === 'scalar') {
    if (node.style === 'empty') return [];
    const { start, end } = node.block?.body ?? {
      start: node.contentStart + 1,
      end: node.range.end,
    };
    return [{ start, end, isText: true }];
  }
  const parts =
    node.kind === 'mapping'
      ? node.pairs.flatMap(({ key, value }) => [...rangesInside(key), ...rangesInside(value)])
      : node.items.flatMap((item) => rangesInside(item.node));
  if (!node.flow) return parts;
  return [{ start: node.contentStart + 1, end: node.range.end, isText: false }, ...parts];
}
