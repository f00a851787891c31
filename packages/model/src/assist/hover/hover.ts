import type { Field } from '../../schema/field.ts';
import { findField } from '../../schema/find-field.ts';
import type { TextRange } from '../../text/text-range.ts';
import { describeField, typeWords } from '../completion/describe-field.ts';
import type { CursorContext } from '../cursor-context.ts';
import type { KnownPods } from '../names/known-pods.ts';
import { findSelected } from '../navigation/find-selected.ts';
import { findTargets, writtenAt } from '../navigation/name-target.ts';
import { describeTarget } from './describe-target.ts';
import { docsLink } from './docs-link.ts';

/** What is said about a place. */
export interface Hover {
  /** What it is about, in the whole text. */
  readonly range: TextRange;
  /** Markdown, each part for itself. */
  readonly parts: readonly string[];
}

/** What is said about what stands at the cursor; null where there is nothing to say. */
export function findHover(context: CursorContext): Hover | null {
  const { place, start } = context;
  if (place.token.start === place.token.end) return null;
  const parts = aboutSelector(context) ?? aboutPlace(context);
  if (parts.length === 0) return null;
  return { range: { start: start + place.token.start, end: start + place.token.end }, parts };
}

/** null where the cursor is in no selector. */
function aboutSelector(context: CursorContext): readonly string[] | null {
  const selected = findSelected(context);
  if (selected === null) return null;
  return [
    selected.length === 0
      ? 'No workload of this text has all these labels.'
      : ['These labels select:', ...selected.map(describePods)].join('\n\n'),
  ];
}

function describePods({ resource, name, namespace }: KnownPods): string {
  const where = `in namespace \`${namespace}\``;
  return resource === null
    ? `- **${name}** ${where}, which is assumed to run`
    : `- **${resource.kind} ${name}** ${where}`;
}

function aboutPlace(context: CursorContext): readonly string[] {
  return context.place.role === 'key' ? aboutKey(context) : aboutValue(context);
}

function aboutKey(context: CursorContext): readonly string[] {
  const { root, path } = context;
  const field = findField(root, [...path, writtenAt(context)]);
  return field === undefined ? [] : aboutField(context, field);
}

function aboutField({ resource }: CursorContext, field: Field): readonly string[] {
  const title = `**${field.name}** · ${typeWords(field)}${field.required ? ' · has to be there' : ''}`;
  const link = docsLink(resource.group, resource.kind);
  return [
    title,
    describeField(field),
    link === null ? '' : `[Documentation of ${resource.kind}](${link})`,
  ].filter((part) => part !== '');
}

function aboutValue(context: CursorContext): readonly string[] {
  const { field, path, resource, snapshot } = context;
  if (path.length === 1 && path[0] === 'kind') {
    const link = docsLink(resource.group, resource.kind);
    return [context.root.description, link === null ? '' : `[Documentation](${link})`].filter(
      (part) => part !== '',
    );
  }
  const targets = findTargets(context);
  if (targets.length > 0) return targets.map((target) => describeTarget(snapshot, target));
  const name = writtenAt(context);
  const isName =
    path.at(-1) === 'subset' ||
    ['gateway-name', 'destination-host', 'credential-name'].includes(field?.format ?? '');
  return isName && name !== 'mesh' ? [`Nothing in this text has the name \`${name}\`.`] : [];
}
