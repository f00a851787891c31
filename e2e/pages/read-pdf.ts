import { inflateSync } from 'node:zlib';

/** What somebody gets who selects everything in a PDF of one page, and how large the page is. */
export interface ReadPdf {
  readonly text: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** Reads a PDF by its table of objects, as a viewer does. Throws where the table is wrong. */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = readObjects(bytes);
  const page = find(objects, '/Type /Page ');
  const content = streamOf(objects, Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]));
  const fonts = new Map(
    [...page.matchAll(/\/(\w+) (\d+) 0 R/g)].flatMap(([, name = '', number]) => {
      const font = objects.get(Number(number))?.head ?? '';
      const map = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
      return map === undefined ? [] : [[name, readMap(streamOf(objects, Number(map)))] as const];
    }),
  );
  const words = [...content.matchAll(/BT[\s\S]*?\/(\w+) [\d.]+ Tf[\s\S]*?<([0-9A-F]*)> Tj/g)].map(
    ([, font = '', hex = '']) =>
      (hex.match(/.{4}/g) ?? []).map((code) => fonts.get(font)?.get(code) ?? '?').join(''),
  );
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
  const title = /\/Title <FEFF([0-9A-F]*)>/.exec(find(objects, '/Title'))?.[1] ?? '';
  return {
    text: words.join('\n'),
    title: fromHex(title),
    width: Number(width),
    height: Number(height),
  };
}

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | null;
}

function readObjects(bytes: Buffer): ReadonlyMap<number, PdfObject> {
  const text = bytes.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, size = ''] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? [];
  const table = text
    .slice(start)
    .split('\n')
    .slice(3, Number(size) + 2);
  return new Map(
    table.map((line, index) => {
      const offset = Number(line.slice(0, 10));
      const head = `${index + 1} 0 obj\n`;
      if (text.slice(offset, offset + head.length) !== head)
        throw new Error(`no object at ${offset}`);
      return [index + 1, readObject(bytes, text, offset + head.length)];
    }),
  );
}

function readObject(bytes: Buffer, text: string, start: number): PdfObject {
  const length = /^<<(?:(?!endobj)[\s\S])*?\/Length (\d+) >>\nstream\n/.exec(
    text.slice(start, start + 2000),
  );
  if (length === null)
    return { head: text.slice(start, text.indexOf('endobj', start)), stream: null };
  const from = start + length[0].length;
  return { head: length[0], stream: bytes.subarray(from, from + Number(length[1])) };
}

function streamOf(objects: ReadonlyMap<number, PdfObject>, number: number): string {
  const stream = objects.get(number)?.stream;
  if (!stream) throw new Error(`object ${number} is no stream`);
  return inflateSync(stream).toString('latin1');
}

function find(objects: ReadonlyMap<number, PdfObject>, part: string): string {
  return [...objects.values()].find(({ head }) => head.includes(part))?.head ?? '';
}

function readMap(map: string): ReadonlyMap<string, string> {
  return new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, code = '', hex = '']) => [
      code,
      fromHex(hex),
    ]),
  );
}

function fromHex(hex: string): string {
  return (hex.match(/.{4}/g) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');
}
