import { zlibSync } from 'fflate';

/** A PDF file in the making: objects that refer to each other by number. */
export interface PdfFile {
  /** Reserves a number for an object that is written later. */
  readonly reserve: () => number;
  /** Adds an object, or gives a reserved number its object; gives the number. */
  readonly add: (body: string, number?: number) => number;
  /** Adds an object with bytes, which are packed. `entries` are those of its dictionary. */
  readonly addStream: (entries: string, bytes: Uint8Array, number?: number) => number;
  /** The whole file, when everything is in it. */
  readonly finish: (root: number, info: number) => Uint8Array<ArrayBuffer>;
}

/** An empty PDF file. */
export function createPdfFile(): PdfFile {
  const objects: (readonly Uint8Array[])[] = [];
  const reserve = () => objects.push([]);
  const put = (parts: readonly Uint8Array[], number = reserve()) => {
    objects[number - 1] = parts;
    return number;
  };
  return {
    reserve,
    add: (body, number) => put([latin(body)], number),
    addStream: (entries, bytes, number) => {
      const packed = zlibSync(bytes);
      const head = `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
      return put([latin(head), packed, latin('\nendstream')], number);
    },
    finish: (root, info) => finishFile(objects, root, info),
  };
}

// Bytes above 127 tell programs that pass it on that it is no text.
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

function finishFile(
  objects: readonly (readonly Uint8Array[])[],
  root: number,
  info: number,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [latin(HEADER)];
  let length = HEADER.length;
  const push = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  const offsets = objects.map((object, index) => {
    const offset = length;
    push(latin(`${index + 1} 0 obj\n`));
    for (const part of object) push(part);
    push(latin('\nendobj\n'));
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = length;
  push(
    latin(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** A text of one-byte characters as bytes. */
export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

/** Any text as a value of a PDF. */
export function textValue(text: string): string {
  return `<FEFF${hexUnits(text)}>`;
}

/** The UTF-16 units of a text in hexadecimal. */
export function hexUnits(text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at++) hex += hex4(text.charCodeAt(at));
  return hex;
}

/** A number below 65,536 as four hexadecimal digits. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** A number as short as it can be. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0';
}
