import { buildScene, type Drawing, drawScene, pickScene, type Scene } from '@portolan/model';
import { lookOf } from '../../session/arrangement/arranged-layout.ts';
import type { ViewState } from '../../view-state/view-state.ts';
import type { CommandContext } from '../command.ts';

/** How much of the map a picture holds. */
export type PictureExtent = 'all' | 'selection';

/** The map as it stands now, or what is selected of it, as a drawing that any format is written of. */
export function drawPicture(context: CommandContext, extent: PictureExtent): Drawing {
  const scene = shownScene(context);
  const title = context.workspace.store.getState().open.name;
  const shown = extent === 'all' ? scene : pickScene(scene, selectedIn(scene, context));
  return drawScene(shown, { title });
}

/** How many nodes and notes of the map are selected, or at the ends of a selected line. */
export function countSelected(context: CommandContext): number {
  return selectedIn(shownScene(context), context).size;
}

function shownScene({ session }: CommandContext): Scene {
  const { snapshot, positions, arrangement } = session.store.getState();
  return buildScene(snapshot.topology, positions, lookOf(arrangement));
}

function selectedIn({ nodeById, edges }: Scene, { view }: CommandContext): ReadonlySet<string> {
  const { selection }: ViewState = view.getState();
  const lines = new Set(selection.edges);
  const ends = edges
    .filter(({ id }) => lines.has(id))
    .flatMap(({ source, target }) => [source.id, target.id]);
  const nodes = selection.nodes.filter((id) => nodeById.has(id));
  return new Set([...nodes, ...ends, ...selection.notes]);
}
