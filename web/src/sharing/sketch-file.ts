import type { SketchContent } from '../session/sketches/sketch.ts';
import { readContent } from './read-content.ts';
import { writeArrangement } from './shared-arrangement.ts';

/** A file that was opened: it is no sketch file, or holds a sketch, or is one that cannot be read. */
export type SketchFileContent =
  | { readonly kind: 'other' }
  | { readonly kind: 'sketch'; readonly content: SketchContent }
  | { readonly kind: 'unreadable'; readonly reason: string };

const VERSION = 1;

/** What the name of a sketch file ends in. */
export const SKETCH_FILE_ENDING = '.portolan.json';

/** The sketch as the text of a file; `docs/sharing.md` describes it. */
export function writeSketchFile(content: SketchContent): string {
  const { name, text, positions, viewport, assumptions } = content;
  const map = writeArrangement(content.arrangement);
  const file = {
    portolan: VERSION,
    name,
    text,
    positions: positions.map(([id, { x, y }]) => [id, x, y]),
    viewport,
    ...(assumptions === undefined ? {} : { assumptions }),
    ...(map === undefined ? {} : { map }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads the text of any file. Never throws, whatever it is. */
export function readSketchFile(fileText: string): SketchFileContent {
  if (!/^\uFEFF?\s*\{\s*"portolan"\s*:/.test(fileText)) return { kind: 'other' };
  const fields = parseFields(fileText.replace(/^\uFEFF/, ''));
  const version = fields?.get('portolan');
  if (typeof version === 'number' && version > VERSION) {
    return unreadable('It was written by a newer Portolan than this one.');
  }
  const text = fields?.get('text');
  const viewport = fields?.get('viewport');
  const content =
    fields === null || version !== VERSION || typeof text !== 'string'
      ? null
      : readContent(text, {
          name: fields.get('name'),
          positions: flatPlaces(fields.get('positions')),
          viewport: flatViewport(viewport),
          assumptions: fields.get('assumptions'),
          arrangement: fields.get('map'),
        });
  return content === null
    ? unreadable('It is not complete, or was changed by something else than Portolan.')
    : { kind: 'sketch', content };
}

function parseFields(text: string): ReadonlyMap<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return new Map(Object.entries(value ?? {}));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function flatPlaces(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.every((item) => Array.isArray(item) && item.length === 3) ? value.flat() : null;
}

function flatViewport(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const fields = new Map<string, unknown>(Object.entries(value));
  return [fields.get('x'), fields.get('y'), fields.get('zoom')];
}

function unreadable(reason: string): SketchFileContent {
  return { kind: 'unreadable', reason };
}
