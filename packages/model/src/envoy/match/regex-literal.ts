/** A regular expression, parted after what every match of it begins with. */
export interface RegexParts {
  readonly literal: string;
  readonly rest: string;
}

const SIGNS = new Set('.^$*+?()[]{}|\\');
const REPEATS = new Set('*+?{');

/** The letters that every text begins with that the whole expression matches, and the expression after them. */
export function readLiteral(pattern: string): RegexParts {
  if (hasChoice(pattern)) return { literal: '', rest: pattern };
  let literal = '';
  let at = pattern.startsWith('^') ? 1 : 0;
  while (at < pattern.length) {
    const step = readStep(pattern, at);
    if (step === null || REPEATS.has(pattern.charAt(at + step.length))) break;
    literal += step.sign;
    at += step.length;
  }
  return { literal, rest: pattern.slice(at) };
}

function readStep(
  pattern: string,
  at: number,
): { readonly sign: string; readonly length: number } | null {
  const sign = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  if (!SIGNS.has(sign)) return { sign, length: sign.length };
  const escaped = pattern.charAt(at + 1);
  const isLetter = sign !== '\\' || !/[!-/:-@[-`{-~]/.test(escaped);
  return isLetter ? null : { sign: escaped, length: 2 };
}

/** Whether it has a choice outside of brackets; also said where classes or quoting make it hard to tell. */
function hasChoice(pattern: string): boolean {
  if (!pattern.includes('|')) return false;
  if (pattern.includes('[') || pattern.includes('\\Q')) return true;
  let depth = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '|' && depth <= 0) return true;
  }
  return false;
}
