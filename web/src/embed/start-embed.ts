import { Workspace, type WorkspaceHost } from '../session/sketches/workspace.ts';
import { decodeLink } from '../sharing/sketch-link.ts';
import type { ViewStore } from '../view-state/view-state.ts';

/** What an embed shows. */
export type EmbedContent =
  | { readonly kind: 'map'; readonly name: string; readonly workspace: Workspace }
  /** Why there is no map, and what to do. */
  | { readonly kind: 'message'; readonly text: string };

const NOTHING =
  'There is no map in this address. Copy it again in Portolan, with Share and then Copy iframe.';

const NO_STORAGE = 'an embed stores nothing';

/** Reads the map in the part of the address behind its `#`. Stores nothing, and never throws. */
export async function startEmbed(fragment: string, view: ViewStore): Promise<EmbedContent> {
  const link = await decodeLink(fragment);
  if (link.kind === 'none') return { kind: 'message', text: NOTHING };
  if (link.kind === 'unreadable') return { kind: 'message', text: link.reason };
  const { content } = link;
  const first = async () => ({ name: content.name, text: '' });
  const noLibrary = () => Promise.reject(new Error(NO_STORAGE));
  const workspace = await Workspace.start(noLibrary, first, HOST, content);
  view.setState({ viewport: content.viewport });
  return { kind: 'map', name: content.name, workspace };
}

/** Nobody writes here, so nothing is ever copied or open twice. */
const HOST: WorkspaceHost = {
  readViewport: () => null,
  onCopy: () => undefined,
  onOpenedAgain: () => undefined,
};
