import {
  applyTextEdits,
  buildSnapshot,
  DEFAULT_ASSUMPTIONS,
  finish,
  planSecretRemoval,
  type SecretRemoval,
  type Snapshot,
  snapshotText,
} from '@portolan/model';
import { layOutArranged } from '../session/arrangement/arranged-layout.ts';
import type { Arrangement } from '../session/arrangement/arrangement.ts';
import type { SketchContent } from '../session/sketches/sketch.ts';
import { LONGEST_NAME } from './read-content.ts';
import { FARTHEST } from './read-places.ts';

/** What is given away of a sketch, and what is not. */
export interface PreparedContent {
  readonly content: SketchContent;
  /** What was left out, and why; a sentence each. */
  readonly remarks: readonly string[];
}

/** What of the open sketch is shared. */
export interface SharedParts extends Pick<SketchContent, 'name' | 'viewport'> {
  readonly snapshot: Snapshot;
  readonly positions: ReadonlyMap<string, SketchContent['positions'][number][1]>;
  readonly arrangement: Arrangement;
}

const SHOWN_NAMES = 4;

/**
 * The sketch without the values of its Secrets. Places that are those of Tidy are not told, nor are
 * those of nodes that are not there.
 */
export function prepareContent({
  name,
  viewport,
  snapshot,
  positions,
  arrangement,
}: SharedParts): PreparedContent {
  const { assumptions } = snapshot;
  const removal = planSecretRemoval(snapshot);
  const before = snapshotText(snapshot);
  const text = applyTextEdits(before, removal.edits);
  const shared = text === before ? snapshot : buildSnapshot(text, assumptions);
  const isUsual = JSON.stringify(assumptions) === JSON.stringify(DEFAULT_ASSUMPTIONS);
  return {
    content: {
      name: name.slice(0, LONGEST_NAME) || 'Untitled',
      text,
      positions: placesOf(shared, positions, arrangement),
      viewport,
      ...(isUsual ? {} : { assumptions }),
      arrangement: shareArrangement(shared, arrangement),
    },
    remarks: [
      ...describeRemoval(removal, snapshot),
      ...describeRequests(arrangement),
      ...describeText(text),
    ],
  };
}

function shareArrangement(shared: Snapshot, arrangement: Arrangement): Arrangement {
  const { isGrouped, otherPlaces, foldedNodes } = arrangement;
  const ids = new Set(shared.topology.nodes.map(({ id }) => id));
  const other = { ...arrangement, isGrouped: !isGrouped };
  return {
    ...arrangement,
    otherPlaces: placesOf(shared, new Map(otherPlaces), other),
    foldedNodes: foldedNodes.filter((id) => ids.has(id)),
  };
}

function placesOf(
  { topology }: Snapshot,
  positions: SharedParts['positions'],
  arrangement: Arrangement,
): SketchContent['positions'] {
  if (positions.size === 0) return [];
  const tidy = finish(layOutArranged(topology, arrangement));
  let isTidy = true;
  const places = topology.nodes.flatMap(({ id }) => {
    const place = positions.get(id);
    if (place === undefined || !isOnCanvas(place.x) || !isOnCanvas(place.y)) return [];
    const usual = tidy.get(id);
    isTidy &&= place.x === usual?.x && place.y === usual.y;
    return [[id, { x: place.x, y: place.y }] as const];
  });
  return isTidy ? [] : places;
}

function isOnCanvas(value: number): boolean {
  return Math.abs(value) <= FARTHEST;
}

function describeRemoval({ secrets, cut }: SecretRemoval, snapshot: Snapshot): readonly string[] {
  const remarks: string[] = [];
  if (secrets.length > 0) {
    const what = secrets.length === 1 ? 'the Secret' : `${secrets.length} Secrets`;
    remarks.push(
      `The values of ${what}${listNames(secrets)} are left out, with the comments around them. Keys and names are in it.`,
    );
  }
  for (const why of ['unreadable', 'entangled'] as const) {
    const documents = cut.filter((one) => one.why === why).map(({ document }) => document);
    if (documents.length > 0) remarks.push(describeCut(documents, why, snapshot));
  }
  return remarks;
}

function describeCut(
  documents: readonly number[],
  why: SecretRemoval['cut'][number]['why'],
  { documents: all }: Snapshot,
): string {
  const numbers = documents.map((index) => index + 1).join(', ');
  const [isOne, total] = [documents.length === 1, all.length];
  const what = isOne
    ? `Document ${numbers} of ${total} is`
    : `Documents ${numbers} of ${total} are`;
  const reason =
    why === 'unreadable'
      ? `${isOne ? 'it' : 'they'} cannot be read as YAML and may hold a Secret`
      : `${isOne ? 'it holds' : 'they hold'} a Secret and aliases that may repeat its values`;
  return `${what} left out as a whole: ${reason}.`;
}

/** What somebody is known by. */
const PERSONAL_HEADERS = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key'];

function describeRequests({ requests }: Arrangement): readonly string[] {
  const sent = new Set(requests.flatMap(({ request }) => Object.keys(request.headers)));
  const personal = PERSONAL_HEADERS.filter((name) => sent.has(name));
  return personal.length === 0
    ? []
    : [`Saved requests are in it with their headers, also ${personal.join(' and ')}.`];
}

function listNames(secrets: readonly string[]): string {
  const named = secrets.filter((name) => name !== '');
  if (named.length === 0) return '';
  const rest = named.length - SHOWN_NAMES;
  const shown = named.slice(0, SHOWN_NAMES).join(', ');
  return secrets.length === 1 ? ` ${shown}` : ` (${shown}${rest > 0 ? ` and ${rest} more` : ''})`;
}

function describeText(text: string): readonly string[] {
  const isWhole = !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(
    text,
  );
  return isWhole ? [] : ['The text holds half characters, which no link can: in it they become �.'];
}
