import { findNameSites } from '../../src/edits/references/name-sites.ts';
import {
  applyTextEdits,
  buildSnapshot,
  createLineIndex,
  type EditCommand,
  type EditPlan,
  findResource,
  invertTextEdits,
  rangeOf,
  type Snapshot,
} from '../../src/index.ts';
import { wrongContent } from './wrong-content.ts';

/** What a plan breaks; an empty list where it holds all promises. */
export function violationsOf(
  before: Snapshot,
  text: string,
  command: EditCommand,
  plan: EditPlan,
): string[] {
  const after = applyTextEdits(text, plan.edits);
  const found: string[] = [];
  if (applyTextEdits(after, invertTextEdits(text, plan.edits)) !== text) {
    found.push('undo gives other bytes');
  }
  const next = buildSnapshot(after, before.assumptions);
  const problems = ({ documents }: Snapshot) =>
    documents.filter(({ status }) => status === 'broken').length;
  if (problems(next) > problems(before)) {
    found.push('a document is broken afterwards');
  }
  if (plan.label === '' || plan.label.length > 200) {
    found.push(`label ${plan.label}`);
  }
  return [
    ...found,
    ...outsidePlace(before, text, command, plan),
    ...wrongContent(before, next, command),
    ...namesLeft(next, command, plan),
  ];
}

/** Edits outside the lines that a command on a field is about: those of the field, or of its collection. */
function outsidePlace(
  before: Snapshot,
  text: string,
  command: EditCommand,
  { edits }: EditPlan,
): string[] {
  if (!('path' in command)) return [];
  const isOfField = command.kind === 'set' && command.path.at(-1) !== 'added';
  const path =
    isOfField || ['insert', 'move', 'duplicate-item'].includes(command.kind)
      ? command.path
      : command.path.slice(0, -1);
  const range = rangeOf(before, command.resource, path);
  if (range === undefined) return ['no range'];
  const lines = createLineIndex(text);
  // Comments right above belong to it (D15), and an emptied list is written on the line of its key.
  const above = text
    .slice(0, range.start)
    .match(/(?:\n|\r)(?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r))*[ \t]*$/);
  const first = lines.positionAt((above?.index ?? range.start) + 1).line;
  const last = lines.positionAt(range.end).line;
  // Comments and blank lines below belong to it too; a new item may start the line after.
  const rest =
    text
      .slice(range.end)
      .match(/^[^\r\n]*(?:\r?\n[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$))*(?:\r?\n)?/)?.[0] ?? '';
  const end = lines.positionAt(range.end + rest.length).line;
  const isInside = edits.every(
    (edit) =>
      lines.positionAt(edit.range.start).line >= first - 1 &&
      lines.positionAt(edit.range.end).line <= Math.max(end, last + 1),
  );
  return isInside ? [] : ['other lines are changed'];
}

/** Names of the old id after a rename, which no label admits. */
function namesLeft(next: Snapshot, command: EditCommand, { label }: EditPlan): string[] {
  if (command.kind !== 'rename-resource' || findResource(next, command.resource)) return [];
  const left = findNameSites(next).filter(({ target }) => target === command.resource);
  return left.length === 0 || label.includes('reach') ? [] : ['the old name is still in use'];
}
