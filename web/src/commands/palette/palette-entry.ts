import type { AddableKind } from '@portolan/model';

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  /** A few words beside the title; empty for none. */
  readonly detail: string;
  /** Words that it is found by too, though they are not shown. */
  readonly alsoCalled?: string;
  /** Whose icon stands before it; null for none. */
  readonly kind: AddableKind | null;
  /** Keys that do the same, such as `Ctrl+Z`; null for none. */
  readonly keys: string | null;
  /** Why it cannot be chosen; null where it can. */
  readonly refusal: string | null;
  readonly run: () => void;
}

/** Lines that belong together. */
export interface PaletteSection {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}
