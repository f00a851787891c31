import {
  type Assumptions,
  changeAssumptions,
  DEFAULT_ASSUMPTIONS,
  type EditCommand,
  type EditPlan,
  finish,
  type NodeId,
  type PlanResult,
  type Point,
  planEdit,
  prepareScene,
  type Slices,
  type Snapshot,
  snapshotText,
  type TextEdit,
  type TextRange,
  updateSnapshot,
} from '@portolan/model';
import { createStore } from 'zustand/vanilla';
import { lookOf } from './arrangement/arranged-layout.ts';
import { PLAIN_ARRANGEMENT } from './arrangement/arrangement.ts';
import { MoveBurst } from './arrangement/move-burst.ts';
import { type DepartedNode, followPlaces } from './arrangement/node-positions.ts';
import {
  type ArrangedState,
  type ArrangementPlan,
  compareArranged,
  compareParts,
  planArrivals,
  planFolded,
  planGroups,
  planMove,
  planTidy,
  startPositions,
} from './arrangement/plan-arrangement.ts';
import { createDiagnosing } from './problems/diagnosing.ts';
import { createChecking } from './requests/checking.ts';
import type {
  ArrangementChange,
  FoldedParts,
  Session,
  SessionState,
  StepTaken,
} from './session.ts';
import type { SessionStart } from './session-start.ts';
import { restoreSnapshot } from './sketches/restore-snapshot.ts';
import { stepBeside } from './step-beside.ts';
import { fitEdits, readTextForm } from './text/exact-text.ts';
import { isReplaced } from './text/is-replaced.ts';
import { createPlainTextStore } from './text/plain-text-store.ts';
import type { TextChangeCause, TextHistory, TextListener, TextStore } from './text/text-store.ts';
import { writtenRanges } from './text/written-ranges.ts';
import { createTracing } from './tracing/tracing.ts';

/** A session whose text an editor can take over. */
export interface OpenSession extends Session {
  /**
   * Gives the text and its whole history to another store, such as the editor's; it is the one that
   * is written to from now on. Once per session; the created store is returned.
   */
  handOver<T extends TextStore>(create: (history: TextHistory, listener: TextListener) => T): T;
}

type Positions = ReadonlyMap<NodeId, Point>;

const NOWHERE: Positions = new Map();
const NOTHING_WRITTEN: readonly TextRange[] = [];

/** Opens a text. It starts as a plain string, so that nobody waits for the editor. */
export function openSession(start: SessionStart): OpenSession {
  return finish(openSessionInSlices(start));
}

/** The same, in slices of time. */
export function* openSessionInSlices(start: SessionStart): Slices<OpenSession> {
  const { text, assumptions = DEFAULT_ASSUMPTIONS, lastGood = [] } = start;
  // What an older version stored lacks what came later.
  const arrangement = { ...PLAIN_ARRANGEMENT, ...start.arrangement };
  const snapshot = yield* restoreSnapshot(text, assumptions, lastGood);
  const positions = yield* startPositions(snapshot, start.positions, arrangement);
  // What the canvas will show is remembered with each node and edge, so that it has it at once.
  yield* prepareScene(snapshot.topology, positions, lookOf(arrangement));
  const state = { snapshot, positions, arrangement };
  return new TextSession(text, state, start.readOnlyReason ?? null);
}

class TextSession implements OpenSession {
  readonly store;
  readonly diagnosis;
  readonly tracing;
  readonly checking;
  readonly #diagnosing;
  readonly readOnlyReason: string | null;
  readonly #form;
  readonly #plainText;
  readonly #listener: TextListener;
  #text: TextStore;
  #departed: readonly DepartedNode[] = [];
  /** Until the next step of the history. */
  #burst: MoveBurst | null = null;

  constructor(text: string, state: ArrangedState, readOnlyReason: string | null) {
    this.readOnlyReason = readOnlyReason;
    this.store = createStore<SessionState>(() => ({
      ...state,
      undoLabel: null,
      redoLabel: null,
      written: NOTHING_WRITTEN,
      replacements: 0,
      lastStep: null,
    }));
    this.#diagnosing = createDiagnosing(this.store);
    this.diagnosis = this.#diagnosing.store;
    this.tracing = createTracing(this.store);
    this.checking = createChecking(this.store);
    this.#form = readTextForm(text);
    this.#listener = {
      onText: (edits, cause) => this.#follow(edits, cause),
      onHistory: () => {
        this.#burst = null;
        this.store.setState(this.#labels());
      },
    };
    this.#plainText = createPlainTextStore(text, this.#listener);
    this.#text = this.#plainText;
  }

