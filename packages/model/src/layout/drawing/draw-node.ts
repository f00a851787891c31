import type { TopologyNode } from '../../graph/topology.ts';
import { HEADER_ROW } from '../edge-anchors.ts';
import { handleY } from '../measure-node.ts';
import { type NodeHeader, nodeHeader } from '../rows/node-header.ts';
import type { NodeRow } from '../rows/node-row.ts';
import { nodeRows } from '../rows/node-rows.ts';
import { isFolded, type SceneNode } from '../scene/scene.ts';
import { drawRow } from './draw-row.ts';
import { runsWidth } from './fit-runs.ts';
import { KIND_ICONS } from './icons.ts';
import { softPaint } from './picture-colors.ts';
import { dimmed } from './repaint.ts';
import {
  type BoxShape,
  box,
  type GroupShape,
  type Paint,
  path,
  type Shape,
  stroke,
  type TextRun,
} from './shape.ts';
import { chipItem, drawLine, drawText, itemWidth, warningChip } from './text-line.ts';

/** Whether a line joins the handle at this place. */
export type IsJoined = (x: number, y: number) => boolean;

const PADDING = 12;

/** A node as the table that the canvas shows; of its handles those that a line joins. */
export function drawNode(placed: SceneNode, isJoined: IsJoined): GroupShape {
  const { node } = placed;
  const header = nodeHeader(node, isFolded(placed));
  const content = [...drawHeader(placed, header), ...drawRows(placed)];
  const shapes = [
    drawGround(placed),
    ...(node.stale ? content.map(dimmed) : content),
    drawBorder(placed),
    ...drawBadge(placed, header.badge),
    ...drawHandles(placed, isJoined),
  ];
  const meaning = node.explanation === '' ? null : node.explanation;
  return { kind: 'group', meaning, opacity: 1, shapes };
}

const RADIUS = 12;

function drawGround(placed: SceneNode): BoxShape {
  const { node } = placed;
  const fill: Paint = node.stale ? 'stale' : node.status === 'implied' ? 'flat' : 'raised';
  return box(placed, fill, RADIUS);
}

function drawBorder({ node, ...area }: SceneNode): BoxShape {
  const line = borderOf(node);
  const inset = line.width / 2;
  return {
    kind: 'box',
    x: area.x + inset,
    y: area.y + inset,
    width: area.width - 2 * inset,
    height: area.height - 2 * inset,
    radius: RADIUS - inset,
    fill: null,
    stroke: line,
    opacity: 1,
  };
}

function borderOf(node: TopologyNode) {
  switch (node.status) {
    case 'present':
      return stroke('border');
    case 'implied':
      return stroke('ink3', 1, [3, 3]);
    case 'missing':
      return stroke('error', 2, [6, 5]);
  }
}

const ICON_BOX = 26;
const NAME_GAP = 6;

function drawHeader(placed: SceneNode, header: NodeHeader): readonly Shape[] {
  const { node, x, y, width, geometry } = placed;
  const left = x + PADDING;
  const right = x + width - PADDING;
  const textLeft = left + ICON_BOX + 8;
  const kindPaint: Paint = node.status === 'missing' ? 'error' : node.kind;
  const kind: TextRun = { text: header.kind, code: false, weight: 500, paint: kindPaint };
  const namespace: TextRun = { text: node.namespace, code: true, weight: 500, paint: 'ink3' };
  const namespaceRoom = right - textLeft - runsWidth([kind], 11) - 8;
  const chips = header.chips.map(({ text, tone }) =>
    tone === 'warning' ? warningChip(text) : chipItem(text),
  );
  const chipsWidth = chips.reduce((sum, chip) => sum + itemWidth(chip) + NAME_GAP, 0);
  const name: TextRun = { text: node.name, code: false, weight: 600, paint: 'ink' };
  return [
    box({ x: left, y: y + 12.5, width: ICON_BOX, height: ICON_BOX }, softPaint(node.kind), 8),
    {
      ...path(KIND_ICONS[node.kind], stroke(node.kind, 1.6 * ICON_SCALE)),
      place: { x: left + 4.5, y: y + 17, scale: ICON_SCALE },
    },
    ...drawText([kind], { x: textLeft, y: y + 20, anchor: 'start', size: 11 }, right - textLeft),
    ...drawText([namespace], { x: right, y: y + 20, anchor: 'end', size: 11 }, namespaceRoom),
    ...drawText(
      [name],
      { x: textLeft, y: y + 38.6, anchor: 'start', size: 13 },
      right - textLeft - chipsWidth,
    ),
    ...chips.flatMap((chip, index) => {
      const after = chips.slice(index + 1).reduce((sum, one) => sum + itemWidth(one) + NAME_GAP, 0);
      return drawLine([], { left: textLeft, right: right - after, top: y + 25 }, [chip]);
    }),
    ...(geometry.rows.length > 0 ? [separator(placed, geometry.headerHeight)] : []),
  ];
}

