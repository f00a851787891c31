import type { Field } from '../../schema/field.ts';
import { knownKinds } from '../../schema/field-dictionary.ts';
import type { FieldFormat } from '../../schema/field-format.ts';
import { KNOWN_TEXTS } from '../../schema/values/format-rules.ts';
import type { CursorContext } from '../cursor-context.ts';
import { labelIdeas } from './label-ideas.ts';
import {
  credentialIdeas,
  delegateIdeas,
  destinationIdeas,
  exportIdeas,
  gatewayIdeas,
  missingNameIdeas,
  namespaceIdeas,
  routedHostIdeas,
  ruledHostIdeas,
  servedHostIdeas,
  subsetIdeas,
} from './name-ideas.ts';
import { containerPortIdeas, portIdeas } from './port-ideas.ts';
import { plainIdea, type ValueIdea } from './value-idea.ts';

type FindIdeas = (context: CursorContext) => readonly ValueIdea[];

const BY_FORMAT: Readonly<Partial<Record<FieldFormat, FindIdeas>>> = {
  'gateway-name': gatewayIdeas,
  'destination-host': destinationIdeas,
  'rule-host': ruledHostIdeas,
  'route-host': routedHostIdeas,
  'server-host': servedHostIdeas,
  'credential-name': credentialIdeas,
  'export-namespace': exportIdeas,
  namespace: namespaceIdeas,
  port: portIdeas,
  'port-or-name': containerPortIdeas,
  'http-status': () => [200, 400, 401, 403, 404, 429, 500, 503].map((status) => plainIdea(status)),
  'redirect-status': () => [301, 302, 303, 307, 308].map((status) => plainIdea(status)),
};

/** Fields whose format says too little; by the end of their path, the longest first. */
const BY_PATH: readonly (readonly [end: string, find: FindIdeas])[] = [
  ['delegate.name', delegateIdeas],
  ['.subset', subsetIdeas],
  ['metadata.name', missingNameIdeas],
  ['metadata.namespace', namespaceIdeas],
];

/** The values that may be meant at a field, the likeliest first; none where only its writer knows. */
export function valueIdeas(context: CursorContext, field: Field): readonly ValueIdea[] {
  if (field.path === 'apiVersion' || field.path === 'kind') return kindIdeas(context, field.path);
  if (field.values.length > 0)
    return field.values.map((value) => plainIdea(value, noteOf(field, value)));
  if (field.type === 'boolean')
    return [true, false].map((value) => plainIdea(value, noteOf(field, String(value))));
  const [, byPath] = BY_PATH.find(([end]) => field.path.endsWith(end)) ?? [];
  if (byPath !== undefined) return byPath(context);
  if (field.name === '{}' && field.format === 'label-value') return labelValueIdeas(context);
  const known = field.format === null ? undefined : KNOWN_TEXTS[field.format];
  if (known !== undefined) return known.map((value) => plainIdea(value, noteOf(field, value)));
  const find = field.format === null ? undefined : BY_FORMAT[field.format];
  return find === undefined ? [] : find(context);
}

/** Whether a field may have something to choose from, in some text. */
export function hasIdeas(field: Field): boolean {
  const { type, values, format, path } = field;
  if (type === 'object' || type === 'map' || type === 'boolean' || values.length > 0) return true;
  if (type === 'list') return field.items !== null && hasIdeas(field.items);
  if (path === 'apiVersion' || path === 'kind') return true;
  if (BY_PATH.some(([end]) => path.endsWith(end))) return true;
  return format !== null && (format in BY_FORMAT || format in KNOWN_TEXTS);
}

function noteOf({ defaultValue }: Field, value: string): string {
  return defaultValue === value ? 'the default' : '';
}

function labelValueIdeas(context: CursorContext): readonly ValueIdea[] {
  const key = context.path.at(-1);
  return labelIdeas(context).flatMap((label) =>
    label.key === key ? [{ value: label.value, detail: label.detail, isName: true }] : [],
  );
}

/** Those that fit what is written of the pair; Istio's and the common ones of Kubernetes first. */
function kindIdeas(
  { dictionary, resource }: CursorContext,
  part: 'apiVersion' | 'kind',
): readonly ValueIdea[] {
  const kinds = knownKinds(dictionary).map(({ group, version, kind }) => ({
    apiVersion: group === '' ? version : `${group}/${version}`,
    kind,
  }));
  if (part === 'kind') {
    const fitting = kinds.filter(({ apiVersion }) => apiVersion === resource.apiVersion);
    const shown = fitting.length > 0 ? fitting : kinds;
    const names = [...new Set(shown.map((one) => one.kind))];
    return names.flatMap((name) => {
      const newest = shown.find((one) => one.kind === name);
      return newest === undefined ? [] : [plainIdea(name, newest.apiVersion)];
    });
  }
  const fitting = kinds.filter(({ kind }) => kind === resource.kind);
  const versions = (fitting.length > 0 ? fitting : kinds).map(({ apiVersion }) => apiVersion);
  return [...new Set(versions)].map((version) => plainIdea(version));
}
