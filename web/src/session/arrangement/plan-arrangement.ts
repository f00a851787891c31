import {
  type EditPlan,
  finish,
  type NodeId,
  type Point,
  type Slices,
  type Snapshot,
} from '@portolan/model';
import type { ArrangementChange, FoldedParts, SessionState } from '../session.ts';
import { followNodes, layOutArranged, layOutPart, mayStay } from './arranged-layout.ts';
import { type Arrangement, followNames, placeNotes } from './arrangement.ts';
import { placeUnplaced } from './node-positions.ts';
import { planFold } from './plan-fold.ts';

type Positions = ReadonlyMap<NodeId, Point>;

/** What a session has to arrange. */
export type ArrangedState = Pick<SessionState, 'snapshot' | 'positions' | 'arrangement'>;

/** What is to be arranged otherwise, and where nodes go with it. */
export interface ArrangementPlan {
  readonly change: ArrangementChange;
  readonly places: Positions;
}

/** Where nodes stand in the beginning: where they were, or laid out as the map is arranged. */
export function* startPositions(
  snapshot: Snapshot,
  known: Positions | undefined,
  arrangement: Arrangement,
): Slices<Positions> {
  const hasPlaces = snapshot.topology.nodes.some((node) => known?.has(node.id));
  return known !== undefined && hasPlaces
    ? placeUnplaced(snapshot, known, arrangement)
    : yield* layOutArranged(snapshot.topology, arrangement);
}

/** Everything laid out anew, or, with `part`, only that, in its place. */
export function planTidy(
  { snapshot, positions, arrangement }: ArrangedState,
  part?: ReadonlySet<NodeId>,
): ArrangementPlan {
  const { topology } = snapshot;
  const places =
    part === undefined
      ? finish(layOutArranged(topology, arrangement))
      : layOutPart(topology, part, positions, arrangement);
  return { change: { notes: followNodes(arrangement.notes, topology, positions, places) }, places };
}

/** The other of the two ways in which nodes stand, and where they stand in it. */
export function planGroups({ snapshot, positions, arrangement }: ArrangedState): ArrangementPlan {
  const isGrouped = !arrangement.isGrouped;
  const { topology } = snapshot;
  const known = new Map(arrangement.otherPlaces);
  const next = { ...arrangement, isGrouped };
  const places = finish(startPositions(snapshot, known.size === 0 ? undefined : known, next));
  const notes = followNodes(arrangement.notes, topology, positions, places);
  return { change: { isGrouped, otherPlaces: [...positions], notes }, places };
}

/** Where nodes will stand whose resources the plans rename or add; `places` are for what each adds. */
export function planArrivals(
  { snapshot, positions, arrangement }: ArrangedState,
  plans: readonly Pick<EditPlan, 'renamed' | 'reveal'>[],
  places: readonly Point[],
): Pick<SessionState, 'positions' | 'arrangement'> {
  const present = new Set(snapshot.topology.nodes.map(({ id }) => id));
  const prepared = new Map(positions);
  for (const [index, { renamed, reveal }] of plans.entries()) {
    for (const { from, to } of renamed) {
      const old = prepared.get(from);
      if (old !== undefined && mayStay(arrangement, from, to)) prepared.set(to, old);
    }
    const place = places[index];
    if (place !== undefined && reveal !== null && !present.has(reveal)) prepared.set(reveal, place);
  }
  const renamed = plans.flatMap((plan) => plan.renamed);
  return { positions: prepared, arrangement: followNames(arrangement, renamed) };
}

/** These nodes and notes, by their ids, moved. */
export function planMove(
  { positions, arrangement: { notes } }: ArrangedState,
  moved: ReadonlyMap<string, Point>,
): ArrangementPlan {
  const isNoteMoved = notes.some(({ id }) => moved.has(id));
  return {
    change: isNoteMoved ? { notes: placeNotes(notes, moved) } : {},
    places: comparePlaces(positions, moved).after,
  };
}

/** What of a plan is other than it is now, and what takes it back. */
export function compareArranged(
  { positions, arrangement }: ArrangedState,
  { places, change }: ArrangementPlan,
): {
  readonly before: ArrangementPlan;
  readonly after: ArrangementPlan;
  readonly isChanged: boolean;
} {
  const { before, after } = comparePlaces(positions, places);
  const { past, isChanged } = compareParts(arrangement, change);
  return {
    before: { places: before, change: past },
    after: { places: after, change },
    isChanged: after.size > 0 || isChanged,
  };
}

/** Of the nodes that have another place now: where they were, and where they are. */
function comparePlaces(
  positions: Positions,
  moved: Positions,
): { readonly before: Positions; readonly after: Positions } {
  const before = new Map<NodeId, Point>();
  const after = new Map<NodeId, Point>();
  for (const [id, place] of moved) {
    const old = positions.get(id);
    if (old === undefined || (old.x === place.x && old.y === place.y)) continue;
    before.set(id, old);
    after.set(id, place);
  }
  return { before, after };
}

/** Exactly these folded, with frames where namespaces are, and room for what is unfolded. */
export function planFolded(state: ArrangedState, folded: FoldedParts): ArrangementPlan {
  const needsFrames = (folded.foldedNamespaces?.length ?? 0) > 0 && !state.arrangement.isGrouped;
  const start = needsFrames ? planGroups(state) : { change: {}, places: state.positions };
  const before = { ...state.arrangement, ...start.change };
  const { topology } = state.snapshot;
  const places = planFold(topology, start.places, before, { ...before, ...folded });
  return { change: { ...start.change, ...folded }, places };
}

/** What the parts that change are now, and whether any of them becomes another one. */
export function compareParts(
  now: Arrangement,
  change: ArrangementChange,
): { readonly past: ArrangementChange; readonly isChanged: boolean } {
  const parts = Object.entries(now).filter(([part]) => part in change);
  const next = new Map<string, unknown>(Object.entries(change));
  return {
    past: Object.fromEntries(parts),
    isChanged: parts.some(([part, value]) => next.get(part) !== value),
  };
}
