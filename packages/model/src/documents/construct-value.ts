import {
  type DocumentEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { TextRange } from '../text/text-range.ts';
import { AliasTable } from './alias-table.ts';
import { resolvePlainKey, resolvePlainScalar, resolveTaggedScalar } from './kubernetes-scalar.ts';
import type { DocumentProblem } from './manifest-document.ts';
import { expandTag } from './yaml-tag.ts';

/** A document's value as Kubernetes reads it, and what is wrong with it. */
export interface ConstructedValue {
  readonly value: unknown;
  readonly problems: readonly DocumentProblem[];
}

/**
 * The value that a document's events stand for: plain objects, arrays and scalars, as sigs.k8s.io/yaml
 * makes them. Never cyclic. Where there is a problem of severity error, Kubernetes refuses the document.
 */
export function constructValue(events: readonly Event[], text: string): ConstructedValue {
  const [document] = events;
  const construction: Construction = {
    events,
    text,
    at: 1,
    document: document?.type === EVENT_ID.DOCUMENT ? document : null,
    aliases: null,
    mergedKeys: 0,
    problems: null,
  };
  const value = events.length === 0 ? null : constructNode(construction);
  return { value, problems: construction.problems ?? NO_PROBLEMS };
}

interface Construction {
  readonly events: readonly Event[];
  readonly text: string;
  /** Index of the next event. */
  at: number;
  readonly document: DocumentEvent | null;
  /** Made when the first anchor or alias is met: hardly any manifest has one. */
  aliases: AliasTable | null;
  mergedKeys: number;
  problems: DocumentProblem[] | null;
}

const NO_PROBLEMS: readonly DocumentProblem[] = [];
const MAX_MERGED_KEYS = 10_000;
const MAX_PROBLEMS = 100;
const { SCALAR, SEQUENCE, MAPPING, ALIAS, POP } = EVENT_ID;
const PLAIN = 1;

type Mapping = Record<string, unknown>;

function constructNode(construction: Construction): unknown {
  const event = construction.events[construction.at++];
  switch (event?.type) {
    case SCALAR:
      return event.tagStart < 0 && event.anchorStart < 0
        ? constructScalar(construction, event)
        : constructMarkedScalar(construction, event);
    case SEQUENCE:
      return event.anchorStart < 0
        ? constructItems(construction)
        : anchored(construction, event, constructItems);
    case MAPPING:
      return event.anchorStart < 0
        ? constructPairs(construction)
        : anchored(construction, event, constructPairs);
    case ALIAS:
      return resolveAlias(construction, event.anchorStart, event.anchorEnd);
    default:
      return null;
  }
}

function constructScalar(construction: Construction, event: ScalarEvent): unknown {
  if (event.valueStart < 0) return null;
  if (event.style !== PLAIN) return scalarText(construction.text, event);
  const value = resolvePlainScalar(scalarText(construction.text, event));
  if (typeof value === 'number' && !Number.isFinite(value)) refuseNumber(construction, event);
  return value;
}

function scalarText(text: string, event: ScalarEvent): string {
  if (event.fast) return text.slice(event.valueStart, event.valueEnd);
  return event.valueStart < 0 ? '' : getScalarValue(text, event);
}

function constructMarkedScalar(construction: Construction, event: ScalarEvent): unknown {
  const value =
    event.tagStart < 0
      ? constructScalar(construction, event)
      : constructTaggedScalar(construction, event);
  if (event.anchorStart >= 0) {
    aliasesOf(construction).define(nameOf(construction, event), value);
  }
  return value;
}

function constructTaggedScalar(construction: Construction, event: ScalarEvent): unknown {
  const { text, document } = construction;
  const written = text.slice(event.tagStart, event.tagEnd);
  const content = scalarText(text, event);
  const value = resolveTaggedScalar(expandTag(written, document), content);
  if (value === undefined) {
    const message = `\`${content}\` is no ${written}. Remove the tag ${written}, or write a value that fits it.`;
    report(construction, 'yaml-syntax', message, { start: event.tagStart, end: event.tagEnd });
    return null;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) refuseNumber(construction, event);
  return value;
}

function constructItems(construction: Construction): unknown[] {
  const items: unknown[] = [];
  while (construction.events[construction.at]?.type !== POP)
    items.push(constructNode(construction));
  construction.at++;
  return items;
}

function constructPairs(construction: Construction): Mapping {
  const mapping: Mapping = {};
  const merged = { keys: null as Set<string> | null };
  for (;;) {
    const event = construction.events[construction.at];
    if (event === undefined || event.type === POP) break;
    if (isMergeKey(construction, event)) {
      construction.at++;
      merged.keys ??= new Set();
      mergeInto(construction, mapping, merged.keys, eventRange(event));
      continue;
    }
    const name = constructKey(construction, event);
    if (name === null) {
      constructNode(construction);
      continue;
    }
    if (Object.hasOwn(mapping, name) && !merged.keys?.has(name)) {
      const message = `The key \`${name}\` is here a second time. Kubernetes takes this one and drops the one before: keep only one of them.`;
      report(construction, 'yaml-duplicate-key', message, eventRange(event));
    }
    merged.keys?.delete(name);
    setOwn(mapping, name, constructNode(construction));
  }
  construction.at++;
  return mapping;
}

/** The name of a key, whose events are consumed; null, and a problem, where Kubernetes refuses it. */
function constructKey(construction: Construction, event: Event): string | null {
  if (event.type === SCALAR && event.tagStart < 0 && event.anchorStart < 0) {
    construction.at++;
    const text = scalarText(construction.text, event);
    const name = event.style === PLAIN ? resolvePlainKey(text) : text;
    if (name === null) refuseKey(construction, event);
    return name;
  }
  const value = constructNode(construction);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'number')
    return resolvePlainKey(String(value));
  refuseKey(construction, event);
  return null;
}

