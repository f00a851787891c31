import {
  type AddableKind,
  type ConnectedSide,
  checkConnection,
  fittingKinds,
  type Snapshot,
  type TopologyNode,
} from '@portolan/model';
import { requestFocus, requestReveal, select } from '../../view-state/view-state.ts';
import { ADDABLE_KINDS } from '../add-commands.ts';
import { ALL_COMMANDS } from '../all-commands.ts';
import { type Command, type CommandContext, isAvailable } from '../command.ts';
import { openStored } from '../file-commands.ts';
import { openSample } from '../open-sample.ts';
import { runEdit } from '../run-edit.ts';
import { SAMPLES } from '../samples.ts';
import { onlySelectedNode } from '../selected-nodes.ts';
import type { PaletteEntry, PaletteSection } from './palette-entry.ts';
import type { PaletteMode } from './palette-mode.ts';
import { searchMap } from './search-map.ts';

const MOST_PLACES = 40;
/** With commands beside them, a few places are enough. */
const FEW_PLACES = 8;

/** What the palette offers for a query, the likeliest first. */
export function paletteSections(
  context: CommandContext,
  mode: PaletteMode,
  query: string,
): readonly PaletteSection[] {
  const sections = SECTIONS[mode](context, query);
  return sections.filter(({ entries }) => entries.length > 0);
}

type MakeSections = (context: CommandContext, query: string) => readonly PaletteSection[];

const SECTIONS: Readonly<Record<PaletteMode, MakeSections>> = {
  all: (context, query) => [
    ...(query === '' ? [] : [placeSection(context, query, FEW_PLACES)]),
    { title: 'Commands', entries: filtered(commandEntries(context, ALL_COMMANDS), query) },
    { title: 'Sketches', entries: filtered(sketchEntries(context), query) },
  ],
  find: (context, query) => [placeSection(context, query, MOST_PLACES)],
  add: (context, query) =>
    addSections(context).map(({ title, entries }) => ({
      title,
      entries: filtered(entries, query),
    })),
  connect: (context, query) => [connectSection(context, query)],
};

function placeSection(context: CommandContext, query: string, most: number): PaletteSection {
  const { topology } = context.session.store.getState().snapshot;
  const entries = searchMap(topology, query, most).map(({ node, found }) => ({
    ...entryOf(node),
    detail: found === null ? placeOf(node) : `${placeOf(node)} · ${found}`,
    run: () => goTo(context, node),
  }));
  return { title: 'On the map', entries };
}

function commandEntries(
  context: CommandContext,
  commands: readonly Command[],
): readonly PaletteEntry[] {
  return commands
    .filter((command) => command.id !== 'palette-all' && isAvailable(command, context))
    .map((command) => ({
      id: command.id,
      title: command.title,
      alsoCalled: command.alsoCalled ?? '',
      detail: '',
      kind: null,
      keys: command.shortcuts[0]?.keys ?? null,
      refusal: null,
      run: () => command.run(context),
    }));
}

/** The stored sketches but the open one, the latest first, and the samples. */
function sketchEntries(context: CommandContext): readonly PaletteEntry[] {
  const { workspace } = context;
  const { recent } = workspace.store.getState();
  const line = { kind: null, keys: null, refusal: null };
  return [
    ...recent
      .filter(({ id }) => id !== workspace.openId())
      .map(({ id, name }) => ({
        ...line,
        id: `sketch-${id}`,
        title: `Open ${name}`,
        detail: 'Sketch',
        run: () => void openStored(context, id),
      })),
    ...SAMPLES.map((sample) => ({
      ...line,
      id: `sample-${sample.file}`,
      title: `Open ${sample.title}`,
      detail: 'Sample',
      run: () => void openSample(context, sample),
    })),
  ];
}

function addSections(context: CommandContext): readonly PaletteSection[] {
  const node = onlySelectedNode(context);
  const connected = (side: ConnectedSide) =>
    node === undefined
      ? []
      : fittingKinds(node.kind, side).map((kind) => ({
          ...kindEntry(kind, `${side}-${kind}`),
          run: () => {
            runEdit(context, { kind: 'add-connected', node: node.id, addKind: kind });
          },
        }));
  return [
    { title: `Behind ${node?.name ?? ''}`, entries: connected('behind') },
    { title: `In front of ${node?.name ?? ''}`, entries: connected('before') },
    {
      title: 'By itself',
      entries: ADDABLE_KINDS.map((kind) => ({
        ...kindEntry(kind, kind),
        run: () => {
          runEdit(context, { kind: 'add-resource', addKind: kind });
        },
      })),
    },
  ];
}

/** Every other node, those first to which a line can be drawn; to the others it says why not. */
function connectSection(context: CommandContext, query: string): PaletteSection {
  const own = onlySelectedNode(context);
  if (own === undefined) return { title: '', entries: [] };
  const { snapshot } = context.session.store.getState();
  const entries = searchMap(snapshot.topology, query, Number.POSITIVE_INFINITY)
    .filter(({ node }) => node.id !== own.id)
    .map(({ node }) => connectEntry(context, snapshot, own, node));
  const possible = entries.filter(({ refusal }) => refusal === null);
  const refused = entries.filter(({ refusal }) => refusal !== null);
  return {
    title: `Connect ${own.name} to`,
    entries: [...possible, ...refused].slice(0, MOST_PLACES),
  };
}

/** In the direction that traffic takes: to the selected node where the other one leads there, else from it. */
function connectEntry(
  context: CommandContext,
  snapshot: Snapshot,
  own: TopologyNode,
  other: TopologyNode,
): PaletteEntry {
  const leadsHere = fittingKinds(other.kind, 'behind').includes(own.kind);
  const leadsThere = fittingKinds(own.kind, 'behind').includes(other.kind);
  const [source, target] = leadsHere && !leadsThere ? [other, own] : [own, other];
  const check = checkConnection(snapshot, source.id, target.id);
  return {
    ...entryOf(other),
    refusal: check.ok ? null : check.reason,
    run: () => {
      runEdit(context, { kind: 'connect', source: source.id, target: target.id });
    },
  };
}

function goTo({ view }: CommandContext, { id }: TopologyNode): void {
  select(view, { nodes: [id] }, 'command');
  requestReveal(view, { kind: 'node', id }, 'centre');
  requestFocus(view, { kind: 'node', id });
}

function entryOf(node: TopologyNode): Omit<PaletteEntry, 'run'> {
  return { ...kindEntry(node.kind, node.id), title: node.name, detail: placeOf(node) };
}

function kindEntry(kind: AddableKind, id: string): Omit<PaletteEntry, 'run'> {
  return { id, title: kind, detail: '', kind, keys: null, refusal: null };
}

function placeOf({ kind, namespace, status }: TopologyNode): string {
  const state = status === 'present' ? '' : `, ${status}`;
  return `${kind}${state} in ${namespace}`;
}

/** The entries in which every word of the query occurs, in any case. */
function filtered(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ title, detail, alsoCalled = '' }) => {
    const text = `${title} ${detail} ${alsoCalled}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
