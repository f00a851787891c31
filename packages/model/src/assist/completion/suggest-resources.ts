import { manifestToAdd, nameToAdd } from '../../edits/commands/manifest-to-add.ts';
import type { AddableKind } from '../../edits/edit-command.ts';
import { formatBlock } from '../../edits/fields/format-value.ts';
import type { WritingStyle } from '../../edits/fields/writing-style.ts';
import { describeKind, type GroupVersionKind, knownKinds } from '../../schema/field-dictionary.ts';
import type { CursorContext } from '../cursor-context.ts';
import { indented } from './key-skeleton.ts';
import { placeToken, suggestLines } from './placement.ts';
import { withStops, writeStop } from './stops.ts';
import type { Suggestion } from './suggestion.ts';

const ADDABLE: readonly (readonly [kind: AddableKind, label: string, detail: string])[] = [
  ['Gateway', 'Gateway', 'ports and hosts that come in'],
  ['VirtualService', 'VirtualService', 'routes from hosts to Services'],
  ['DestinationRule', 'DestinationRule', 'subsets and policy of a Service'],
  ['Service', 'Service', 'a name and ports for pods'],
  ['ServiceEntry', 'ServiceEntry', 'a host outside the mesh'],
  ['Deployment', 'Deployment', 'pods'],
  ['LoadBalancer', 'Service (LoadBalancer)', 'in front of the gateway'],
];

/** Whole resources for an empty document: those that Portolan draws as they are added, then every other kind. */
export function suggestResources(
  context: CursorContext,
  style: WritingStyle,
): readonly Suggestion[] {
  const drawn = ADDABLE.map(([kind, label, detail]) =>
    suggestManifest(context, kind, style, { label, detail }),
  );
  return [...drawn, ...suggestOtherKinds(context, style)];
}

function suggestManifest(
  context: CursorContext,
  addKind: AddableKind,
  style: WritingStyle,
  { label, detail }: Pick<Suggestion, 'label' | 'detail'>,
): Suggestion {
  const { snapshot } = context;
  const name = nameToAdd(snapshot, addKind, {});
  const lines = formatBlock(manifestToAdd(snapshot, addKind, name), style);
  const text = lines.join('\n');
  return suggestLines(context, placeToken(context), withStops(text, [name.name]).split('\n'), {
    label,
    kind: 'snippet',
    detail,
    documentation: `\`\`\`yaml\n${text}\n\`\`\``,
  });
}

/** The newest version of each kind that is not added otherwise, with what has to be there. */
function suggestOtherKinds(context: CursorContext, style: WritingStyle): readonly Suggestion[] {
  const seen = new Set(ADDABLE.map(([kind]) => kind as string));
  return knownKinds(context.dictionary).flatMap((one) => {
    const key =
      seen.has(one.kind) && one.group.endsWith('k8s.io') ? `${one.group} ${one.kind}` : one.kind;
    if (seen.has(key)) return [];
    seen.add(key);
    const version = one.group === '' ? one.version : `${one.group}/${one.version}`;
    return [
      suggestLines(context, placeToken(context), skeletonOf(context, one, version, style), {
        label: one.kind,
        kind: 'snippet',
        detail: version,
        documentation: describeKind(context.dictionary, one).description,
      }),
    ];
  });
}

function skeletonOf(
  { dictionary }: CursorContext,
  one: GroupVersionKind,
  apiVersion: string,
  { indent }: WritingStyle,
): readonly string[] {
  const { fields } = describeKind(dictionary, one);
  const content = ['spec', 'data'].find((name) => fields.includes(name));
  return [
    `apiVersion: ${apiVersion}`,
    `kind: ${one.kind}`,
    'metadata:',
    ...indented([`name: ${writeStop(1, `my-${one.kind.toLowerCase()}`)}`], indent),
    ...(content === undefined ? [] : [`${content}:`, ...indented([writeStop(2)], indent)]),
  ];
}
