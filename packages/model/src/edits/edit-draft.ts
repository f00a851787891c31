import type { ManifestDocument } from '../documents/manifest-document.ts';
import { updateDocuments } from '../documents/update-documents.ts';
import type { NodeId } from '../graph/topology.ts';
import type { Resource } from '../resources/resource.ts';
import type { Snapshot } from '../snapshot.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { shiftRange } from '../text/text-range.ts';
import type { FieldValue } from './edit-command.ts';
import type { PlanResult } from './edit-plan.ts';
import { composeEdits } from './fields/compose-edits.ts';
import { editDocument } from './fields/edit-document.ts';
import { type FieldOperation, valueAt } from './fields/field-operation.ts';
import type { EditedDocument } from './fields/prove-edits.ts';
import { planAppend } from './manifests/append-manifest.ts';
import { planCopyDocument } from './manifests/copy-document.ts';
import { planCutDocuments } from './manifests/cut-documents.ts';
import { isIntended } from './manifests/intended-documents.ts';
import { findRenamedNodes, type RenamedNode } from './renamed-nodes.ts';

/**
 * Collects what one command writes, in any number of documents. After the first refusal every
 * further call does nothing, and `finish` gives the reason.
 */
export interface EditDraft {
  readonly snapshot: Snapshot;
  /** Changes fields of a resource; paths are relative to it and speak of it as changed so far. */
  change(resource: Resource, operations: readonly FieldOperation[]): void;
  /** Changes fields of several resources; what lies in one document is changed in one go. */
  changeAll(changes: readonly ResourceChange[]): void;
  /** The resource's manifest as changed so far. */
  valueOf(resource: Resource): unknown;
  /** Takes a resource out of the text, once all changes are made. */
  remove(resource: Resource): void;
  /** Puts a copy of a resource behind it, with operations carried out on the copy. */
  copy(resource: Resource, operations: readonly FieldOperation[]): void;
  /** Adds a manifest at the end of the text. */
  append(manifest: FieldValue): void;
  refuse(reason: string): void;
  finish(outcome: DraftOutcome): PlanResult;
}

/** One change of one resource; the path is relative to it. */
export interface ResourceChange {
  readonly resource: Resource;
  readonly operation: FieldOperation;
}

/** What a plan says besides its edits. */
export interface DraftOutcome {
  readonly label: string;
  readonly reveal: NodeId | null;
  /** Node ids that change for a reason that the resources do not show. */
  readonly renamed?: readonly RenamedNode[];
}

interface DraftState {
  readonly snapshot: Snapshot;
  readonly edited: Map<number, EditedDocument>;
  readonly removed: Resource[];
  readonly copies: Map<number, TextEdit>;
  readonly appended: FieldValue[];
  reason: string | null;
}

/** A draft on this snapshot, without any change yet. */
export function createEditDraft(snapshot: Snapshot): EditDraft {
  const state: DraftState = {
    snapshot,
    edited: new Map(),
    removed: [],
    copies: new Map(),
    appended: [],
    reason: null,
  };
  return {
    snapshot,
    change: (resource, operations) => changeResource(state, resource, operations),
    changeAll: (changes) => changeAll(state, changes),
    valueOf: (resource) => valueOfResource(state, resource),
    remove: (resource) => {
      state.removed.push(resource);
    },
    copy: (resource, operations) => copyResource(state, resource, operations),
    append: (manifest) => {
      state.appended.push(manifest);
    },
    refuse: (reason) => {
      state.reason ??= reason;
    },
    finish: (outcome) => finishDraft(state, outcome),
  };
}

function indexOf({ snapshot }: DraftState, resource: Resource): number {
  return snapshot.documents.indexOf(resource.document);
}

function documentOf(state: DraftState, index: number): ManifestDocument | undefined {
  return state.edited.get(index)?.document ?? state.snapshot.documents[index];
}

function valueOfResource(state: DraftState, resource: Resource): unknown {
  const value = documentOf(state, indexOf(state, resource))?.value;
  return value === undefined ? resource.value : valueAt(value, resource.path);
}

function changeResource(
  state: DraftState,
  resource: Resource,
  operations: readonly FieldOperation[],
): void {
  changeAll(
    state,
    operations.map((operation) => ({ resource, operation })),
  );
}

