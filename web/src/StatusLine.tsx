import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useCommandContext } from './commands/command-context.ts';
import { showKeys } from './commands/shortcuts.ts';
import styles from './StatusLine.module.css';
import type { DiskFiles } from './session/disk/disk-files.ts';
import type { SessionState } from './session/session.ts';
import { useDiagnosis, useSessionState } from './session/session-context.ts';
import { countProblems } from './session/session-selectors.ts';
import type { SaveState, WorkspaceState } from './session/sketches/workspace.ts';
import { useViewState, useViewStore } from './view-state/view-context.ts';
import { type CursorPosition, changePanes, type ViewState } from './view-state/view-state.ts';

/** The line at the bottom: whether the work is kept, and where the cursor is. */
export function StatusLine(): ReactElement {
  const { workspace } = useCommandContext();
  const view = useViewStore();
  const save = useStore(workspace.store, selectSave);
  const disk = useStore(workspace.store, selectDisk);
  const isOnDisk = useStore(workspace.store, selectIsOnDisk);
  const resources = useSessionState(countResources);
  const problems = useDiagnosis(countProblems);
  const zoom = useViewState(selectZoom);
  return (
    <footer className={styles.line}>
      <span className={styles.save} data-kind={save.kind}>
        <span aria-hidden="true">●</span> {describeSave(save, disk, isOnDisk)}
      </span>
      <span>Nothing leaves your machine</span>
      <span className={styles.space} />
      <WayOut />
      <span>{countOf(resources, 'resource')}</span>
      <button
        type="button"
        className={styles.problems}
        data-has={problems > 0 || undefined}
        onClick={() => changePanes(view, { dockOpen: true, dockTab: 'problems' })}
      >
        {countOf(problems, 'problem')}
      </button>
      <CursorPlace />
      <span className={styles.zoom}>{zoom} %</span>
    </footer>
  );
}

/** Says to who types how the keyboard gets out of the YAML, where Tab indents. */
function WayOut(): ReactElement | null {
  const isTyping = useViewState(selectIsTyping);
  return isTyping ? <span className={styles.wayOut}>Esc, then Tab leaves the YAML</span> : null;
}

/** By itself, as it changes with every key. */
function CursorPlace(): ReactElement | null {
  const cursor = useViewState(selectCursor);
  return cursor === null ? null : (
    <span className={styles.cursor}>
      Ln {cursor.line}, Col {cursor.column}
    </span>
  );
}

function describeSave(save: SaveState, disk: DiskFiles | null, isOnDisk: boolean): string {
  switch (save.kind) {
    case 'saving':
      return 'Saving…';
    case 'saved': {
      const kept = `Saved in this browser ${clock(save.at)}`;
      if (disk === null) return kept;
      if (!isOnDisk) return `${kept}, not in ${disk.name} yet (${showKeys('Ctrl+S')})`;
      return disk.savedAt === null
        ? `${kept}, unchanged from ${disk.name}`
        : `Saved to ${disk.name} ${clock(disk.savedAt)}`;
    }
    case 'unsaved':
      return `Not saved. ${save.reason}`;
    case 'preview':
      return 'Shared sketch, not kept in this browser';
  }
}

function clock(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function countResources({ snapshot }: SessionState): number {
  return snapshot.resources.length;
}

function selectSave({ save }: WorkspaceState): SaveState {
  return save;
}

function selectDisk({ disk }: WorkspaceState): DiskFiles | null {
  return disk;
}

function selectIsOnDisk({ isOnDisk }: WorkspaceState): boolean {
  return isOnDisk;
}

function selectCursor({ cursor }: ViewState): CursorPosition | null {
  return cursor;
}

function selectIsTyping({ isTyping }: ViewState): boolean {
  return isTyping;
}

function selectZoom({ viewport }: ViewState): number {
  return Math.round(100 * (viewport?.zoom ?? 1));
}
