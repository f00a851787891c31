import type { Drawing } from './draw-scene.ts';
import { PICTURE_COLORS, type PictureColors, type PictureTheme } from './picture-colors.ts';
import { printableText } from './printable-text.ts';
import type {
  BoxShape,
  DotShape,
  GroupShape,
  PathShape,
  Shape,
  Stroke,
  TextShape,
} from './shape.ts';

const WORD_FONTS =
  "Inter, 'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const CODE_FONTS = "'JetBrains Mono', ui-monospace, Menlo, Consolas, monospace";

/** What may be chosen about an SVG of a drawing. */
export interface SvgOptions {
  readonly theme: PictureTheme;
  /** Rules for fonts that the picture brings along; empty where it brings none. */
  readonly fontRules?: string;
}

/**
 * A drawing as one SVG file that needs nothing else: text stays text, whatever it holds, and the same
 * drawing gives the same bytes.
 */
export function toSvg(drawing: Drawing, { theme, fontRules = '' }: SvgOptions): string {
  const colors = PICTURE_COLORS[theme];
  const { x, y, width, height } = drawing.area;
  const view = [x, y, width, height].map((value) => num(value)).join(' ');
  const ground =
    theme === 'transparent'
      ? ''
      : `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" fill="${colors.sea}"/>\n`;
  const rules = fontRules === '' ? '' : `<style>${xmlText(fontRules)}</style>\n`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" viewBox="${view}" role="img" font-family="${WORD_FONTS}" font-size="12" fill="none">
<title>${xmlText(drawing.title)}</title>
<desc>${xmlText(drawing.description)}</desc>
${rules}${ground}${drawing.shapes.map((shape) => `${shapeMarkup(shape, colors)}\n`).join('')}</svg>
`;
}

function shapeMarkup(shape: Shape, colors: PictureColors): string {
  switch (shape.kind) {
    case 'box':
      return boxMarkup(shape, colors);
    case 'path':
      return pathMarkup(shape, colors);
    case 'dot':
      return dotMarkup(shape, colors);
    case 'text':
      return textMarkup(shape, colors);
    case 'group':
      return groupMarkup(shape, colors);
  }
}

function groupMarkup({ meaning, opacity, shapes }: GroupShape, colors: PictureColors): string {
  const title = meaning === null ? '' : `<title>${xmlText(meaning)}</title>`;
  const inner = shapes.map((shape) => shapeMarkup(shape, colors)).join('');
  return `<g${opacityMarkup(opacity)}>${title}${inner}</g>`;
}

function boxMarkup(shape: BoxShape, colors: PictureColors): string {
  const { x, y, width, height, radius, fill } = shape;
  const round = radius === 0 ? '' : ` rx="${num(radius)}"`;
  const ground = fill === null ? '' : ` fill="${colors[fill]}"`;
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"${round}${ground}${strokeMarkup(shape.stroke, colors)}${opacityMarkup(shape.opacity)}/>`;
}

function pathMarkup({ d, place, stroke }: PathShape, colors: PictureColors): string {
  const { x, y, scale } = place;
  const isPlaced = x !== 0 || y !== 0 || scale !== 1;
  const size = scale === 1 ? '' : ` scale(${num(scale, 1000)})`;
  const transform = isPlaced ? ` transform="translate(${num(x)} ${num(y)})${size}"` : '';
  const width = { ...stroke, width: stroke.width / scale };
  const round =
    isPlaced || isDotted(stroke) ? ' stroke-linecap="round" stroke-linejoin="round"' : '';
  return `<path d="${roundNumbers(d)}"${transform}${round}${strokeMarkup(width, colors)}/>`;
}

/** Dashes that are shorter than their gaps are dots. */
function isDotted({ dashes }: Stroke): boolean {
  const [dash, gap] = dashes;
  return dash !== undefined && gap !== undefined && dash < gap;
}

function dotMarkup({ x, y, radius, fill, stroke }: DotShape, colors: PictureColors): string {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}" fill="${colors[fill]}"${strokeMarkup(stroke, colors)}/>`;
}

function textMarkup(shape: TextShape, colors: PictureColors): string {
  const { x, y, anchor, size, runs, whole } = shape;
  const title = whole === null ? '' : `<title>${xmlText(whole)}</title>`;
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const sized = size === 12 ? '' : ` font-size="${num(size)}"`;
  const [first] = runs;
  const only = runs.length === 1 && first !== undefined;
  const look = (run: TextShape['runs'][number]) =>
    `${run.code ? ` font-family="${CODE_FONTS}"` : ''}${run.weight === 400 ? '' : ` font-weight="${run.weight}"`} fill="${colors[run.paint]}"`;
  const inner = only
    ? xmlText(first.text)
    : runs.map((run) => `<tspan${look(run)}>${xmlText(run.text)}</tspan>`).join('');
  return `<text x="${num(x)}" y="${num(y)}"${sized}${anchored}${only ? look(first) : ''}>${title}${inner}</text>`;
}

function strokeMarkup(stroke: Stroke | null, colors: PictureColors): string {
  if (stroke === null) return '';
  const dashes = stroke.dashes.length === 0 ? '' : ` stroke-dasharray="${stroke.dashes.join(' ')}"`;
  const width = stroke.width === 1 ? '' : ` stroke-width="${num(stroke.width)}"`;
  return ` stroke="${colors[stroke.paint]}"${width}${dashes}`;
}

function opacityMarkup(opacity: number): string {
  return opacity === 1 ? '' : ` opacity="${num(opacity)}"`;
}

/** A number as short as it can be; one that is none is 0. */
function num(value: number, precision = 100): string {
  const rounded = Math.round(value * precision) / precision;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0';
}

function roundNumbers(d: string): string {
  return d.replace(/NaN|-?Infinity|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, (number) =>
    num(Number(number)),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function xmlText(text: string): string {
  return printableText(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
