import { ALL_COMMANDS } from './all-commands.ts';
import type { Command, CommandContext, ShortcutScope } from './command.ts';

/** What of a key press a shortcut looks at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

/** Whether the key press is the one that `keys` (such as `Ctrl+Shift+Z`) names. */
export function matchesKeys(press: KeyPress, keys: string): boolean {
  const parts = keys.split('+');
  // `+` itself is a key too.
  const key = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  if ((press.ctrlKey || press.metaKey) !== wants('Ctrl')) return false;
  if (press.altKey !== wants('Alt')) return false;
  // Which sign a shifted digit or `+` gives depends on the keyboard; the sign itself is asked for.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && press.shiftKey !== wants('Shift')) return false;
  return isSameKey(press, key);
}

/** The command for a key press where the focus is, if there is one. */
export function findShortcut(
  press: KeyPress,
  scope: ShortcutScope,
  commands: readonly Command[] = ALL_COMMANDS,
): Command | undefined {
  return commands.find(({ shortcuts }) =>
    shortcuts.some(
      (shortcut) =>
        (shortcut.scope === 'everywhere' || scope === 'canvas') &&
        matchesKeys(press, shortcut.keys),
    ),
  );
}

/** Runs commands on their keys. What a pane or a dialog has handled itself is left alone. */
export function installShortcuts(readContext: () => CommandContext): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
    if (isTextField(event.target) || event.target.closest('[role="dialog"]') !== null) return;
    const command = findShortcut(event, scopeOf(event.target));
    if (command === undefined) return;
    const context = readContext();
    // A key of ours never does what the browser has it for, such as saving the page.
    event.preventDefault();
    if (command.isEnabled(context)) command.run(context);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

const ARROWS: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓' };

/** How keys are shown on this system: `⌘Z` on a Mac, `Ctrl+Z` elsewhere. */
export function showKeys(keys: string): string {
  const short = keys.replace(/Arrow(\w+)/, (_, side: string) => ARROWS[side] ?? side);
  if (!/Mac|iPhone|iPad/.test(navigator.platform)) return short.replace('Delete', 'Del');
  return short.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥');
}

function scopeOf(target: Element): ShortcutScope {
  const isMap = target.closest('[data-pane="canvas"], [data-keys="canvas"]') !== null;
  return isMap ? 'canvas' : 'everywhere';
}

/** Text fields keep their keys; the editor does so by handling what it knows. */
function isTextField(target: Element): boolean {
  if (target.closest('.monaco-editor') !== null) return false;
  return target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

function isSameKey(press: KeyPress, key: string): boolean {
  if (press.key.toLowerCase() === key.toLowerCase()) return true;
  // With Alt or Shift a letter or digit may come out as another sign.
  if (/^[a-z]$/i.test(key)) return press.code === `Key${key.toUpperCase()}` && press.altKey;
  return /^[0-9]$/.test(key) && press.code === `Digit${key}` && press.shiftKey;
}
