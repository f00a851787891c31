import { describe, expect, test } from 'vitest';
import { readPanes } from './follow-panes.ts';
import { DEFAULT_PANES, type PaneLayout } from './view-state.ts';

describe('panes that were kept', () => {
  test('come back as they were', () => {
    const panes: PaneLayout = {
      editorSize: 47.5,
      editorOpen: false,
      sideTab: 'inspector',
      moreFields: true,
      dockSize: 40,
      problemsBy: 'code' as const,
      dockOpen: true,
      dockTab: 'outline',
      welcomeOpen: true,
    };
    expect(readPanes(JSON.stringify(panes))).toEqual(panes);
  });

  test.each([null, '', 'null', '[]', '"panes"', '{"editorSize":'])(
    '%s: as they are at first',
    (stored) => {
      expect(readPanes(stored)).toEqual(DEFAULT_PANES);
    },
  );

  test('what cannot be shown is as it is at first, and the rest comes back', () => {
    const stored = {
      editorSize: 400,
      editorOpen: 'yes',
      dockSize: null,
      dockOpen: true,
      dockTab: 'x',
    };
    expect(readPanes(JSON.stringify(stored))).toEqual({ ...DEFAULT_PANES, dockOpen: true });
  });
});
