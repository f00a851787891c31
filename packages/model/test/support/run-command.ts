import { expect } from 'vitest';
import {
  applyTextEdits,
  buildSnapshot,
  type EditCommand,
  invertTextEdits,
  planEdit,
  type TextEdit,
} from '../../src/index.ts';

/** The text after a command, or `refused: ` and the reason; undone it is always the exact text. */
export function runCommand(text: string, command: EditCommand): string {
  const result = planEdit(buildSnapshot(text), command);
  return result.ok ? applyUndoably(text, result.plan.edits) : `refused: ${result.reason}`;
}

/** The text after edits, which give back the exact text when they are undone. */
export function applyUndoably(text: string, edits: readonly TextEdit[]): string {
  const after = applyTextEdits(text, edits);
  expect(applyTextEdits(after, invertTextEdits(text, edits))).toBe(text);
  return after;
}
