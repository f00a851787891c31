import type { NodeKind } from '../../graph/topology.ts';

/** Sizes that the canvas and the layout share, in pixels at 100 % zoom. */
export const ROW_METRICS = {
  headerHeight: 52,
  rowHeight: 32,
  /** Of each text line after a row's first. */
  lineHeight: 18,
  splitHeight: 16,
  /** Above and below the text of a note together. */
  notePadding: 14,
  /** Left and right of a row's content together. */
  rowPadding: 24,
  /** Left of a route's matches and destinations: its number. */
  routeIndent: 24,
  /** Of a chip, beside its text. */
  chipPadding: 18,
  /** Between the parts of a row. */
  gap: 8,
} as const;

/** So narrow that four columns can be read side by side, and so wide that usual names fit. */
const NODE_WIDTHS: Readonly<Record<NodeKind, number>> = {
  LoadBalancer: 222,
  Gateway: 228,
  VirtualService: 236,
  Service: 212,
  ServiceEntry: 212,
};

/** How wide a node of this kind is. */
export function nodeWidth(kind: NodeKind): number {
  return NODE_WIDTHS[kind];
}

/** How wide the content of its rows may be. */
export function contentWidth(kind: NodeKind): number {
  return nodeWidth(kind) - ROW_METRICS.rowPadding;
}

/** How high a row with so many text lines is. */
export function linesHeight(lines: number): number {
  return ROW_METRICS.rowHeight + (Math.max(1, lines) - 1) * ROW_METRICS.lineHeight;
}
