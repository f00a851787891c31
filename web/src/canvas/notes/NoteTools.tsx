import { NOTE_COLORS, type Note } from '@portolan/model';
import { IconCopyPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactFlowState, useStore } from '@xyflow/react';
import type { ReactElement } from 'react';
import type { Command } from '../../commands/command.ts';
import { useCommandContext } from '../../commands/command-context.ts';
import { DELETE_SELECTION, DUPLICATE } from '../../commands/edit-commands.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import floating from '../FloatingTools.module.css';
import { selectTarget } from '../gestures/use-pointer.ts';
import styles from './NoteView.module.css';
import { colorNote } from './note-actions.ts';

interface NoteToolsProps {
  readonly handle: CanvasHandle;
  readonly note: Note;
  readonly onEdit: (id: string) => void;
}

const selectZoom = ({ transform }: ReactFlowState) => transform[2];

/** What is done with a note that has the focus, or that the pointer is over. */
export function NoteTools({ handle, note, onEdit }: NoteToolsProps): ReactElement {
  const { session } = handle;
  const context = useCommandContext();
  /** It is done with this note alone, whatever else is selected. */
  const run = (command: Command) => () => {
    selectTarget(handle, { kind: 'note', id: note.id }, false);
    command.run(context);
  };
  const zoom = useStore(selectZoom);
  return (
    <div
      className={`${floating.bar} ${styles.tools}`}
      role="toolbar"
      aria-label="Note"
      style={{ transform: `scale(${1 / zoom})` }}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {NOTE_COLORS.map((color) => (
        <button
          key={color}
          type="button"
          className={`${floating.tool} ${styles.swatch} ${styles[color]}`}
          aria-label={`Make it ${color}`}
          aria-pressed={note.color === color}
          title={color}
          onClick={() => colorNote(session, note.id, color)}
        />
      ))}
      <Tool label="Write" onChoose={() => onEdit(note.id)}>
        <IconPencil size={16} stroke={1.6} aria-hidden />
      </Tool>
      <Tool label="Duplicate the note" onChoose={run(DUPLICATE)}>
        <IconCopyPlus size={16} stroke={1.6} aria-hidden />
      </Tool>
      <Tool label="Delete the note" onChoose={run(DELETE_SELECTION)}>
        <IconTrash size={16} stroke={1.6} aria-hidden />
      </Tool>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly onChoose: () => void;
  readonly children: ReactElement;
}

function Tool({ label, onChoose, children }: ToolProps): ReactElement {
  return (
    <button
      type="button"
      className={floating.tool}
      aria-label={label}
      title={label}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
