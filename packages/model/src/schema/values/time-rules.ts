import { quoted } from './quoted.ts';

const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;
const DURATION = new RegExp(`^[-+]?(?:(?:${PART.source})+|0)$`);

/** A duration as Go writes it, in milliseconds; null where it is none. */
export function readDuration(text: string): number | null {
  if (text.length > 100 || !DURATION.test(text)) return null;
  const parts = [...text.matchAll(PART)];
  const sum = parts.reduce((all, [, size, unit]) => {
    return all + Number(size) * (MILLISECONDS[unit ?? ''] ?? Number.NaN);
  }, 0);
  return text.startsWith('-') ? -sum : sum;
}

function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6;
}

function whyNotWritten(text: string): string {
  const isNumber = /^\d+(\.\d+)?$/.test(text);
  return isNumber
    ? `${quoted(text)} has no unit. Write ${text}s for seconds or ${text}ms for milliseconds.`
    : `${quoted(text)} is no duration. Write a number and its unit, such as 500ms, 5s, 2m or 1h.`;
}

/** Why Istio would not take it as a duration; null where it would. */
export function whyNotDuration(text: string): string | null {
  const milliseconds = readDuration(text);
  if (milliseconds === null) return whyNotWritten(text);
  if (milliseconds < 1) return `${quoted(text)} is too short: one millisecond (1ms) is the least.`;
  return isWhole(milliseconds)
    ? null
    : `${quoted(text)} is too exact: Istio counts in whole milliseconds.`;
}

/** As `whyNotDuration`, and zero is taken too. */
export function whyNotDurationOrZero(text: string): string | null {
  return readDuration(text) === 0 ? null : whyNotDuration(text);
}

/** As `whyNotDuration`, and only whole seconds are taken. */
export function whyNotSeconds(text: string): string | null {
  const why = whyNotDuration(text);
  if (why !== null) return why;
  return isWhole((readDuration(text) ?? 0) / 1000)
    ? null
    : `${quoted(text)} is too exact: only whole seconds count here.`;
}
