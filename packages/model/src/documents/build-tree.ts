import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { blockEnd } from './block-end.ts';
import { resolvePlainKey } from './kubernetes-scalar.ts';
import { skipTrivia } from './skip-trivia.ts';
import type {
  YamlAlias,
  YamlBlock,
  YamlItem,
  YamlMapping,
  YamlNode,
  YamlPair,
  YamlScalar,
  YamlSequence,
  YamlTree,
} from './yaml-node.ts';

/**
 * The syntax tree of one document, from its events. Events say where scalars lie and where collections
 * begin; all else (ends, `:`, `-`, `,`, quotes, block scalar headers) is found by walking the text
 * between them with one cursor.
 */
export function buildTree(events: readonly Event[], text: string): YamlTree {
  const [document] = events;
  if (document?.type !== EVENT_ID.DOCUMENT) return { root: null, anchors: [], aliases: [] };
  const cursor: Cursor = { events, text, next: 1, at: 0, anchors: [], aliases: [] };
  if (document.explicitStart) cursor.at = markerEnd(text);
  const root = readNode(cursor, cursor.at);
  const hasContent = root.range.end > root.range.start || root.kind !== 'scalar';
  return {
    root: hasContent ? root : null,
    anchors: cursor.anchors,
    aliases: cursor.aliases,
  };
}

interface Cursor {
  readonly events: readonly Event[];
  readonly text: string;
  /** Index of the next event. */
  next: number;
  /** Offset just after what has been read. */
  at: number;
  readonly anchors: { readonly name: string; readonly node: YamlNode }[];
  readonly aliases: YamlAlias[];
}

/** Anchor and tag of a node; `start` is -1 where there is neither. */
interface Properties {
  readonly start: number;
  readonly end: number;
  readonly anchor: string | null;
  readonly tag: string | null;
}

function markerEnd(text: string): number {
  const hit = /(?:^|[\r\n])\uFEFF?---(?=[ \t\r\n]|$)/.exec(text);
  return hit ? hit.index + hit[0].length : 0;
}

function readNode(cursor: Cursor, introEnd: number): YamlNode {
  const event = cursor.events[cursor.next++];
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.valueStart < 0
        ? readEmpty(cursor, event, introEnd)
        : readScalar(cursor, event, introEnd);
    case EVENT_ID.SEQUENCE:
      return readSequence(cursor, event, introEnd);
    case EVENT_ID.MAPPING:
      return readMapping(cursor, event, introEnd);
    case EVENT_ID.ALIAS:
      return readAlias(cursor, event.anchorStart, event.anchorEnd, introEnd);
    default:
      throw new Error(`event ${event?.type} where a node begins, at ${cursor.at}`);
  }
}

function readProperties(
  cursor: Cursor,
  event: ScalarEvent | SequenceEvent | MappingEvent,
): Properties {
  const { anchorStart, anchorEnd, tagStart, tagEnd } = event;
  if (anchorStart < 0 && tagStart < 0) return NO_PROPERTIES;
  const starts = [anchorStart - 1, tagStart].filter((start) => start >= 0);
  const properties = {
    start: Math.min(...starts),
    end: Math.max(anchorEnd, tagEnd),
    anchor: anchorStart < 0 ? null : cursor.text.slice(anchorStart, anchorEnd),
    tag: tagStart < 0 ? null : cursor.text.slice(tagStart, tagEnd),
  };
  cursor.at = Math.max(cursor.at, properties.end);
  return properties;
}

const NO_PROPERTIES: Properties = { start: -1, end: -1, anchor: null, tag: null };

/** Anchors are listed where they begin, so a place is kept for a collection until it is complete. */
function reserveAnchor(cursor: Cursor, properties: Properties): number {
  return properties.anchor === null ? -1 : cursor.anchors.push({ name: '', node: NO_NODE }) - 1;
}

