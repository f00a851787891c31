import type { TabStop } from './suggestion.ts';

// Private signs that no manifest has: they go around the number and the text of a stop.
const OPEN = '\uE000';
const MIDDLE = '\uE001';
const CLOSE = '\uE002';
const STOP = /\uE000(\d+)\uE001([^\uE002]*)\uE002/;

/** A stop as part of a text that is still put together. */
export function writeStop(stop: number, text = ''): string {
  return OPEN + stop + MIDDLE + text + CLOSE;
}

/** Makes stops of some words wherever they stand in the text: what is typed over one is typed over all that are alike. */
export function withStops(text: string, words: readonly string[]): string {
  return words.reduce((written, word, index) => {
    const whole = new RegExp(`(?<![\\w.\uE000/-])${escapeRegExp(word)}(?![\\w/-])`, 'g');
    return written.replace(whole, () => writeStop(index + 1, word));
  }, text);
}

function escapeRegExp(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The parts of a text with stops. */
export function readStops(text: string): readonly (string | TabStop)[] {
  const parts: (string | TabStop)[] = [];
  let rest = text;
  for (let match = STOP.exec(rest); match !== null; match = STOP.exec(rest)) {
    const [whole, stop = '0', inside = ''] = match;
    if (match.index > 0) parts.push(rest.slice(0, match.index));
    parts.push({ stop: Number(stop), text: inside });
    rest = rest.slice(match.index + whole.length);
  }
  return rest === '' ? parts : [...parts, rest];
}
