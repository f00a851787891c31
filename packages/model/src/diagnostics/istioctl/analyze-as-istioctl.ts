import { findNode, rangeOfPath } from '../../documents/find-node.ts';
import { treeOf } from '../../documents/tree-of.ts';
import { DEFAULT_ASSUMPTIONS } from '../../resources/assumptions.ts';
import { readResources } from '../../resources/read-resources.ts';
import type { Resource } from '../../resources/resource.ts';
import { isRecord, recordField, textField } from '../../resources/tolerant-value.ts';
import { finish } from '../../text/slices.ts';
import { type Code, entryOf } from '../codes/catalogue.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Schema } from '../engine/check.ts';
import { createDiagnoser } from '../engine/diagnoser.ts';
import { fullName } from '../facts/full-name.ts';
import { canDecode } from './can-decode.ts';
import {
  DROPPED_KINDS,
  DROPPED_NAMESPACES,
  FILES_ONLY_CHECKS,
  LISTED_KINDS,
} from './files-only-checks.ts';
import { linePathOf } from './line-paths.ts';
import { type Chunk, type ManifestFile, readChunks } from './read-chunks.ts';

/** What `istioctl analyze` says. */
export interface IstioctlMessage {
  readonly code: Code;
  readonly level: 'Error' | 'Warning' | 'Info';
  /** `VirtualService default/reviews`. */
  readonly origin: string;
  /** `file.yaml:11`. */
  readonly reference: string;
  readonly message: string;
  readonly documentationUrl: string;
}

/** How istioctl is called. */
export interface IstioctlOptions {
  /** `-n`: of manifests that name none, and the one whose messages are printed. */
  readonly namespace: string;
  /** `-A`: messages of every namespace are printed, and manifests without one have none. */
  readonly allNamespaces: boolean;
}

/**
 * What `istioctl analyze --use-kube=false FILES` says of these files, in its order: only what it finds
 * without a cluster, in its words, where it differs from Istio itself too.
 */
export function analyzeAsIstioctl(
  files: readonly ManifestFile[],
  { namespace, allNamespaces }: IstioctlOptions,
  schema: Schema,
): readonly IstioctlMessage[] {
  const assumptions = {
    ...DEFAULT_ASSUMPTIONS,
    defaultNamespace: allNamespaces ? '' : namespace,
    gateways: [],
  };
  const isNew = repeatedly();
  const loaded = files.flatMap(readChunks).map((chunk) => ({
    chunk,
    resources: loadResources(readResources(chunk.document, assumptions, true), schema).filter(
      (resource) => isLoaded(resource) && isNew(resource),
    ),
  }));
  // No check of these asks for the time.
  const diagnoser = createDiagnoser(FILES_ONLY_CHECKS, 0);
  const blocks = loaded.map(({ resources }) => resources);
  const found = finish(diagnoser.diagnose({ blocks, assumptions, schema }));
  const messages = loaded.flatMap(({ chunk, resources }) =>
    (found.get(chunk.document) ?? []).flatMap((diagnostic) => {
      const resource = resources.findLast(({ id }) => id === diagnostic.resource);
      if (resource === undefined || isSuppressed(resource, diagnostic.code)) return [];
      const isPrinted = allNamespaces || ['', namespace].includes(resource.namespace);
      const message = isPrinted ? writeMessage(diagnostic, resource, chunk) : null;
      return message === null ? [] : [{ message, resource }];
    }),
  );
  return sortMessages(messages);
}

/**
 * The resources of a chunk that istioctl makes: of a List all or none, as one that it cannot make, or
 * has no analyzer for, takes the whole List along; of other lists, such as a ServiceList, none.
 */