function finishNode<Node extends YamlNode>(cursor: Cursor, place: number, node: Node): Node {
  if (place >= 0 && node.anchor !== null) cursor.anchors[place] = { name: node.anchor, node };
  return node;
}

function readAlias(cursor: Cursor, start: number, end: number, introEnd: number): YamlAlias {
  const alias: YamlAlias = {
    kind: 'alias',
    range: { start: start - 1, end },
    contentStart: start - 1,
    introEnd,
    anchor: null,
    tag: null,
    name: cursor.text.slice(start, end),
  };
  cursor.at = end;
  cursor.aliases.push(alias);
  return alias;
}

function readEmpty(cursor: Cursor, event: ScalarEvent, introEnd: number): YamlScalar {
  const properties = readProperties(cursor, event);
  const end = properties.start < 0 ? cursor.at : properties.end;
  const place = reserveAnchor(cursor, properties);
  return finishNode(cursor, place, {
    kind: 'scalar',
    style: 'empty',
    range: { start: properties.start < 0 ? end : properties.start, end },
    contentStart: end,
    introEnd,
    anchor: properties.anchor,
    tag: properties.tag,
    text: '',
    block: null,
  });
}

const NO_NODE: YamlScalar = {
  kind: 'scalar',
  style: 'empty',
  range: { start: 0, end: 0 },
  contentStart: 0,
  introEnd: 0,
  anchor: null,
  tag: null,
  text: '',
  block: null,
};

const STYLES = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
} as const;

const CHOMPINGS = {
  [CHOMPING_MODE.CLIP]: 'clip',
  [CHOMPING_MODE.STRIP]: 'strip',
  [CHOMPING_MODE.KEEP]: 'keep',
} as const;

function readScalar(cursor: Cursor, event: ScalarEvent, introEnd: number): YamlScalar {
  const properties = readProperties(cursor, event);
  const place = reserveAnchor(cursor, properties);
  const style = STYLES[event.style];
  const isBlock = style === 'literal' || style === 'folded';
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const contentStart = isBlock ? skipTrivia(cursor.text, cursor.at) : event.valueStart - quote;
  const block: YamlBlock | null = isBlock
    ? {
        chomping: CHOMPINGS[event.chomping],
        body: { start: event.valueStart, end: event.valueEnd },
        indent: event.indent,
      }
    : null;
  const end = block ? blockEnd(cursor.text, contentStart, block) : event.valueEnd + quote;
  cursor.at = block ? block.body.end : end;
  return finishNode(cursor, place, {
    kind: 'scalar',
    style,
    range: { start: properties.start < 0 ? contentStart : properties.start, end },
    contentStart,
    introEnd,
    anchor: properties.anchor,
    tag: properties.tag,
    text: event.fast
      ? cursor.text.slice(event.valueStart, event.valueEnd)
      : getScalarValue(cursor.text, event),
    block,
  });
}

function readSequence(cursor: Cursor, event: SequenceEvent, introEnd: number): YamlSequence {
  const properties = readProperties(cursor, event);
  const place = reserveAnchor(cursor, properties);
  const flow = event.style === COLLECTION_STYLE.FLOW;
  const items: YamlItem[] = [];
  let end = event.start;
  cursor.at = flow ? event.start + 1 : event.start;
  while (cursor.events[cursor.next]?.type !== EVENT_ID.POP) {
    if (flow) {
      items.push({ dash: -1, node: readNode(cursor, skipComma(cursor)) });
    } else {
      const dash = skipTrivia(cursor.text, cursor.at);
      cursor.at = dash + 1;
      const node = readNode(cursor, dash + 1);
      items.push({ dash, node });
      end = Math.max(dash + 1, node.range.end);
    }
  }
  cursor.next++;
  if (flow) end = closeFlow(cursor);
  return finishNode(cursor, place, {
    kind: 'sequence',
    flow,
    range: { start: properties.start < 0 ? event.start : properties.start, end },
    contentStart: event.start,
    introEnd,
    anchor: properties.anchor,
    tag: properties.tag,
    items,
  });
}

