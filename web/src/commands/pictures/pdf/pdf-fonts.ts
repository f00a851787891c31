import type { TextRun } from '@portolan/model';
import type { FontFile } from './font-file.ts';
import { hex4, hexUnits, num, type PdfFile } from './pdf-file.ts';

/** The fonts of a PDF, by what they are for. */
export type FontName = 'words' | 'medium' | 'bold' | 'code';

/** One file for each. */
export type PdfFonts = Readonly<Record<FontName, FontFile>>;

/** The letters of a font that a PDF uses, and what each says. */
export type UsedGlyphs = ReadonlyMap<number, string>;

/** The font of a piece of text. */
export function fontNameOf({ code, weight }: Pick<TextRun, 'code' | 'weight'>): FontName {
  if (code) return 'code';
  return weight === 400 ? 'words' : weight === 500 ? 'medium' : 'bold';
}

/** Puts a font into a file, so that its text can be selected and found; gives its number. */
export function addFont(file: PdfFile, name: FontName, font: FontFile, used: UsedGlyphs): number {
  const base = `Portolan-${name}`;
  const glyphs = [...used].sort(([one], [other]) => one - other);
  const widths = glyphs.map(
    ([glyph]) => `${glyph} [${num(inThousandths(font, font.advanceOf(glyph)))}]`,
  );
  return addComposite(file, {
    base,
    descriptor: addDescriptor(file, base, font),
    entries: `/CIDToGIDMap /Identity /DW 0 /W [${widths.join(' ')}]`,
    unicode: glyphs,
  });
}

/**
 * Puts a font into a file that shows nothing, for text that is painted as an image: with it that text
 * can be selected and found too. Its letters are numbered from 1, each half as wide as high.
 */
export function addHiddenFont(file: PdfFile, font: FontFile, letters: readonly string[]): number {
  const map = file.addStream('', new Uint8Array(2 * (letters.length + 1)));
  return addComposite(file, {
    base: 'Portolan-hidden',
    descriptor: addDescriptor(file, 'Portolan-hidden', font),
    entries: `/CIDToGIDMap ${map} 0 R /DW ${HIDDEN_WIDTH}`,
    unicode: letters.map((letter, index) => [index + 1, letter] as const),
  });
}

/** Of a letter that shows nothing, in thousandths of its size. */
export const HIDDEN_WIDTH = 500;

interface CompositeFont {
  readonly base: string;
  readonly descriptor: number;
  readonly entries: string;
  readonly unicode: readonly (readonly [number, string])[];
}

const SYSTEM = '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';

function addComposite(
  file: PdfFile,
  { base, descriptor, entries, unicode }: CompositeFont,
): number {
  const letters = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${base} /CIDSystemInfo ${SYSTEM} /FontDescriptor ${descriptor} 0 R ${entries} >>`,
  );
  const map = file.addStream('', characterMap(unicode));
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${base} /Encoding /Identity-H /DescendantFonts [${letters} 0 R] /ToUnicode ${map} 0 R >>`,
  );
}

function addDescriptor(file: PdfFile, base: string, font: FontFile): number {
  const data = file.addStream(`/Length1 ${font.data.length}`, font.data);
  const scaled = (value: number) => num(inThousandths(font, value));
  const bounds = font.bounds.map(scaled).join(' ');
  return file.add(
    `<< /Type /FontDescriptor /FontName /${base} /Flags 4 /FontBBox [${bounds}] /ItalicAngle 0 /Ascent ${scaled(font.ascent)} /Descent ${scaled(font.descent)} /CapHeight ${scaled(font.ascent)} /StemV 80 /FontFile2 ${data} 0 R >>`,
  );
}

function inThousandths(font: FontFile, value: number): number {
  return (value * 1000) / font.unitsPerEm;
}

/** A table may have so many entries. */
const MOST_ENTRIES = 100;

/** What each letter says, for whoever selects or searches. */
function characterMap(unicode: readonly (readonly [number, string])[]): Uint8Array {
  const blocks: string[] = [];
  for (let at = 0; at < unicode.length; at += MOST_ENTRIES) {
    const entries = unicode.slice(at, at + MOST_ENTRIES);
    const lines = entries.map(([glyph, text]) => `<${hex4(glyph)}> <${hexUnits(text)}>`);
    blocks.push(`${entries.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  return new TextEncoder().encode(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`);
}