function changeAll(state: DraftState, changes: readonly ResourceChange[]): void {
  const byDocument = new Map<number, ResourceChange[]>();
  for (const change of changes) {
    const index = indexOf(state, change.resource);
    const known = byDocument.get(index) ?? [];
    byDocument.set(index, known);
    known.push(change);
  }
  for (const [index, ofDocument] of byDocument) {
    changeDocument(state, index, ofDocument);
  }
}

function changeDocument(
  state: DraftState,
  index: number,
  changes: readonly ResourceChange[],
): void {
  const document = documentOf(state, index);
  if (state.reason !== null) {
    return;
  }
  const names = [...new Set(changes.map(({ resource }) => `${resource.kind} ${resource.name}`))];
  if (document === undefined) {
    state.reason = `${names.join(', ')}: this is not in the text any more.`;
    return;
  }
  const operations = changes.map(({ resource, operation }) => ({
    ...operation,
    path: [...resource.path, ...operation.path],
  }));
  const result = editDocument(document, operations, state.snapshot.documents.slice(0, 10));
  if (!result.ok) {
    state.reason = `${names.join(', ')}: ${result.reason}`;
    return;
  }
  const before = state.edited.get(index)?.edits ?? [];
  const original = state.snapshot.documents[index]?.text ?? '';
  state.edited.set(index, {
    edits: composeEdits(original, before, result.value.edits),
    document: result.value.document,
  });
}

function copyResource(
  state: DraftState,
  resource: Resource,
  operations: readonly FieldOperation[],
): void {
  const itemIndex = resource.path.at(-1);
  if (typeof itemIndex === 'number') {
    const list = { ...resource, path: resource.path.slice(0, -1) };
    changeResource(state, list, [{ kind: 'copy', path: [], index: itemIndex }]);
    const copy = { ...resource, path: [...list.path, itemIndex + 1] };
    changeResource(state, copy, operations);
    return;
  }
  const index = indexOf(state, resource);
  const copied = planCopyDocument(state.snapshot, index, operations);
  if (copied.ok) {
    state.copies.set(index, copied.value);
  } else {
    state.reason ??= copied.reason;
  }
}

/** Items of Lists go one by one, the last first, so that the places of the others stay right. */
function removeItems(state: DraftState): ReadonlySet<number> {
  const documents = new Set<number>();
  const items = [];
  for (const resource of state.removed) {
    if (resource.path.length === 0) {
      documents.add(indexOf(state, resource));
    } else {
      items.push(resource);
    }
  }
  const order = (resource: Resource) => state.snapshot.resources.indexOf(resource);
  for (const resource of items.sort((a, b) => order(b) - order(a))) {
    changeResource(state, resource, [{ kind: 'remove', path: [] }]);
  }
  return documents;
}

function finishDraft(state: DraftState, outcome: DraftOutcome): PlanResult {
  const { snapshot } = state;
  const cut = removeItems(state);
  if (state.reason !== null) {
    return { ok: false, reason: state.reason };
  }
  const edits: TextEdit[] = [...planCutDocuments(snapshot, cut)];
  for (const [index, { edits: changes }] of state.edited) {
    const start = snapshot.starts[index] ?? 0;
    edits.push(
      ...(cut.has(index)
        ? []
        : changes.map(({ range, newText }) => ({ range: shiftRange(range, start), newText }))),
    );
  }
  edits.push(...state.copies.values());
  if (state.appended.length > 0) {
    edits.push(planAppend(snapshot, state.appended));
  }
  const sorted = sortedEdits(edits);
  const next = updateDocuments(snapshot, sorted).next.documents;
  if (!isIntended(snapshot.documents, next, { ...state, cut })) {
    return {
      ok: false,
      reason:
        'The layout of the text does not allow this here without changing something else. Change it in the YAML.',
    };
  }
  const renamed = [...(outcome.renamed ?? []), ...findRenamedNodes(snapshot, state.edited)];
  return {
    ok: true,
    plan: {
      version: snapshot.version,
      label: clipped(outcome.label),
      edits: sorted,
      renamed: withoutRepetition(renamed),
      reveal: outcome.reveal,
    },
  };
}

const LONGEST_LABEL = 120;

function clipped(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`;
}

function sortedEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits
    .filter(({ range, newText }) => newText !== '' || range.end > range.start)
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function withoutRepetition(renamed: readonly RenamedNode[]): readonly RenamedNode[] {
  const known = new Set<NodeId>();
  return renamed.filter(({ from, to }) => {
    const isNew = from !== to && !known.has(from);
    known.add(from);
    return isNew;
  });
}
