import { DEFAULT_ASSUMPTIONS } from '@portolan/model';
import type { SketchContent } from '../session/sketches/sketch.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { deflate, inflate, isPlausible, LARGEST_BYTES } from './deflate.ts';
import { readContent } from './read-content.ts';
import { writeArrangement } from './shared-arrangement.ts';

/** What the part of an address behind its `#` holds. */
export type LinkContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'sketch'; readonly content: SketchContent }
  /** Why it holds none that can be opened, and what to do. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The part of an address that begins with `#`, or why there can be none. */
export type EncodedLink =
  | { readonly kind: 'link'; readonly fragment: string }
  | { readonly kind: 'none'; readonly reason: string };

/** One more with every change that an older Portolan would not understand. */
const VERSION = 1;

const REASONS = {
  foreign:
    'The address ends in something that is no sketch of Portolan. If it came as a link, ask for it again.',
  newer:
    'This link was made by a newer Portolan than this one. Reload the page to get the newest version, or ask for the sketch as a file.',
  damaged:
    'This link is damaged: a part of it is missing or was changed on the way, as some chat and mail programs do. Ask for it again, or for the sketch as a file.',
  'too-large':
    'This link unpacks to far more than any sketch has, so it was not opened. It may be damaged, or made to do harm.',
  unsupported:
    'This browser cannot unpack links. A newer one can; or ask for the sketch as a file.',
} as const;

const TOO_LARGE = 'This sketch is too large for a link. Take the file instead.';
const UNSUPPORTED = 'This browser cannot pack links; a newer one can. Take the file instead.';

/**
 * The sketch as the part of an address behind its path. Half a surrogate pair, which no UTF-8 can
 * hold, becomes U+FFFD; every other text comes out as it went in.
 */
export async function encodeLink(content: SketchContent): Promise<EncodedLink> {
  if (typeof CompressionStream === 'undefined') return { kind: 'none', reason: UNSUPPORTED };
  const bytes = new TextEncoder().encode(`${content.text}\n${JSON.stringify(besideText(content))}`);
  const packed = bytes.length > LARGEST_BYTES ? null : await deflate(bytes);
  // What nobody could open is no link.
  if (packed === null || !isPlausible(bytes.length, packed.length)) {
    return { kind: 'none', reason: TOO_LARGE };
  }
  return { kind: 'link', fragment: `#${VERSION}.${toBase64Url(packed)}` };
}

/** Reads the part of an address behind its path, with or without `#`. Never throws, whatever it is. */
export async function decodeLink(fragment: string): Promise<LinkContent> {
  const text = fragment.replace(/^#/, '');
  if (text === '') return { kind: 'none' };
  const [, version = '', packedText = ''] = /^(\d{1,9})\.(.*)$/s.exec(text) ?? [];
  if (version === '') return unreadable('foreign');
  if (Number(version) > VERSION) return unreadable('newer');
  if (typeof DecompressionStream === 'undefined') return unreadable('unsupported');
  const packed = version === String(VERSION) ? fromBase64Url(packedText) : null;
  if (packed === null) return unreadable('damaged');
  const inflated = await inflate(packed);
  if (inflated.kind !== 'bytes') return unreadable(inflated.kind);
  const content = readPayload(inflated.bytes);
  return content === null ? unreadable('damaged') : { kind: 'sketch', content };
}

/** The text comes first, so that what lies beside it can point back at the names in it. */
function besideText(content: SketchContent): object {
  const { name, positions, viewport, assumptions } = content;
  const map = writeArrangement(content.arrangement);
  return {
    n: name,
    ...(positions.length === 0 ? {} : { p: positions.flatMap(([id, { x, y }]) => [id, x, y]) }),
    ...(viewport === null ? {} : { v: [viewport.x, viewport.y, viewport.zoom] }),
    ...(assumptions === undefined ? {} : { a: differingFields(assumptions) }),
    ...(map === undefined ? {} : { m: map }),
  };
}

function differingFields(assumptions: NonNullable<SketchContent['assumptions']>): object {
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULT_ASSUMPTIONS };
  const differs = ([field, value]: readonly [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(defaults[field]);
  return Object.fromEntries(Object.entries(assumptions).filter(differs));
}

function readPayload(bytes: Uint8Array): SketchContent | null {
  const payload = decodeText(bytes);
  const end = payload?.lastIndexOf('\n') ?? -1;
  if (payload === null || end < 0) return null;
  const beside = parseJson(payload.slice(end + 1));
  if (typeof beside !== 'object' || beside === null || Array.isArray(beside)) return null;
  const fields = new Map<string, unknown>(Object.entries(beside));
  return readContent(payload.slice(0, end), {
    name: fields.get('n'),
    positions: fields.get('p'),
    viewport: fields.get('v'),
    assumptions: fields.get('a'),
    arrangement: fields.get('m'),
  });
}

function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function unreadable(why: keyof typeof REASONS): LinkContent {
  return { kind: 'unreadable', reason: REASONS[why] };
}
