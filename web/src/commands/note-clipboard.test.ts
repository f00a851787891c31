import type { Note } from '@portolan/model';
import { expect, test } from 'vitest';
import { readNoteLines, writeNoteLines } from './note-clipboard.ts';

const NOTE: Note = {
  id: 'one',
  x: 10,
  y: -20,
  width: 200,
  height: 112,
  text: 'Ask before\n--- you change it: "this" # or that',
  color: 'violet',
};

test('notes come back from the clipboard as they were, as new ones, and leave the YAML as it was', () => {
  const yaml = 'kind: Service\r\n# about it\r\n';
  const read = readNoteLines(`${yaml}${writeNoteLines([NOTE, { ...NOTE, text: '' }])}`);
  expect(read.text).toBe(yaml);
  expect(read.notes).toMatchObject([
    { ...NOTE, id: expect.not.stringMatching('^one$') },
    { text: '' },
  ]);
  expect(new Set(read.notes.map(({ id }) => id)).size).toBe(2);
});

test.each([
  '# portolan note {"x":1}\n',
  '# portolan note {"x":1e999,"y":0,"width":1,"height":1,"text":"far"}\n',
  '# portolan note nothing\n',
  '  # portolan note {}\n',
])('what is no note stays text: %j', (text) => {
  expect(readNoteLines(text)).toEqual({ text, notes: [] });
});
