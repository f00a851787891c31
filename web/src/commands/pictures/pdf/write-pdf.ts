import {
  type Drawing,
  PICTURE_COLORS,
  type PictureColors,
  type PictureTheme,
  type Shape,
  type Stroke,
  type TextRun,
  type TextShape,
} from '@portolan/model';
import { boxOperators, circleOperators, pathOperators } from './path-operators.ts';
import { createPdfFile, hex4, num, type PdfFile, textValue } from './pdf-file.ts';
import {
  addFont,
  addHiddenFont,
  type FontName,
  fontNameOf,
  HIDDEN_WIDTH,
  type PdfFonts,
} from './pdf-fonts.ts';
import { glyphsWidth, spansOf, type TextSpan } from './text-spans.ts';

/** A text that the fonts of the PDF have no letters for, painted. */
export interface PaintedText {
  /** In pixels of the map. */
  readonly width: number;
  readonly height: number;
  /** From its top to what the letters stand on. */
  readonly baseline: number;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** Three bytes for each pixel. */
  readonly colors: Uint8Array;
  /** One byte for each pixel. */
  readonly alpha: Uint8Array;
}

/** What a PDF is written with. */
export interface PdfMeans {
  readonly fonts: PdfFonts;
  /** Paints a text in this colour. */
  readonly paintText: (run: TextRun, size: number, color: string) => PaintedText;
}

/** Points per pixel of the map. */
const POINTS = 0.75;
/** A page may be so many units long; a larger one has larger units. */
const LONGEST_PAGE = 14_400;

/** A drawing as a PDF of one page that is as large as it; the same drawing gives the same bytes. */
export function writePdf(
  drawing: Drawing,
  theme: PictureTheme,
  means: PdfMeans,
): Uint8Array<ArrayBuffer> {
  const { area, title } = drawing;
  const page = emptyPage(PICTURE_COLORS[theme], means);
  if (theme !== 'transparent') {
    page.operators.push(fill(page, 'sea'), boxOperators({ ...area, radius: 0 }), 'f');
  }
  for (const shape of drawing.shapes) drawShape(page, shape, 1);
  const unit = Math.max(1, Math.ceil((Math.max(area.width, area.height) * POINTS) / LONGEST_PAGE));
  const scale = POINTS / unit;
  const flip = [scale, 0, 0, -scale, -area.x * scale, (area.y + area.height) * scale];
  const file = createPdfFile();
  const content = [`${flip.map((value) => num5(value)).join(' ')} cm`, ...page.operators].join(
    '\n',
  );
  const stream = file.addStream('', new TextEncoder().encode(content));
  const pages = file.reserve();
  const size = [area.width * scale, area.height * scale].map(num).join(' ');
  const leaf = file.add(
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${size}] ${unit === 1 ? '' : `/UserUnit ${unit} `}/Contents ${stream} 0 R /Resources ${addResources(file, page)} >>`,
  );
  file.add(`<< /Type /Pages /Kids [${leaf} 0 R] /Count 1 >>`, pages);
  const root = file.add(
    `<< /Type /Catalog /Pages ${pages} 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const info = file.add(
    `<< /Title ${textValue(title)} /Subject ${textValue(drawing.description)} /Creator (Portolan) >>`,
  );
  return file.finish(root, info);
}

interface Page {
  readonly colors: PictureColors;
  readonly means: PdfMeans;
  readonly operators: string[];
  readonly glyphs: Readonly<Record<FontName, Map<number, string>>>;
  /** Letters of painted text, by their number. */
  readonly hidden: Map<string, number>;
  readonly images: Map<string, { readonly name: string; readonly painted: PaintedText }>;
  readonly opacities: Map<number, string>;
}

function emptyPage(colors: PictureColors, means: PdfMeans): Page {
  const glyphs = { words: new Map(), medium: new Map(), bold: new Map(), code: new Map() };
  const maps = { hidden: new Map(), images: new Map(), opacities: new Map() };
  return { colors, means, operators: [], glyphs, ...maps };
}

function drawShape(page: Page, shape: Shape, opacity: number): void {
  switch (shape.kind) {
    case 'group':
      for (const inner of shape.shapes) drawShape(page, inner, opacity * shape.opacity);
      return;
    case 'box':
      paintPath(page, boxOperators(shape), shape.fill, shape.stroke, opacity * shape.opacity);
      return;
    case 'dot':
      paintPath(
        page,
        circleOperators(shape.x, shape.y, shape.radius),
        shape.fill,
        shape.stroke,
        opacity,
      );
      return;
    case 'path':
      paintPath(page, pathOperators(shape.d, shape.place), null, shape.stroke, opacity);
      return;
    case 'text':
      drawText(page, shape, opacity);
  }
}

function paintPath(
  page: Page,
  outline: string,
  paint: keyof PictureColors | null,
  line: Stroke | null,
  opacity: number,
): void {
  const { operators } = page;
  operators.push('q', ...opacityOperators(page, opacity));
  if (paint !== null) operators.push(fill(page, paint));
  if (line !== null) operators.push(...strokeOperators(page, line));
  operators.push(outline, paint === null ? 'S' : line === null ? 'f' : 'B', 'Q');
}

function strokeOperators({ colors }: Page, { paint, width, dashes }: Stroke): readonly string[] {
  const dash = dashes.length === 0 ? [] : [`[${dashes.map(num).join(' ')}] 0 d`];
  return [`${rgb(colors[paint])} RG`, `${num(width)} w`, '1 J', '1 j', ...dash].filter(
    // Round ends would fill the gaps of long dashes.
    (operator) => operator !== '1 J' || dashes.length === 0 || (dashes[0] ?? 0) < (dashes[1] ?? 0),
  );
}

