import type { DestinationRow, MirrorRow, RouteRow } from '../rows/node-row.ts';
import { ROW_METRICS } from '../rows/row-metrics.ts';
import type { Shape, TextRun } from './shape.ts';
import {
  type ChipItem,
  chipItem,
  chipOf,
  drawIcon,
  drawLine,
  drawRuns,
  itemWidth,
  type LineItem,
  type LineSpace,
  textItem,
} from './text-line.ts';
import { code, dim, sentenceRuns, words } from './text-runs.ts';
import { wrapRuns } from './wrap-runs.ts';

const CHIP_GAP = 6;

/** When a route applies, after its number, and what it does beside its destinations. */
export function drawRouteRow(row: RouteRow, space: LineSpace): readonly Shape[] {
  const { lineHeight, routeIndent, gap } = ROW_METRICS;
  const chips = row.actions.map((action) => chipOf(sentenceRuns(action).map(inChip)));
  const beside = row.actionsBelow ? [] : chips;
  const taken = beside.reduce((sum, chip) => sum + itemWidth(chip) + CHIP_GAP, 0);
  const left = space.left + routeIndent;
  const right = space.right - (taken > 0 ? taken - CHIP_GAP + gap : 0);
  const shapes: Shape[] = [...drawRuns([dim(String(row.number))], space)];
  let { top } = space;
  row.matches.forEach((match, index) => {
    const most = row.matchLines[index] ?? 1;
    const lines = wrapRuns(sentenceRuns(match), right - left, most);
    for (const [line, { runs }] of lines.entries()) {
      shapes.push(...drawRuns(runs, { left, right, top: top + line * lineHeight }));
    }
    top += most * lineHeight;
  });
  shapes.push(...drawChips(beside, space));
  if (!row.actionsBelow) return shapes;
  return [
    ...shapes,
    ...chips.flatMap((chip, index) =>
      drawLine([chip], { ...space, left, top: top + index * lineHeight }),
    ),
  ];
}

function inChip(run: TextRun): TextRun {
  return { ...run, weight: 500, paint: 'ink2' };
}

function drawChips(chips: readonly ChipItem[], space: LineSpace): readonly Shape[] {
  let { right } = space;
  return chips.toReversed().flatMap((chip) => {
    const shapes = drawLine([], { ...space, right }, [chip]);
    right -= itemWidth(chip) + CHIP_GAP;
    return shapes;
  });
}

const MIRROR_ICON = 13;

/** Where a destination or a mirror leads, with port, subset and share. */
export function drawDestinationRow(
  row: DestinationRow | MirrorRow,
  space: LineSpace,
): readonly Shape[] {
  const { lineHeight, gap } = ROW_METRICS;
  const isMirror = row.kind === 'mirror';
  const icon = { x: space.left, y: space.top + 2, size: MIRROR_ICON };
  const left = isMirror ? space.left + MIRROR_ICON + gap : space.left;
  const shapes: Shape[] = isMirror ? [drawIcon('copy', 'ink3', icon)] : [];
  const subset = row.subset === null ? [] : [chipItem(row.subset)];
  const last = row.hostLines.length - 1;
  for (const [index, line] of row.hostLines.entries()) {
    const isLast = index === last;
    const port =
      isLast && row.port !== null ? [{ ...code(`:${row.port}`), paint: 'ink3' } as const] : [];
    const items: LineItem[] = [textItem(code(line), ...port)];
    if (isLast && !row.subsetBelow) items.push(...subset);
    const share = index === 0 && row.share !== null ? [shareItem(row.share, isMirror)] : [];
    const lineSpace = { ...space, left, top: space.top + index * lineHeight };
    shapes.push(...drawLine(items, lineSpace, share));
  }
  if (!row.subsetBelow) return shapes;
  const below = { ...space, left, top: space.top + row.hostLines.length * lineHeight };
  return [...shapes, ...drawLine(subset, below)];
}

function shareItem(share: string, isMirror: boolean): LineItem {
  return textItem(isMirror ? dim(share) : { ...words(share), weight: 600 });
}
