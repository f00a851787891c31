import { ALL_COMMANDS } from './all-commands.ts';
import {
  type Command,
  type CommandContext,
  isAvailable,
  type ShortcutScope,
  whyReadOnly,
} from './command.ts';
import { tellReadOnly } from './tell-read-only.ts';

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

/** Where the focus is: shortcuts of these scopes count there. */
export type FocusPlace = 'text-field' | 'written-field' | 'canvas' | 'elsewhere';

const SCOPES_AT: Readonly<Record<FocusPlace, readonly ShortcutScope[]>> = {
  'text-field': ['text-fields-too'],
  'written-field': ['text-fields-too', 'written-fields-too'],
  canvas: ['text-fields-too', 'written-fields-too', 'everywhere', 'canvas'],
  elsewhere: ['text-fields-too', 'written-fields-too', 'everywhere'],
};

/** The command for a key press where the focus is, if there is one. */
export function findShortcut(
  press: KeyPress,
  place: FocusPlace,
  commands: readonly Command[] = ALL_COMMANDS,
): Command | undefined {
  return commands.find(({ shortcuts }) =>
    shortcuts.some(
      ({ keys, scope }) => SCOPES_AT[place].includes(scope) && matchesKeys(press, keys),
    ),
  );
}

/** Runs commands on their keys. What a pane has handled itself is left alone, and so is a dialog or a menu that is open. */
export function installShortcuts(readContext: () => CommandContext): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
    if (keepsAllKeys(event.target)) return;
    const command = findShortcut(event, placeOf(event.target));
    if (command === undefined) return;
    const context = readContext();
    // A key of ours never does what the browser has it for, such as saving the page.
    event.preventDefault();
    if (isAvailable(command, context)) command.run(context);
    else if (whyReadOnly(command, context) !== null) tellReadOnly(context);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

/** How keys are shown on this system: `⌘Z` on a Mac, `Ctrl+Z` elsewhere. */
export function showKeys(keys: string): string {
  const short = keys.replace('Arrow', '');
  if (!/Mac|iPhone|iPad/.test(navigator.platform)) return short.replace('Delete', 'Del');
  return short.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥');
}

/** Fields of the Inspector say so of themselves; into the others nobody can type. */
const NOTHING_TYPED = '[data-written], [readonly], [type="checkbox"]';

function placeOf(target: Element): FocusPlace {
  if (isTextField(target)) return target.matches(NOTHING_TYPED) ? 'written-field' : 'text-field';
  // Where the focus is nowhere, keys mean what is selected on the canvas.
  if (target === document.body) return 'canvas';
  const isMap = target.closest('[data-pane="canvas"], [data-keys="canvas"]') !== null;
  return isMap ? 'canvas' : 'elsewhere';
}

/** The editor's find box is a dialog too, but no question that stands before everything else. */
function keepsAllKeys(target: Element): boolean {
  return target.closest('[role="dialog"], [role="menu"]') !== null && !isInEditor(target);
}

/** Text fields keep their keys; the editor does so by handling what it knows, but for its find box. */
function isTextField(target: Element): boolean {
  if (isInEditor(target)) return target.closest('[role="dialog"]') !== null;
  return target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

function isInEditor(target: Element): boolean {
  return target.closest('.monaco-editor') !== null;
}

function isSameKey(press: KeyPress, key: string): boolean {
  if (press.key.toLowerCase() === key.toLowerCase()) return true;
  // With Alt or Shift a letter or digit may come out as another sign.
  if (/^[a-z]$/i.test(key)) return press.code === `Key${key.toUpperCase()}` && press.altKey;
  return /^[0-9]$/.test(key) && press.code === `Digit${key}` && press.shiftKey;
}
