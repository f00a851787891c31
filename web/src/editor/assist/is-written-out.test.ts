import { expect, test } from 'vitest';
import { isWrittenOut } from './is-written-out.ts';

test.each([
  ['a value that is written', 'HTTPS', ['HTTP', 'HTTPS'], true],
  ['the beginning of a value', 'HTT', ['HTTP', 'HTTPS'], false],
  ['a key with its colon, offered with a space', 'spec:', ['spec: '], true],
  ['a key with its colon, offered with lines below it', 'spec:', ['spec:\n  hosts:\n    - '], true],
  ['a key with its colon, while the list is that of another one', '"spec":', ['status: '], true],
  ['a key without its colon', 'spec', ['spec: '], false],
])('[I4] %s', (_what, typed, offered, isWritten) => {
  expect(isWrittenOut(typed, offered)).toBe(isWritten);
});
