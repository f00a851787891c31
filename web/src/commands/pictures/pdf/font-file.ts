import { unzlibSync } from 'fflate';

/** A TrueType font, as far as a PDF needs to know it. */
export interface FontFile {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** Left, bottom, right, top of all its letters. */
  readonly bounds: readonly [number, number, number, number];
  /** The letter of a code point; 0 where the font has none. */
  readonly glyphOf: (codePoint: number) => number;
  /** How wide a letter is, in units of the em. */
  readonly advanceOf: (glyph: number) => number;
  /** The file that is put into a PDF: what is needed to draw letters by their numbers. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Reads a font as it comes in a WOFF file. Throws where it is none, or not TrueType. */
export function readFontFile(woff: Uint8Array): FontFile {
  const tables = unpackTables(woff);
  const [head, hhea, maxp] = [
    tableOf(tables, 'head'),
    tableOf(tables, 'hhea'),
    tableOf(tables, 'maxp'),
  ];
  const hmtx = tableOf(tables, 'hmtx');
  const metrics = hhea.getUint16(34);
  const glyphOf = readCharacterMap(tableOf(tables, 'cmap'));
  const glyphs = maxp.getUint16(4);
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphOf: (codePoint) => {
      const glyph = glyphOf(codePoint);
      return glyph < glyphs ? glyph : 0;
    },
    advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)),
    data: packTables(tables),
  };
}

type Tables = ReadonlyMap<string, Uint8Array>;

const WOFF = 0x774f4646;
const TRUE_TYPE = 0x00010000;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;

function unpackTables(woff: Uint8Array): Tables {
  const view = viewOf(woff);
  if (view.getUint32(0) !== WOFF || view.getUint32(4) !== TRUE_TYPE) {
    throw new Error('not a TrueType font in a WOFF file');
  }
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(12); index++) {
    const entry = WOFF_HEADER + index * WOFF_ENTRY;
    const tag = String.fromCharCode(...woff.subarray(entry, entry + 4));
    const start = view.getUint32(entry + 4);
    const packed = view.getUint32(entry + 8);
    const bytes = woff.subarray(start, start + packed);
    tables.set(tag, packed < view.getUint32(entry + 12) ? unzlibSync(bytes) : bytes);
  }
  return tables;
}

function tableOf(tables: Tables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table ${tag}`);
  return viewOf(table);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads format 4, which covers what letters of names are made of. */
function readCharacterMap(cmap: DataView): (codePoint: number) => number {
  const start = Array.from({ length: cmap.getUint16(2) }, (_, index) =>
    cmap.getUint32(4 + index * 8 + 4),
  ).find((offset) => cmap.getUint16(offset) === 4);
  if (start === undefined) throw new Error('the font has no character map of format 4');
  const doubled = cmap.getUint16(start + 6);
  const [ends, starts] = [start + 14, start + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  return (codePoint) => {
    for (let at = 0; codePoint <= 0xffff && at < doubled; at += 2) {
      if (codePoint > cmap.getUint16(ends + at)) continue;
      const first = cmap.getUint16(starts + at);
      if (codePoint < first) return 0;
      const delta = cmap.getUint16(deltas + at);
      const offset = cmap.getUint16(offsets + at);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = cmap.getUint16(offsets + at + offset + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

const KEPT_TABLES = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

function packTables(tables: Tables): Uint8Array<ArrayBuffer> {
  const kept = KEPT_TABLES.flatMap((tag) => {
    const bytes = tables.get(tag);
    return bytes === undefined ? [] : [{ tag, bytes }];
  });
  const directory = 12 + 16 * kept.length;
  const size = kept.reduce((sum, { bytes }) => sum + padded(bytes.length), directory);
  const file = new Uint8Array(size);
  const view = viewOf(file);
  view.setUint32(0, TRUE_TYPE);
  view.setUint16(4, kept.length);
  const power = 2 ** Math.floor(Math.log2(kept.length));
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (kept.length - power));
  let offset = directory;
  for (const [index, { tag, bytes }] of kept.entries()) {
    const entry = 12 + 16 * index;
    for (const [at, letter] of [...tag].entries()) file[entry + at] = letter.charCodeAt(0);
    file.set(bytes, offset);
    view.setUint32(
      entry + 4,
      checksum(viewOf(file.subarray(offset, offset + padded(bytes.length)))),
    );
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, bytes.length);
    offset += padded(bytes.length);
  }
  return file;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function checksum(table: DataView): number {
  let sum = 0;
  for (let at = 0; at < table.byteLength; at += 4) sum = (sum + table.getUint32(at)) >>> 0;
  return sum;
}
