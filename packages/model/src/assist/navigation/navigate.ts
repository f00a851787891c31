import type { EditCommand } from '../../edits/edit-command.ts';
import type { Snapshot } from '../../snapshot.ts';
import { rangeOfField } from '../../snapshot-lookup.ts';
import type { TextRange } from '../../text/text-range.ts';
import type { CursorContext } from '../cursor-context.ts';
import { findSelected } from './find-selected.ts';
import { findUses, rangeOfUse } from './find-uses.ts';
import { findTargets, type NameTarget, writtenAt } from './name-target.ts';

/** Where what is named or selected at the cursor gets its name; ranges of the whole text. */
export function findDefinitions(context: CursorContext): readonly TextRange[] {
  const { snapshot } = context;
  const selected = findSelected(context);
  if (selected !== null) {
    const path = ['metadata', 'name'];
    return selected.flatMap(({ resource }) =>
      resource === null ? [] : (rangeOfField(snapshot, resource, path) ?? []),
    );
  }
  return findTargets(context).flatMap((target) => rangeOfTarget(snapshot, target) ?? []);
}

/** Every place that names what the cursor names, that of its own name first. */
export function findReferencesAt(context: CursorContext): readonly TextRange[] {
  const { snapshot } = context;
  return findTargets(context).flatMap((target) => [
    ...(rangeOfTarget(snapshot, target) ?? []),
    ...findUses(snapshot, target).flatMap((use) => rangeOfUse(snapshot, use) ?? []),
  ]);
}

function rangeOfTarget(snapshot: Snapshot, { resource, path }: NameTarget): readonly TextRange[] {
  const range = rangeOfField(snapshot, resource, path);
  return range === undefined ? [] : [range];
}

/** A name at the cursor that can be changed wherever it stands. */
export interface Renaming {
  /** The name in the text: of `ns/name` or a whole host only that part. */
  readonly range: TextRange;
  readonly name: string;
  /** What to carry out as one step. */
  readonly commands: (name: string) => readonly EditCommand[];
  readonly label: (name: string) => string;
}

const WORDS: Readonly<Record<NameTarget['kind'], string>> = {
  resource: '',
  subset: 'subset ',
  port: 'port ',
  'port-name': 'port ',
};

/** What can be renamed at the cursor; null where nothing can that is sure. */
export function findRenaming(context: CursorContext): Renaming | null {
  const [target] = findTargets(context);
  if (target === undefined || target.kind === 'port') return null;
  const written = writtenAt(context);
  const at = written.indexOf(target.name, written.indexOf('/') + 1);
  if (at < 0) return null;
  const start = context.start + context.place.token.start + context.place.quote.length + at;
  const range = { start, end: start + target.name.length };
  const label = (name: string) => `Rename ${WORDS[target.kind]}${target.name} to ${name}`;
  return {
    range,
    name: target.name,
    label,
    commands: (name) => commandsFor(context.snapshot, target, name),
  };
}

function commandsFor(snapshot: Snapshot, target: NameTarget, name: string): readonly EditCommand[] {
  const { resource, path } = target;
  if (target.kind === 'resource') {
    return [{ kind: 'rename-resource', resource: resource.id, name }];
  }
  const places = [{ resource, path }, ...findUses(snapshot, target)];
  return places.map((place) => ({
    kind: 'set',
    resource: place.resource.id,
    path: place.path,
    value: name,
  }));
}
