import {
  type Assumptions,
  changeAssumptions,
  DEFAULT_ASSUMPTIONS,
  type EditCommand,
  type EditPlan,
  layoutTopology,
  type NodeId,
  type PlanResult,
  type Point,
  planEdit,
  type Snapshot,
  snapshotText,
  type TextEdit,
  type TextRange,
  updateSnapshot,
} from '@portolan/model';
import { createStore } from 'zustand/vanilla';
import { startDiagnosing } from './diagnosing.ts';
import { fitEdits, readTextForm } from './exact-text.ts';
import { type DepartedNode, followPlaces, placeUnplaced } from './node-positions.ts';
import { createPlainTextStore } from './plain-text-store.ts';
import { type LastGoodText, restoreSnapshot } from './restore-snapshot.ts';
import type { Session, SessionState, StepTaken } from './session.ts';
import type {
  MoveStep,
  TextChangeCause,
  TextHistory,
  TextListener,
  TextStore,
} from './text-store.ts';

/** What a session starts from. */
export interface SessionStart {
  readonly text: string;
  /** Where nodes were when the text was last open. */
  readonly positions?: ReadonlyMap<NodeId, Point>;
  readonly lastGood?: readonly LastGoodText[];
  readonly assumptions?: Assumptions | undefined;
  /** Why nothing can be changed; absent where everything can. */
  readonly readOnlyReason?: string;
}

/** A session whose text an editor can take over. */
export interface OpenSession extends Session {
  /**
   * Gives the text and its whole history to another store, such as the editor's; it is the one that
   * is written to from now on. Once per session; the created store is returned.
   */
  handOver<T extends TextStore>(create: (history: TextHistory, listener: TextListener) => T): T;
}

const NOTHING_WRITTEN: readonly TextRange[] = [];

/** Opens a text. It starts as a plain string, so that nobody waits for the editor. */
export function openSession(start: SessionStart): OpenSession {
  return new TextSession(start);
}

class TextSession implements OpenSession {
  readonly store;
  readonly diagnosis;
  readonly #diagnosing;
  readonly readOnlyReason: string | null;
  readonly #form;
  readonly #plainText;
  readonly #listener: TextListener;
  #text: TextStore;
  #departed: readonly DepartedNode[] = [];

