import type { Session } from '../session/session.ts';
import type { Workspace } from '../session/sketches/workspace.ts';
import type { ViewStore } from '../view-state/view-state.ts';

/** What a command works on. `session` is the one that is open when the command runs. */
export interface CommandContext {
  readonly session: Session;
  readonly view: ViewStore;
  readonly workspace: Workspace;
}

/** Where the focus has to be for a shortcut to count. */
export type ShortcutScope =
  /** Anywhere but in dialogs and text fields; the editor keeps what it has a meaning for itself. */
  | 'everywhere'
  /** The same, and in text fields all of whose characters are in the YAML. */
  | 'written-fields-too'
  /** Anywhere but in dialogs: keys that no text field has a meaning for. */
  | 'text-fields-too'
  /** On the canvas. */
  | 'canvas';

/** A key or chord, and where it counts. */
export interface Shortcut {
  /** Such as `Ctrl+Z`, `Shift+Alt+T`, `F2`; Ctrl is the Command key on a Mac. */
  readonly keys: string;
  readonly scope: ShortcutScope;
}

/** One thing that a user can do, as data: menus, buttons, keys and later the palette show and run it. */
export interface Command {
  readonly id: string;
  /** What it does, as a menu says it. */
  readonly title: string;
  /** Other words that people look for it by. */
  readonly alsoCalled?: string;
  /** The first one is shown. */
  readonly shortcuts: readonly Shortcut[];
  /** Whether it changes the sketch; such a command is off while a sketch is only looked at. */
  readonly writes: boolean;
  isEnabled(context: CommandContext): boolean;
  run(context: CommandContext): void;
}

/** Whether the command can run now. */
export function isAvailable(command: Command, context: CommandContext): boolean {
  return whyReadOnly(command, context) === null && command.isEnabled(context);
}

/** Why the command is off though it would be on in a sketch of one's own; null where it is not. */
export function whyReadOnly(command: Command, { session }: CommandContext): string | null {
  return command.writes ? session.readOnlyReason : null;
}