function loadResources(resources: readonly Resource[], schema: Schema): readonly Resource[] {
  const isMade = (resource: Resource): boolean => canDecode(resource, schema);
  const [first] = resources;
  if (first === undefined || first.path.length === 0) return resources.filter(isMade);
  const { value } = first.document.status === 'parsed' ? first.document : { value: null };
  const isList = isRecord(value) && value.kind === 'List';
  const isWhole = resources.every((one) => isMade(one) && LISTED_KINDS.includes(one.kind));
  return isList && isWhole ? resources : [];
}

function isLoaded({ kind, group, namespace }: Resource): boolean {
  const isDropped = ['', 'install.istio.io'].includes(group) && DROPPED_KINDS.includes(kind);
  return !isDropped && !DROPPED_NAMESPACES.includes(namespace);
}

/** What is read again as it was changes nothing, so the first place of it stays. */
function repeatedly(): (resource: Resource) => boolean {
  const known = new Map<string, string>();
  return ({ id, document, path, value }) => {
    const written = path.length === 0 ? document.text : JSON.stringify(value);
    if (known.get(id) === written) return false;
    known.set(id, written);
    return true;
  };
}

const SUPPRESS = 'galley.istio.io/analyze-suppress';

function isSuppressed({ value }: Resource, code: Code): boolean {
  const annotations = recordField(recordField(value, 'metadata'), 'annotations');
  const codes = textField(annotations, SUPPRESS)?.split(',') ?? [];
  return codes.includes('*') || codes.includes(code);
}

const LEVELS = { error: 'Error', warning: 'Warning', info: 'Info' } as const satisfies Readonly<
  Record<Severity, string>
>;

/** null where the finding is not one of Istio's. */
function writeMessage(
  diagnostic: Diagnostic,
  resource: Resource,
  chunk: Chunk,
): IstioctlMessage | null {
  const { code, istioMessage } = diagnostic;
  if (istioMessage === null || !code.startsWith('IST')) return null;
  return {
    code,
    level: LEVELS[entryOf(code).severity],
    origin: `${resource.kind} ${fullName(resource)}`,
    reference: `${chunk.file}:${lineOf(diagnostic, resource, chunk)}`,
    message: istioMessage,
    documentationUrl: `https://istio.io/latest/docs/reference/config/analysis/${code.toLowerCase()}/?ref=istioctl-analyze`,
  };
}

/** The line of the value that istioctl looks for, where it finds one; else that of the whole resource. */
function lineOf({ code, place }: Diagnostic, resource: Resource, chunk: Chunk): number {
  const { document, path: top } = resource;
  // Of the items of a List it counts from one line below.
  const below = top.length === 0 ? 0 : 1;
  const whole = () =>
    top.length === 0 ? chunk.line : chunk.lineAt(rangeOfPath(document, top).start) + below;
  if (!('path' in place)) return whole();
  const path = linePathOf(code, place.path.slice(top.length));
  if (path === null) return whole();
  const node = findNode(treeOf(document).root, [...top, ...path]);
  return node?.kind === 'scalar' && node.style !== 'empty'
    ? chunk.lineAt(node.contentStart) + below
    : whole();
}

interface Said {
  readonly message: IstioctlMessage;
  readonly resource: Resource;
}

/** By level, code, resource and text; what is printed twice is printed once. */
function sortMessages(said: readonly Said[]): readonly IstioctlMessage[] {
  const levels: readonly string[] = Object.values(LEVELS);
  const keyOf = ({ message, resource: { kind, name, namespace } }: Said) => [
    String(levels.indexOf(message.level)),
    message.code,
    `${kind}/${name}/${namespace}`,
    printMessage(message),
  ];
  const sorted = said
    .map((one) => ({ key: keyOf(one).join('\0'), message: one.message }))
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  const printed = new Map(sorted.map(({ message }) => [printMessage(message), message]));
  return [...printed.values()];
}

/** A message as a line of istioctl's log. */
export function printMessage({ level, code, origin, reference, message }: IstioctlMessage): string {
  return `${level} [${code}] (${origin} ${reference}) ${message}`;
}
