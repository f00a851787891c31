import type { EnvoyElement } from './envoy-tree.ts';

/** A row of the tree. */
export interface TreeRow {
  readonly element: EnvoyElement;
  /** From 1. */
  readonly level: number;
  /** How many parts it stands for beside itself, which are not shown; they are once it is selected. */
  readonly hidden: number;
}

/** So many parts in a part are shown unasked. */
const FEW = 6;
/** More parts in a part are not shown at once: those around the selected one are. */
const MOST = 100;

/** What is shown of the tree, from above. */
export function visibleRows(
  elements: readonly EnvoyElement[],
  selected: string | null,
  isOpen: (element: EnvoyElement) => boolean,
  level = 1,
): readonly TreeRow[] {
  const { start, end } = windowOf(elements, selected);
  return elements.slice(start, end).flatMap((element, index) => {
    const isFirst = start > 0 && index === 0;
    const isLast = end < elements.length && start + index === end - 1;
    const hidden = isFirst ? start : isLast ? elements.length - end : 0;
    const row = { element, level, hidden };
    if (hidden > 0 || !isOpen(element)) return [row];
    return [row, ...visibleRows(element.children, selected, isOpen, level + 1)];
  });
}

function windowOf(
  elements: readonly EnvoyElement[],
  selected: string | null,
): { readonly start: number; readonly end: number } {
  const last = elements.length - MOST;
  if (last <= 0) return { start: 0, end: elements.length };
  const at = elements.findIndex(({ id }) => id === selected || isAbove(id, selected));
  const start = Math.max(0, Math.min(at - MOST / 2, last));
  return { start, end: start + MOST };
}

/** Whether nothing can be opened in the row. */
export function isLeaf({ element, hidden }: TreeRow): boolean {
  return hidden > 0 || element.children.length === 0;
}

/** What leads on is open where there is not too much of it. */
export function opensUnasked({ kind, children }: EnvoyElement): boolean {
  return kind !== 'Route' && children.length <= FEW;
}

/** Whether the one element holds the other, by their ids. */
export function isAbove(id: string, other: string | null): boolean {
  return other?.startsWith(`${id}.`) ?? false;
}
