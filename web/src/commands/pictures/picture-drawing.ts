import {
  buildScene,
  type Drawing,
  drawScene,
  type NodeId,
  pickScene,
  type Scene,
} from '@portolan/model';
import type { ViewState } from '../../view-state/view-state.ts';
import type { CommandContext } from '../command.ts';

/** How much of the map a picture holds. */
export type PictureExtent = 'all' | 'selection';

/** The map as it stands now, or what is selected of it, as a drawing that any format is written of. */
export function drawPicture(context: CommandContext, extent: PictureExtent): Drawing {
  const { topology, positions } = mapOf(context);
  const scene = buildScene(topology, positions);
  const title = context.workspace.store.getState().open.name;
  const shown = extent === 'all' ? scene : pickScene(scene, selectedIn(scene, context));
  return drawScene(shown, { title });
}

/** How many nodes of the map are selected, or at the ends of a selected line. */
export function countSelected(context: CommandContext): number {
  const { topology, positions } = mapOf(context);
  return selectedIn(buildScene(topology, positions), context).size;
}

function mapOf({ session }: CommandContext) {
  const { snapshot, positions } = session.store.getState();
  return { topology: snapshot.topology, positions };
}

function selectedIn({ nodeById, edges }: Scene, { view }: CommandContext): ReadonlySet<NodeId> {
  const { selection }: ViewState = view.getState();
  const lines = new Set(selection.edges);
  const ends = edges
    .filter(({ id }) => lines.has(id))
    .flatMap(({ source, target }) => [source.id, target.id]);
  return new Set([...selection.nodes.filter((id) => nodeById.has(id)), ...ends]);
}
