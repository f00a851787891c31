import { expect, test } from 'vitest';
import { openSession } from '../../session/open-session.ts';
import { addNote, placeNote, writeNote } from './note-actions.ts';

function open() {
  const session = openSession({ text: 'kind: Service\n' });
  const id = addNote(session, { x: 100.4, y: 50 }) ?? '';
  return { session, id, notes: () => session.store.getState().arrangement.notes };
}

test('a note is added with its middle where it was asked for, and the text stays', () => {
  const { session, notes } = open();
  expect(notes()).toMatchObject([{ x: 0, y: -6, width: 200, height: 112, text: '' }]);
  expect(session.text()).toBe('kind: Service\n');
});

test('words need one step, grow the note, and the same words need none', () => {
  const { session, id, notes } = open();
  writeNote(session, id, 'Long', 300);
  expect(notes()).toMatchObject([{ text: 'Long', height: 300 }]);
  writeNote(session, id, 'Long', 500);
  session.undo();
  expect(notes()).toMatchObject([{ text: '', height: 112 }]);
});

test('a note that stays where it is makes no step', () => {
  const { session, id } = open();
  placeNote(session, id, { x: 0, y: -6, width: 200, height: 112 });
  expect(session.store.getState().undoLabel).toBe('Add a note');
});

test('where nothing can be changed there is no new note', () => {
  const session = openSession({ text: '', readOnlyReason: 'Only to look at.' });
  expect(addNote(session, { x: 0, y: 0 })).toBeNull();
});
