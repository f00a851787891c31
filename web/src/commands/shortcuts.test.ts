import { describe, expect, test } from 'vitest';
import { ALL_COMMANDS } from './all-commands.ts';
import { findShortcut, type KeyPress, matchesKeys } from './shortcuts.ts';

function press(key: string, modifiers = '', code = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('C'),
    metaKey: modifiers.includes('M'),
    shiftKey: modifiers.includes('S'),
    altKey: modifiers.includes('A'),
  };
}

describe('shortcuts', () => {
  test('Ctrl is the Command key on a Mac', () => {
    expect(matchesKeys(press('z', 'C'), 'Ctrl+Z')).toBe(true);
    expect(matchesKeys(press('z', 'M'), 'Ctrl+Z')).toBe(true);
    expect(matchesKeys(press('z'), 'Ctrl+Z')).toBe(false);
    expect(matchesKeys(press('Z', 'CS'), 'Ctrl+Z')).toBe(false);
    expect(matchesKeys(press('Z', 'CS'), 'Ctrl+Shift+Z')).toBe(true);
  });

  test('a letter with Alt is found by its key, whatever sign it gives', () => {
    expect(matchesKeys(press('ˇ', 'SA', 'KeyT'), 'Shift+Alt+T')).toBe(true);
  });

  test('a plus sign is found on keyboards that need Shift for it, and on others', () => {
    expect(matchesKeys(press('+', 'S'), '+')).toBe(true);
    expect(matchesKeys(press('+'), '+')).toBe(true);
  });

  test('Backspace and Delete count on the canvas only', () => {
    expect(findShortcut(press('Backspace'), 'canvas')?.id).toBe('delete');
    expect(findShortcut(press('Backspace'), 'elsewhere')).toBeUndefined();
    expect(findShortcut(press('d', 'C'), 'elsewhere')).toBeUndefined();
    expect(findShortcut(press('s', 'C'), 'elsewhere')?.id).toBe('save');
  });

  test('[P3] undo and redo are a text field’s own until what is typed is in the YAML', () => {
    for (const [keys, id] of [
      [press('z', 'C'), 'undo'],
      [press('Z', 'CS'), 'redo'],
      [press('y', 'C'), 'redo'],
    ] as const) {
      expect(findShortcut(keys, 'text-field')).toBeUndefined();
      expect(findShortcut(keys, 'written-field')?.id).toBe(id);
      expect(findShortcut(keys, 'elsewhere')?.id).toBe(id);
    }
    expect(findShortcut(press('o', 'C'), 'written-field')).toBeUndefined();
  });

  test('no two commands have the same id or the same keys', () => {
    const ids = ALL_COMMANDS.map(({ id }) => id);
    const keys = ALL_COMMANDS.flatMap(({ shortcuts }) => shortcuts.map((one) => one.keys));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
