import { describe, expect, test } from 'vitest';
import { cardPlace } from './tour-card-place.ts';

const WINDOW = { width: 1280, height: 720 };
const CARD = { width: 340, height: 180 };

describe('the card of the tour', () => {
  test('stands below a small part, in the middle of it', () => {
    const bar = { left: 400, top: 10, width: 300, height: 32 };
    expect(cardPlace(bar, CARD, WINDOW)).toEqual({ left: 380, top: 54 });
  });

  test('stands above a part at the bottom, and never beyond the edge', () => {
    const tabs = { left: 0, top: 670, width: 300, height: 30 };
    expect(cardPlace(tabs, CARD, WINDOW)).toEqual({ left: 12, top: 478 });
  });

  test('stands in a part that takes the whole height of the window', () => {
    const editor = { left: 870, top: 50, width: 410, height: 640 };
    expect(cardPlace(editor, CARD, WINDOW)).toEqual({ left: 905, top: 178 });
  });

  test('is within a window that is too small for it', () => {
    expect(
      cardPlace({ left: 0, top: 0, width: 10, height: 10 }, CARD, { width: 320, height: 150 }),
    ).toEqual({
      left: 12,
      top: 12,
    });
  });
});