/** Moves past the `,` in front of a flow entry, if there is one; what introduces the entry ends there. */
function skipComma(cursor: Cursor): number {
  const at = skipTrivia(cursor.text, cursor.at);
  if (cursor.text.charCodeAt(at) === 44) cursor.at = at + 1;
  return cursor.at;
}

/** Moves past the closing bracket. */
function closeFlow(cursor: Cursor): number {
  let at = skipTrivia(cursor.text, cursor.at);
  while (cursor.text.charCodeAt(at) === 44) at = skipTrivia(cursor.text, at + 1);
  cursor.at = Math.min(at + 1, cursor.text.length);
  return cursor.at;
}

function readMapping(cursor: Cursor, event: MappingEvent, introEnd: number): YamlMapping {
  const properties = readProperties(cursor, event);
  const place = reserveAnchor(cursor, properties);
  const flow = event.style === COLLECTION_STYLE.FLOW;
  const implicit = flow && !hasBrace(cursor, event.start);
  const pairs: YamlPair[] = [];
  let end = event.start;
  cursor.at = flow && !implicit ? event.start + 1 : Math.max(event.start, properties.end);
  while (cursor.events[cursor.next]?.type !== EVENT_ID.POP) {
    if (flow && !implicit) skipComma(cursor);
    const pair = readPair(cursor);
    pairs.push(pair);
    end = Math.max(pair.key.range.end, pair.colon + 1, pair.value.range.end);
  }
  cursor.next++;
  if (flow && !implicit) end = closeFlow(cursor);
  return finishNode(cursor, place, {
    kind: 'mapping',
    flow,
    implicit,
    range: { start: properties.start < 0 ? event.start : properties.start, end },
    contentStart: event.start,
    introEnd,
    anchor: properties.anchor,
    tag: properties.tag,
    pairs,
  });
}

/** `[a: b]` and `[{a: 1}: b]` hold mappings without braces of their own. */
function hasBrace({ events, next, text }: Cursor, start: number): boolean {
  const first = events[next];
  const isKey = first?.type === EVENT_ID.MAPPING && first.start === start;
  return text.charCodeAt(start) === 123 && !isKey;
}

function readPair(cursor: Cursor): YamlPair {
  const { text, events } = cursor;
  const introEnd = cursor.at;
  let explicit = -1;
  const first = skipTrivia(text, cursor.at);
  if (text.charCodeAt(first) === 63 && !startsAt(events[cursor.next], first)) {
    explicit = first;
    cursor.at = first + 1;
  }
  const key = readKey(cursor, explicit < 0 ? introEnd : cursor.at, explicit < 0);
  const afterKey = skipTrivia(text, cursor.at);
  const colon = text.charCodeAt(afterKey) === 58 ? afterKey : -1;
  if (colon >= 0) cursor.at = colon + 1;
  const value = readNode(cursor, cursor.at);
  return { explicit, key, name: keyName(key), colon, value };
}

function readKey(cursor: Cursor, introEnd: number, isImplicit: boolean): YamlNode {
  const event = cursor.events[cursor.next];
  const isEmpty = event?.type === EVENT_ID.SCALAR && event.valueStart < 0;
  // `: value` has an empty key, which lies at its colon.
  if (isImplicit && isEmpty) cursor.at = skipTrivia(cursor.text, cursor.at);
  return readNode(cursor, introEnd);
}

function startsAt(event: Event | undefined, offset: number): boolean {
  return event?.type === EVENT_ID.SCALAR && event.valueStart === offset;
}

function keyName(key: YamlNode): string | null {
  if (key.kind !== 'scalar') return null;
  if (key.style === 'plain' && key.tag === null) return resolvePlainKey(key.text);
  return key.style === 'empty' ? null : key.text;
}
