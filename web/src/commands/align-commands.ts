import { measureWith, type Rect } from '@portolan/model';
import { foldingOf } from '../session/arrangement/arranged-layout.ts';
import { type Alignment, alignRects } from './align-rects.ts';
import type { Command, CommandContext } from './command.ts';
import { selectedNodes, selectedNotes } from './selected-nodes.ts';

/** Lays the selected nodes out anew in their place; nobody else moves. */
export const TIDY_SELECTION: Command = {
  id: 'tidy-selection',
  title: 'Tidy the selection',
  shortcuts: [{ keys: 'T', scope: 'canvas' }],
  writes: true,
  isEnabled: (context) => selectedNodes(context).length > 1,
  run: (context) => {
    context.session.tidy(new Set(selectedNodes(context).map(({ id }) => id)));
  },
};

/** Puts the selected nodes in line, by the keys that Figma has for it. */
export const ALIGN_COMMANDS: readonly (Command & { readonly alignment: Alignment })[] = [
  alignCommand('left', 'Align left', 'Alt+A'),
  alignCommand('centre', 'Align centres, one below the other', 'Alt+H'),
  alignCommand('right', 'Align right', 'Alt+D'),
  alignCommand('top', 'Align top', 'Alt+W'),
  alignCommand('middle', 'Align middles, side by side', 'Alt+V'),
  alignCommand('bottom', 'Align bottom', 'Alt+S'),
  alignCommand('distribute-horizontally', 'Same space between, side by side', 'Shift+Alt+H', 3),
  alignCommand('distribute-vertically', 'Same space between, up and down', 'Shift+Alt+V', 3),
];

function alignCommand(
  alignment: Alignment,
  title: string,
  keys: string,
  least = 2,
): Command & { readonly alignment: Alignment } {
  return {
    id: `align-${alignment}`,
    alignment,
    title,
    shortcuts: [{ keys, scope: 'canvas' }],
    writes: true,
    isEnabled: (context) => selectedNodes(context).length + selectedNotes(context).length >= least,
    run: (context) => {
      const rects = selectedRects(context);
      const hasNotes = selectedNotes(context).length > 0;
      context.session.moveNodes(
        alignRects(rects, alignment),
        `${title}: ${rects.size} ${hasNotes ? 'nodes and notes' : 'nodes'}`,
      );
    },
  };
}

/** Where the selected nodes and notes stand, as large as they are shown. */
function selectedRects(context: CommandContext): ReadonlyMap<string, Rect> {
  const { positions, arrangement } = context.session.store.getState();
  const measure = measureWith(foldingOf(arrangement));
  const nodes = selectedNodes(context).flatMap((node) => {
    const place = positions.get(node.id);
    const { width, height } = measure(node);
    return place === undefined ? [] : [[node.id, { ...place, width, height }] as const];
  });
  return new Map<string, Rect>([
    ...nodes,
    ...selectedNotes(context).map((note) => [note.id, note] as const),
  ]);
}