/** The icons of kinds are drawn at 17 in a grid of 20. */
const ICON_SCALE = 17 / 20;

function separator({ x, y, width }: SceneNode, at: number): Shape {
  const height = y + at - 0.5;
  return path(`M${x} ${height}H${x + width}`, stroke('line'));
}

/** Room left of what belongs to a route, and above what a row holds. */
const INDENTS: Partial<Record<NodeRow['kind'], number>> = {
  split: 24,
  destination: 24,
  mirror: 24,
};
const SPLIT_TOP = 4;
const ROW_TOP = 7;

function drawRows(placed: SceneNode): readonly Shape[] {
  const { node, x, y, width, geometry } = placed;
  const rows = new Map(nodeRows(node).map((row) => [row.id, row]));
  return geometry.rows.flatMap((place, index) => {
    const row = rows.get(place.id);
    if (row === undefined) return [];
    const next = rows.get(geometry.rows[index + 1]?.id ?? '');
    const space = {
      left: x + PADDING + (INDENTS[row.kind] ?? 0),
      right: x + width - PADDING,
      top: y + place.y + (row.kind === 'split' ? SPLIT_TOP : ROW_TOP),
    };
    const content = drawRow(row, space, node);
    if (next === undefined || belongTogether(row, next)) return content;
    return [...content, separator(placed, place.y + place.height)];
  });
}

/** Whether no line is between two rows. */
function belongTogether(row: NodeRow, next: NodeRow): boolean {
  switch (row.kind) {
    case 'route':
      return next.kind === 'split' || next.kind === 'destination';
    case 'split':
      return false;
    case 'destination':
      return next.kind === 'destination' || next.kind === 'mirror';
    case 'server':
      return next.kind === 'credential';
    default:
      return false;
  }
}

function drawBadge({ x, y }: SceneNode, badge: NodeHeader['badge']): readonly Shape[] {
  if (badge === null) return [];
  const isError = badge.tone === 'error';
  const paint: Paint = isError ? 'error' : 'ink2';
  const run: TextRun = { text: badge.text, code: false, weight: 500, paint };
  const width = runsWidth([run], 11) + 16;
  const area = { x: x + PADDING - 0.5, y: y - 14.5, width: width + 1, height: 21 };
  return [
    {
      ...box(area, isError ? 'errorSoft' : 'sunk', 10.5),
      stroke: stroke(isError ? 'error' : 'border'),
    },
    ...drawText([run], { x: x + PADDING + width / 2, y, anchor: 'middle', size: 11 }, width),
  ];
}

const HANDLE_RADIUS = 5;

function drawHandles(placed: SceneNode, isJoined: IsJoined): readonly Shape[] {
  const { node, x, y, width, geometry } = placed;
  const rows = isFolded(placed) ? [] : nodeRows(node);
  const ends: (readonly [side: number, row: string])[] = [];
  if (!rows.some((row) => row.takesLines) && node.kind !== 'LoadBalancer') {
    ends.push([x, HEADER_ROW]);
  }
  for (const row of rows) {
    if (row.takesLines) ends.push([x, row.id]);
    if (row.givesLines) ends.push([x + width, row.id]);
  }
  return ends.flatMap(([side, row]): readonly Shape[] => {
    const height = y + handleY(geometry, row);
    if (!isJoined(side, height)) return [];
    const place = { x: side, y: height, radius: HANDLE_RADIUS };
    return [{ kind: 'dot', ...place, fill: 'raised', stroke: stroke('edge', 2) }];
  });
}
