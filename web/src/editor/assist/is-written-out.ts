/**
 * Whether what is offered is written already, so that Enter has nothing to take and begins a line:
 * its text up to the spaces at its end. Behind a colon nothing is offered, so a list that is still
 * open there is that of the letter before.
 */
export function isWrittenOut(typed: string, offered: readonly string[]): boolean {
  return typed.endsWith(':') || offered.some((text) => text.trimEnd() === typed);
}