  constructor({ text, positions, lastGood, assumptions, readOnlyReason }: SessionStart) {
    this.readOnlyReason = readOnlyReason ?? null;
    const snapshot = restoreSnapshot(text, assumptions ?? DEFAULT_ASSUMPTIONS, lastGood ?? []);
    this.store = createStore<SessionState>(() => ({
      snapshot,
      positions: startPositions(snapshot, positions),
      undoLabel: null,
      redoLabel: null,
      written: NOTHING_WRITTEN,
      replacements: 0,
      lastStep: null,
    }));
    this.#diagnosing = startDiagnosing(this.store);
    this.diagnosis = this.#diagnosing.store;
    this.#form = readTextForm(text);
    this.#listener = {
      onText: (edits, cause) => {
        this.#follow(edits, cause);
      },
      onHistory: () => this.store.setState(this.#labels()),
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
    this.#writePlans(plans, label, places);
    const renamed = plans.flatMap((plan) => plan.renamed);
    const reveal = plans.at(-1)?.reveal ?? null;
    return { ok: true, plan: { version: start.version, label, edits: [], renamed, reveal } };
  }

  moveNodes(moved: ReadonlyMap<NodeId, Point>, label: string): void {
    const { positions } = this.store.getState();
    const before = new Map<NodeId, Point>();
    const after = new Map<NodeId, Point>();
    for (const [id, place] of moved) {
      const old = positions.get(id);
      if (old === undefined || (old.x === place.x && old.y === place.y)) continue;
      before.set(id, old);
      after.set(id, place);
    }
    if (after.size === 0 || this.readOnlyReason !== null) return;
    const step: MoveStep = {
      kind: 'move',
      label,
      undo: () => this.#place(before, { kind: 'undone', label }),
      redo: () => this.#place(after, { kind: 'redone', label }),
    };
    this.#place(after, { kind: 'done', label });
    this.#text.pushMove(step);
  }

  tidy(): void {
    this.moveNodes(layoutTopology(this.store.getState().snapshot.topology), 'Tidy');
  }

  assume(assumptions: Assumptions): void {
    if (this.readOnlyReason !== null) return;
    const { snapshot: previous, positions } = this.store.getState();
    const snapshot = changeAssumptions(previous, assumptions);
    const places = followPlaces(previous, snapshot, { positions, departed: this.#departed });
    this.#departed = places.departed;
    this.store.setState({ snapshot, positions: places.positions });
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
    this.#text.dispose();
  }

  #writePlans(plans: readonly EditPlan[], label: string, places: readonly Point[]): void {
    const { positions, snapshot } = this.store.getState();
    const present = new Set(snapshot.topology.nodes.map(({ id }) => id));
    const prepared = new Map(positions);
    for (const [index, { renamed, reveal }] of plans.entries()) {
      for (const { from, to } of renamed) {
        const old = prepared.get(from);
        if (old !== undefined) prepared.set(to, old);
      }
      const place = places[index];
      if (place !== undefined && reveal !== null && !present.has(reveal)) {
        prepared.set(reveal, place);
      }
    }
    this.store.setState({ positions: prepared });
    this.#write(
      plans.map((plan) => plan.edits),
      label,
    );
  }

  #write(lists: readonly (readonly TextEdit[])[], label: string): void {
    const fitted = lists.filter((edits) => edits.length > 0);
    if (fitted.length === 0 || this.readOnlyReason !== null) return;
    this.#text.write(
      fitted.map((edits) => fitEdits(edits, this.#form)),
      label,
    );
    this.store.setState({ lastStep: { kind: 'done', label } });
  }

  #follow(edits: readonly TextEdit[], cause: TextChangeCause): void {
    const { snapshot: previous, positions, lastStep, replacements } = this.store.getState();
    const snapshot = updateSnapshot(previous, edits);
    const places = followPlaces(previous, snapshot, { positions, departed: this.#departed });
    this.#departed = places.departed;
    this.store.setState({
      snapshot,
      positions: places.positions,
      written: cause === 'typing' ? NOTHING_WRITTEN : writtenRanges(edits),
      replacements: replacements + (isReplaced(previous, edits, cause) ? 1 : 0),
      lastStep: this.#stepTaken(cause) ?? lastStep,
      ...this.#labels(),
    });
  }

  #stepTaken(cause: TextChangeCause): StepTaken | null {
    if (cause !== 'undo' && cause !== 'redo') return null;
    const label = cause === 'undo' ? this.#text.redoLabel() : this.#text.undoLabel();
    return label === null ? null : { kind: cause === 'undo' ? 'undone' : 'redone', label };
  }

  #place(places: ReadonlyMap<NodeId, Point>, lastStep: StepTaken): void {
    this.store.setState({
      positions: new Map([...this.store.getState().positions, ...places]),
      written: NOTHING_WRITTEN,
      lastStep,
    });
  }

  #labels(): Pick<SessionState, 'undoLabel' | 'redoLabel'> {
    return { undoLabel: this.#text.undoLabel(), redoLabel: this.#text.redoLabel() };
  }
}

function startPositions(
  snapshot: Snapshot,
  known: ReadonlyMap<NodeId, Point> | undefined,
): ReadonlyMap<NodeId, Point> {
  const hasPlaces = snapshot.topology.nodes.some((node) => known?.has(node.id));
  return known !== undefined && hasPlaces
    ? placeUnplaced(snapshot, known)
    : layoutTopology(snapshot.topology);
}

/** Whether the edits are one, of all that there was. What the canvas writes into an empty text is not meant. */
function isReplaced(
  { documents, starts }: Snapshot,
  edits: readonly TextEdit[],
  cause: TextChangeCause,
): boolean {
  const [edit, second] = edits;
  if (edit === undefined || second !== undefined || cause === 'command') return false;
  const length = starts[documents.length] ?? 0;
  const isWhole = edit.range.start <= 1 && edit.range.end === length;
  return isWhole && (length > 1 || cause === 'typing');
}

/** Where the new text of these edits stands afterwards. */
function writtenRanges(edits: readonly TextEdit[]): readonly TextRange[] {
  let shift = 0;
  return edits.map(({ range, newText }) => {
    const start = range.start + shift;
    shift += newText.length - (range.end - range.start);
    return { start, end: start + newText.length };
  });
}