function opacityOperators({ opacities }: Page, opacity: number): readonly string[] {
  if (opacity === 1) return [];
  const name = opacities.get(opacity) ?? `G${opacities.size}`;
  opacities.set(opacity, name);
  return [`/${name} gs`];
}

function fill({ colors }: Page, paint: keyof PictureColors): string {
  return `${rgb(colors[paint])} rg`;
}

function rgb(color: string): string {
  return [1, 3, 5].map((at) => num(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');
}

interface SetSpan extends TextSpan {
  readonly run: TextRun;
  readonly width: number;
  readonly painted: { readonly name: string; readonly painted: PaintedText } | null;
}

function drawText(page: Page, { x, y, anchor, size, runs }: TextShape, opacity: number): void {
  const spans = runs.flatMap((run) =>
    spansOf(run, page.means.fonts[fontNameOf(run)]).map((span) => setSpan(page, span, run, size)),
  );
  const whole = spans.reduce((sum, span) => sum + span.width, 0);
  let left = x - (anchor === 'start' ? 0 : anchor === 'middle' ? whole / 2 : whole);
  page.operators.push('q', ...opacityOperators(page, opacity));
  for (const span of spans) {
    if (span.glyphs === null) placePainted(page, span, left, y, size);
    else placeGlyphs(page, span, left, y, size);
    left += span.width;
  }
  page.operators.push('Q');
}

function setSpan(page: Page, span: TextSpan, run: TextRun, size: number): SetSpan {
  const font = page.means.fonts[fontNameOf(run)];
  if (span.glyphs !== null) {
    return { ...span, run, width: glyphsWidth(span.glyphs, font, size), painted: null };
  }
  const color = page.colors[run.paint];
  const key = JSON.stringify([span.text, size, color, run.code, run.weight]);
  const known = page.images.get(key) ?? {
    name: `I${page.images.size}`,
    painted: page.means.paintText({ ...run, text: span.text }, size, color),
  };
  page.images.set(key, known);
  return { ...span, run, width: known.painted.width, painted: known };
}

function placeGlyphs(page: Page, span: SetSpan, x: number, y: number, size: number): void {
  const name = fontNameOf(span.run);
  const letters = [...span.text];
  const glyphs = span.glyphs ?? [];
  for (const [index, glyph] of glyphs.entries()) {
    if (!page.glyphs[name].has(glyph)) page.glyphs[name].set(glyph, letters[index] ?? '');
  }
  page.operators.push(
    fill(page, span.run.paint),
    `BT /${name} ${num(size)} Tf 1 0 0 -1 ${num(x)} ${num(y)} Tm <${glyphs.map(hex4).join('')}> Tj ET`,
  );
}

/** An image, and the text itself over it, which shows nothing but can be selected and found. */
function placePainted(page: Page, span: SetSpan, x: number, y: number, size: number): void {
  if (span.painted === null) return;
  const { name, painted } = span.painted;
  const { width, height, baseline } = painted;
  const numbers = [...span.text].map((letter) => {
    const number = page.hidden.get(letter) ?? page.hidden.size + 1;
    page.hidden.set(letter, number);
    return number;
  });
  const stretched = (100 * width * 1000) / (numbers.length * HIDDEN_WIDTH * size);
  page.operators.push(
    `q ${num(width)} 0 0 ${num(-height)} ${num(x)} ${num(y - baseline + height)} cm /${name} Do Q`,
    `BT 3 Tr /hidden ${num(size)} Tf ${num(stretched)} Tz 1 0 0 -1 ${num(x)} ${num(y)} Tm <${numbers.map(hex4).join('')}> Tj 0 Tr 100 Tz ET`,
  );
}

function addResources(file: PdfFile, page: Page): string {
  const { fonts } = page.means;
  const names: readonly FontName[] = ['words', 'medium', 'bold', 'code'];
  const entries = names.flatMap((name) => {
    const used = page.glyphs[name];
    return used.size === 0 ? [] : [`/${name} ${addFont(file, name, fonts[name], used)} 0 R`];
  });
  if (page.hidden.size > 0) {
    entries.push(`/hidden ${addHiddenFont(file, fonts.words, [...page.hidden.keys()])} 0 R`);
  }
  const images = [...page.images.values()].map(
    ({ name, painted }) => `/${name} ${addImage(file, painted)} 0 R`,
  );
  const states = [...page.opacities].map(
    ([opacity, name]) => `/${name} << /ca ${num(opacity)} /CA ${num(opacity)} >>`,
  );
  return `<< /Font << ${entries.join(' ')} >> /XObject << ${images.join(' ')} >> /ExtGState << ${states.join(' ')} >> >>`;
}

function addImage(file: PdfFile, { pixelWidth, pixelHeight, colors, alpha }: PaintedText): number {
  const image = `/Type /XObject /Subtype /Image /Width ${pixelWidth} /Height ${pixelHeight} /BitsPerComponent 8`;
  const mask = file.addStream(`${image} /ColorSpace /DeviceGray`, alpha);
  return file.addStream(`${image} /ColorSpace /DeviceRGB /SMask ${mask} 0 R`, colors);
}

function num5(value: number): string {
  const rounded = Math.round(value * 1e5) / 1e5;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0';
}
