import { createLineIndex, type Snapshot, snapshotText } from '@portolan/model';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useViewState } from '../../view-state/view-context.ts';
import type { CursorPosition, ViewState } from '../../view-state/view-state.ts';
import { type EnvoyElement, findElementAt } from './envoy-tree.ts';

/** Selects the element that the line of the text cursor makes, while the user is in the text. */
export function useElementAtCursor(
  elements: readonly EnvoyElement[],
  snapshot: Snapshot,
  onSelect: (id: string) => void,
): void {
  const cursor = useDeferredValue(useViewState(selectCursor));
  const lines = useMemo(() => createLineIndex(snapshotText(snapshot)), [snapshot]);
  useEffect(() => {
    // Where a click here put the cursor, something is selected already.
    const isInText = document.activeElement?.closest('[data-pane="editor"]') ?? null;
    if (cursor === null || isInText === null) return;
    const element = findElementAt(elements, snapshot, lines.offsetAt(cursor));
    if (element !== null) onSelect(element.id);
  }, [elements, snapshot, lines, cursor, onSelect]);
}

function selectCursor({ cursor }: ViewState): CursorPosition | null {
  return cursor;
}
