/** A rectangle in the window, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between the card and what it is about, and to the edge of the window. */
const GAP = 12;

/**
 * Where the card of a step stands: below what it is about, above it where there is no room, and
 * within it where that takes the whole height; always within the window.
 */
export function cardPlace(
  part: Box,
  card: Pick<Box, 'width' | 'height'>,
  window: Pick<Box, 'width' | 'height'>,
): Pick<Box, 'left' | 'top'> {
  const below = part.top + part.height + GAP;
  const above = part.top - card.height - GAP;
  const fitsBelow = below + card.height <= window.height;
  const fitsAbove = above >= 0;
  const top = fitsBelow ? below : fitsAbove ? above : part.top + part.height * 0.2;
  return {
    left: within(part.left + (part.width - card.width) / 2, window.width - card.width - GAP),
    top: within(top, window.height - card.height - GAP),
  };
}

function within(value: number, most: number): number {
  return Math.max(GAP, Math.min(value, most));
}
