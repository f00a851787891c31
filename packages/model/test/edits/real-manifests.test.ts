import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findNameSites } from '../../src/edits/references/name-sites.ts';
import {
  applyTextEdits,
  buildSnapshot,
  checkConnection,
  createLineIndex,
  type EditCommand,
  type EditPlan,
  findResource,
  invertTextEdits,
  planEdit,
  rangeOf,
  type Snapshot,
} from '../../src/index.ts';
import { commandsFor } from './commands-for.ts';
import { wrongContent } from './wrong-content.ts';

const FOLDER = fileURLToPath(new URL('../../../../../shared/manifests', import.meta.url));
const IS_DEEP = Number(process.env.PORTOLAN_RUNS ?? 300) >= 10_000;
const SAMPLE_STEP = IS_DEEP ? 1 : 8;
const COMMANDS_PER_FILE = IS_DEEP ? 120 : 12;

function manifestFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? manifestFiles(path) : /\.ya?ml$/.test(path) ? [path] : [];
    })
    .sort();
}

function isSmall(path: string): boolean {
  return statSync(path).size < (IS_DEEP ? 500_000 : 60_000);
}

/** What a plan breaks; an empty list where it holds all promises. */
function violationsOf(
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
  const first = lines.positionAt(range.start).line;
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

const isThere = existsSync(FOLDER);

describe.skipIf(!isThere)('real manifests (skipped where ../shared/manifests is not there)', () => {
  const files = isThere ? manifestFiles(FOLDER).filter(isSmall) : [];

  test('[E1] every command on every place: undone, it gives the exact bytes; done, the intended content', () => {
    const violations: string[] = [];
    const refused = new Map<string, number>();
    let planned = 0;
    for (const file of files.filter((_, index) => index % SAMPLE_STEP === 0)) {
      const text = readFileSync(file, 'utf8');
      const snapshot = buildSnapshot(text);
      for (const command of commandsFor(snapshot, COMMANDS_PER_FILE)) {
        const result = planEdit(snapshot, command);
        planned++;
        const found = result.ok
          ? violationsOf(snapshot, text, command, result.plan)
          : result.reason.length < 20
            ? ['no reason']
            : [];
        if (!result.ok) {
          const key = `${command.kind}: ${result.reason}`;
          refused.set(key, (refused.get(key) ?? 0) + 1);
        }
        if (command.kind === 'connect' && result.ok) {
          expect(checkConnection(snapshot, command.source, command.target).ok).toBe(true);
        }
        violations.push(
          ...found.map(
            (what) => `${file.slice(FOLDER.length)}: ${JSON.stringify(command)}: ${what}`,
          ),
        );
      }
    }
    if (process.env.SHOW_REFUSED) {
      console.log(planned, [...refused].sort((a, b) => b[1] - a[1]).slice(0, 60));
    }
    expect(violations.slice(0, 40)).toEqual([]);
  }, 1_800_000);
});