  dispatch(command: EditCommand, place?: Point): PlanResult {
    if (this.readOnlyReason !== null) return { ok: false, reason: this.readOnlyReason };
    const result = planEdit(this.store.getState().snapshot, command);
    // A plan is for one version of the text. Nothing can come between here; if it did, plan again.
    if (result.ok && result.plan.version !== this.store.getState().snapshot.version) {
      return this.dispatch(command, place);
    }
    if (result.ok) {
      this.#writePlans([result.plan], result.plan.label, place === undefined ? [] : [place]);
    }
    return result;
  }

  dispatchAll(
    commands: readonly EditCommand[],
    label: string,
    places: readonly Point[] = [],
    beside: ArrangementChange = {},
  ): PlanResult {
    if (this.readOnlyReason !== null) return { ok: false, reason: this.readOnlyReason };
    const { snapshot: start } = this.store.getState();
    let snapshot = start;
    const plans: EditPlan[] = [];
    for (const command of commands) {
      const result = planEdit(snapshot, command);
      if (!result.ok) return result;
      plans.push(result.plan);
      snapshot = updateSnapshot(snapshot, fitEdits(result.plan.edits, this.#form));
    }
    this.#writePlans(plans, label, places, beside);
    const renamed = plans.flatMap((plan) => plan.renamed);
    const reveal = plans.at(-1)?.reveal ?? null;
    return { ok: true, plan: { version: start.version, label, edits: [], renamed, reveal } };
  }

  moveNodes(moved: ReadonlyMap<string, Point>, label: string): void {
    this.#arrange(planMove(this.store.getState(), moved), label);
  }

  nudgeNodes(moved: ReadonlyMap<string, Point>, label: string): void {
    const end = planMove(this.store.getState(), moved);
    if (this.#burst?.goOn(moved.keys(), end)) {
      this.#place(end.places, end.change, { kind: 'done', label });
      return;
    }
    const burst = new MoveBurst(moved.keys(), end);
    this.#arrange(end, label, () => burst.end);
    this.#burst = burst;
  }

  arrange(change: ArrangementChange, label: string, moved: Positions = NOWHERE): void {
    this.#arrange({ places: moved, change }, label);
  }

  toggleGroups(): void {
    const { arrangement } = this.store.getState();
    const { change, places } = planGroups(this.store.getState());
    this.arrange(
      change,
      arrangement.isGrouped ? 'Take the frames away' : 'Group by namespace',
      places,
    );
  }

  fold(folded: FoldedParts, label: string): void {
    const { change, places } = planFolded(this.store.getState(), folded);
    this.arrange(change, label, places);
  }

  hideNamespaces(hiddenNamespaces: readonly string[]): void {
    const { arrangement } = this.store.getState();
    this.store.setState({ arrangement: { ...arrangement, hiddenNamespaces } });
  }

  tidy(part?: ReadonlySet<NodeId>): void {
    const { change, places } = planTidy(this.store.getState(), part);
    this.arrange(change, part === undefined ? 'Tidy' : 'Tidy the selection', places);
  }

  diagnose(): void {
    this.#diagnosing.start();
    this.checking.start();
  }

  assume(assumptions: Assumptions, label: string): void {
    const { assumptions: before } = this.store.getState().snapshot;
    const isSame = JSON.stringify(assumptions) === JSON.stringify(before);
    if (isSame || this.readOnlyReason !== null) return;
    const undo = (taken: StepTaken) => this.#assume(before, taken);
    const redo = (taken: StepTaken) => this.#assume(assumptions, taken);
    this.#assume(assumptions, { kind: 'done', label });
    this.#text.pushBeside(stepBeside(label, undo, redo));
  }

  undo(): void {
    this.#text.undo();
  }

  redo(): void {
    this.#text.redo();
  }

  text(): string {
    return snapshotText(this.store.getState().snapshot);
  }

  handOver<T extends TextStore>(create: (history: TextHistory, listener: TextListener) => T): T {
    if (this.#text !== this.#plainText) throw new Error('The text has been handed over before');
    const text = create(this.#plainText.history(), this.#listener);
    this.#text = text;
    this.#listener.onHistory();
    return text;
  }

  dispose(): void {
    this.#diagnosing.stop();
    this.tracing.stop();
    this.checking.stop();
    this.#text.dispose();
  }

  /** `redone`: what redo puts in place, once that is another thing than what was done first. */
  #arrange(plan: ArrangementPlan, label: string, redone?: () => ArrangementPlan): void {
    const { before, after, isChanged } = compareArranged(this.store.getState(), plan);
    if (!isChanged || this.readOnlyReason !== null) return;
    this.#place(after.places, after.change, { kind: 'done', label });
    const undo = (taken: StepTaken) => this.#place(before.places, before.change, taken);
    const redo = (taken: StepTaken) => {
      const { places, change } = redone?.() ?? after;
      this.#place(places, change, taken);
    };
    this.#text.pushBeside(stepBeside(label, undo, redo));
  }

  #writePlans(
    plans: readonly EditPlan[],
    label: string,
    places: readonly Point[],
    beside: ArrangementChange = {},
  ): void {
    this.store.setState(planArrivals(this.store.getState(), plans, places));
    this.#write(
      plans.map((plan) => plan.edits),
      label,
      beside,
    );
  }

  #write(lists: readonly (readonly TextEdit[])[], label: string, beside: ArrangementChange): void {
    const fitted = lists.filter((edits) => edits.length > 0);
    if (fitted.length === 0) {
      this.arrange(beside, label);
      return;
    }
    const { past } = compareParts(this.store.getState().arrangement, beside);
    const undo = (taken: StepTaken) => this.#place(NOWHERE, past, taken, true);
    const redo = (taken: StepTaken) => this.#place(NOWHERE, beside, taken, true);
    this.#text.write(
      fitted.map((edits) => fitEdits(edits, this.#form)),
      label,
      stepBeside(label, undo, redo),
    );
    this.#place(NOWHERE, beside, { kind: 'done', label }, true);
  }

  #follow(edits: readonly TextEdit[], cause: TextChangeCause): void {
    this.#burst = null;
    const { snapshot: previous, lastStep, replacements } = this.store.getState();
    this.#take(updateSnapshot(previous, edits), {
      written: cause === 'typing' ? NOTHING_WRITTEN : writtenRanges(edits),
      replacements: replacements + (isReplaced(previous, edits, cause) ? 1 : 0),
      lastStep: this.#stepTaken(cause) ?? lastStep,
      ...this.#labels(),
    });
  }

  /** Shows what is so now; nodes that stay, return or change their names keep their places. */
  #take(snapshot: Snapshot, beside: Partial<SessionState>): void {
    const { snapshot: previous, ...placed } = this.store.getState();
    const places = followPlaces(previous, snapshot, { ...placed, departed: this.#departed });
    this.#departed = places.departed;
    const { positions, arrangement } = places;
    this.store.setState({ snapshot, positions, arrangement, ...beside });
  }

  #stepTaken(cause: TextChangeCause): StepTaken | null {
    if (cause !== 'undo' && cause !== 'redo') return null;
    const label = cause === 'undo' ? this.#text.redoLabel() : this.#text.undoLabel();
    return label === null ? null : { kind: cause === 'undo' ? 'undone' : 'redone', label };
  }

  #assume(assumptions: Assumptions, lastStep: StepTaken): void {
    const snapshot = changeAssumptions(this.store.getState().snapshot, assumptions);
    this.#take(snapshot, { written: NOTHING_WRITTEN, lastStep });
  }

  /** `isWithText`: the same step wrote text as well. */
  #place(
    places: Positions,
    change: ArrangementChange,
    lastStep: StepTaken,
    isWithText = false,
  ): void {
    const { positions, arrangement, written } = this.store.getState();
    this.store.setState({
      positions: places.size === 0 ? positions : new Map([...positions, ...places]),
      arrangement: { ...arrangement, ...change },
      written: isWithText ? written : NOTHING_WRITTEN,
      lastStep,
    });
  }

  #labels(): Pick<SessionState, 'undoLabel' | 'redoLabel'> {
    return { undoLabel: this.#text.undoLabel(), redoLabel: this.#text.redoLabel() };
  }
}
