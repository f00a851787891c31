import type { TopologyNode } from '../../graph/topology.ts';
import type { Phrase } from '../rows/describe-match.ts';
import type {
  CredentialRow,
  HostsRow,
  NodeRow,
  NoteRow,
  ServerRow,
  SplitRow,
} from '../rows/node-row.ts';
import { ROW_METRICS } from '../rows/row-metrics.ts';
import { drawDestinationRow, drawRouteRow } from './draw-route-row.ts';
import { box, type Paint, type Shape, stroke, type TextRun } from './shape.ts';
import {
  chipItem,
  drawIcon,
  drawLine,
  drawRuns,
  drawText,
  itemWidth,
  type LineItem,
  type LineSpace,
  textItem,
} from './text-line.ts';
import { code, dim, phraseRun, words } from './text-runs.ts';
import { wrapRuns } from './wrap-runs.ts';

/** What is drawn in a row whose content takes this room; `space.top` is that of its first line. */
export function drawRow(row: NodeRow, space: LineSpace, node: TopologyNode): readonly Shape[] {
  switch (row.kind) {
    case 'port':
      return drawLine([textItem(code(row.label)), textItem(dim(row.detail))], space);
    case 'server':
      return drawServer(row, space);
    case 'credential':
      return drawCredential(row, space);
    case 'hosts':
      return drawHosts(row, space);
    case 'route':
      return drawRouteRow(row, space);
    case 'split':
      return drawSplit(row, space);
    case 'destination':
    case 'mirror':
      return drawDestinationRow(row, space);
    case 'subset':
      return drawLine([chipItem(row.subset.name), textItem(dim(row.detail))], space);
    case 'workloads':
      return drawLine([textItem(words(row.label)), textItem(dim(row.detail))], space);
    case 'more':
      return drawLine([textItem(dim(row.label))], space);
    case 'note':
      return drawNote(row, space, node);
  }
}

const LOCK_SIZE = 12;

function drawServer(row: ServerRow, space: LineSpace): readonly Shape[] {
  const items: LineItem[] = [textItem(code(row.label)), textItem(dim(row.protocol))];
  if (row.tlsMode !== null) {
    const icon = row.tlsMode === 'PASSTHROUGH' ? 'open-lock' : 'lock';
    items.push({ kind: 'icon', icon, size: LOCK_SIZE, paint: 'ink3', gap: 3 });
    items.push(textItem(dim(row.tlsMode)));
  }
  if (row.redirectsToHttps) items.push(chipItem('to HTTPS'));
  const ends = row.hostBeside === null ? [] : [textItem(phraseRun(row.hostBeside))];
  return [...drawLine(items, space, ends), ...drawPhraseLines(row.hostLines, nextLine(space))];
}

function drawHosts(row: HostsRow, space: LineSpace): readonly Shape[] {
  const chip = chipItem('mesh only');
  if (!row.meshOnly) return drawPhraseLines(row.lines, space);
  if (row.meshOnlyBelow) {
    return [
      ...drawPhraseLines(row.lines, space),
      ...drawLine([chip], nextLine(space, row.lines.length)),
    ];
  }
  const beside = { ...space, right: space.right - itemWidth(chip) - ROW_METRICS.gap };
  return [...drawPhraseLines(row.lines, beside), ...drawLine([], space, [chip])];
}

function drawPhraseLines(lines: readonly Phrase[], space: LineSpace): readonly Shape[] {
  return lines.flatMap((line, index) => drawRuns([phraseRun(line)], nextLine(space, index)));
}

/** The line so many lines below. */
function nextLine(space: LineSpace, lines = 1): LineSpace {
  return { ...space, top: space.top + lines * ROW_METRICS.lineHeight };
}

const SECRET_ICON = 12;
const SECRET_SIZE = 11;
const SECRET_LINE = 16;

/** A label with a key, of one line or two. */
function drawCredential(row: CredentialRow, space: LineSpace): readonly Shape[] {
  const paint: Paint = row.state === null ? 'ink2' : 'warn';
  const run = (text: string): TextRun => ({ text, code: false, weight: 500, paint });
  const texts = row.stateBelow
    ? [row.label, row.state ?? '']
    : [row.state === null ? row.label : `${row.label}: ${row.state}`];
  const inner = SECRET_ICON + 5 + 2 * 9;
  const widest = Math.max(...texts.map((text) => itemWidth(chipItem(text)) - 2 * 9));
  const width = Math.min(widest + inner, space.right - space.left);
  const height = texts.length === 1 ? 22 : texts.length * SECRET_LINE + 6;
  const top = space.top - 3;
  const left = space.left + 9;
  const ground = row.state === null ? 'sunk' : 'warnSoft';
  const border = row.state === null ? stroke('line') : null;
  return [
    {
      ...box(
        { x: space.left + 0.5, y: top + 0.5, width: width - 1, height: height - 1 },
        ground,
        10.5,
      ),
      stroke: border,
    },
    drawIcon('key', paint, { x: left, y: top + (height - SECRET_ICON) / 2, size: SECRET_ICON }),
    ...texts.flatMap((text, index) =>
      drawText(
        [run(text)],
        {
          x: left + SECRET_ICON + 5,
          y: top + (height - texts.length * SECRET_LINE) / 2 + index * SECRET_LINE + 12,
          anchor: 'start',
          size: SECRET_SIZE,
        },
        width - inner + 0.01,
      ),
    ),
  ];
}

const SPLIT_HEIGHT = 6;

function drawSplit(row: SplitRow, space: LineSpace): readonly Shape[] {
  const shares = row.shares.map((share) => (Number.isFinite(share) ? Math.max(0, share) : 0));
  const sum = shares.reduce((total, share) => total + share, 0);
  const room = space.right - space.left - (shares.length - 1);
  let x = space.left;
  return shares.flatMap((share, index) => {
    const width = sum > 0 ? (room * share) / Math.max(1, sum) : 0;
    const bar = box({ x, y: space.top, width, height: SPLIT_HEIGHT }, 'VirtualService', 2);
    x += width + 1;
    return width > 0 ? [{ ...bar, opacity: Math.max(0.3, 1 - index * 0.35) }] : [];
  });
}

const NOTE_PAINTS: Readonly<Record<NoteRow['tone'], Paint>> = {
  info: 'ink2',
  warning: 'warn',
  error: 'ink',
};

/** Only the text: what can be done about it is for the canvas. */
function drawNote(row: NoteRow, space: LineSpace, node: TopologyNode): readonly Shape[] {
  const paint = node.stale ? 'ink3' : NOTE_PAINTS[row.tone];
  const lines = wrapRuns([{ ...words(row.text), paint }], space.right - space.left, row.lines);
  const blank = row.actions.length > 0 ? ROW_METRICS.lineHeight / 2 : 0;
  return lines.flatMap(({ runs }, index) =>
    drawRuns(runs, nextLine({ ...space, top: space.top + blank }, index)),
  );
}