function setOwn(mapping: Mapping, name: string, value: unknown): void {
  if (name !== '__proto__') mapping[name] = value;
  else {
    const settings = { value, enumerable: true, configurable: true, writable: true };
    Object.defineProperty(mapping, name, settings);
  }
}

function isMergeKey(construction: Construction, event: Event): event is ScalarEvent {
  if (event.type !== SCALAR || event.style !== PLAIN) return false;
  if (event.valueEnd - event.valueStart !== 2) return false;
  const { text, document } = construction;
  if (text.charCodeAt(event.valueStart) !== 60 || text.charCodeAt(event.valueStart + 1) !== 60) {
    return false;
  }
  if (event.tagStart < 0) return true;
  const tag = expandTag(text.slice(event.tagStart, event.tagEnd), document);
  return tag === '!' || tag === 'tag:yaml.org,2002:merge';
}

/**
 * go-yaml v2 merges where `<<` stands: merged keys replace those above it, and give way to those
 * below. Of several mappings the first wins.
 */
function mergeInto(
  construction: Construction,
  mapping: Mapping,
  mergedKeys: Set<string>,
  range: TextRange,
): void {
  const event = construction.events[construction.at];
  const value = constructNode(construction);
  // A refused alias has no value, and was reported.
  if (event?.type === ALIAS && value === null && construction.problems !== null) return;
  const isList = event?.type === SEQUENCE && Array.isArray(value);
  const sources: readonly unknown[] = isList ? [...value].reverse() : [value];
  for (const source of sources) {
    if (!isMapping(source)) {
      const message =
        '`<<` takes the keys of another mapping, but here it has none. Give it an alias of a mapping, such as `<<: *defaults`.';
      report(construction, 'yaml-syntax', message, range);
      return;
    }
    for (const [name, merged] of Object.entries(source)) {
      if (++construction.mergedKeys > MAX_MERGED_KEYS) {
        const message = `More than ${MAX_MERGED_KEYS} keys are merged with \`<<\` in this document. Write the keys out, or merge less.`;
        reportOnce(construction, 'yaml-limit', message, range);
        return;
      }
      setOwn(mapping, name, merged);
      mergedKeys.add(name);
    }
  }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function anchored<Value>(
  construction: Construction,
  event: SequenceEvent | MappingEvent,
  construct: (construction: Construction) => Value,
): Value {
  const anchor = aliasesOf(construction).open(nameOf(construction, event));
  const value = construct(construction);
  aliasesOf(construction).close(anchor, value);
  return value;
}

function resolveAlias(construction: Construction, start: number, end: number): unknown {
  const name = construction.text.slice(start, end);
  const found = aliasesOf(construction).use(name);
  if (found.ok) return found.value;
  const range = { start: start - 1, end };
  if (found.limit) reportOnce(construction, 'yaml-limit', found.message, range);
  else report(construction, 'yaml-syntax', found.message, range);
  return null;
}

function aliasesOf(construction: Construction): AliasTable {
  construction.aliases ??= new AliasTable();
  return construction.aliases;
}

function nameOf(
  construction: Construction,
  event: ScalarEvent | SequenceEvent | MappingEvent,
): string {
  return construction.text.slice(event.anchorStart, event.anchorEnd);
}

function refuseNumber(construction: Construction, event: ScalarEvent): void {
  const written = scalarText(construction.text, event);
  const message = `Kubernetes has no number \`${written}\`. If a text is meant, put it in quotes: "${written}".`;
  report(construction, 'yaml-syntax', message, eventRange(event));
}

function refuseKey(construction: Construction, event: Event): void {
  const message =
    'Kubernetes takes only text as a key. Put the key in quotes, or check for a missing quote or a `{` too many.';
  report(construction, 'yaml-syntax', message, eventRange(event));
}

function report(
  construction: Construction,
  code: 'yaml-syntax' | 'yaml-duplicate-key' | 'yaml-limit',
  message: string,
  range: TextRange,
): void {
  const severity = code === 'yaml-duplicate-key' ? 'warning' : 'error';
  construction.problems ??= [];
  if (construction.problems.length >= MAX_PROBLEMS) return;
  construction.problems.push({ code, severity, message, range });
}

function reportOnce(
  construction: Construction,
  code: 'yaml-limit',
  message: string,
  range: TextRange,
): void {
  if (construction.problems?.some((problem) => problem.code === code)) return;
  report(construction, code, message, range);
}

/** Where the text of an event begins and, of a scalar, ends; quotes and properties excluded. */
function eventRange(event: Event): TextRange {
  switch (event.type) {
    case SCALAR:
      if (event.valueStart >= 0) return { start: event.valueStart, end: event.valueEnd };
      return { start: Math.max(event.tagStart, 0), end: Math.max(event.tagEnd, 0) };
    case SEQUENCE:
    case MAPPING:
      return { start: event.start, end: event.start + 1 };
    case ALIAS:
      return { start: event.anchorStart - 1, end: event.anchorEnd };
    default:
      return { start: 0, end: 0 };
  }
}
