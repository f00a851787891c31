/** The value under which this part (0 to 1) of the sample lies. */
export function quantile(sample, part) {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The middle of a sample. */
export function median(sample) {
  return quantile(sample, 0.5);
}

/** Numbers from 0 to 1 that are the same on every run. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How many milliseconds `action` takes. */
export function timed(action) {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** Milliseconds for a table: as many digits as tell something. */
export function inMilliseconds(value) {
  if (value >= 100) return `${Math.round(value)} ms`;
  return value >= 1 ? `${value.toFixed(1)} ms` : `${value.toFixed(3)} ms`;
}

/** "1.07×". */
export function asRatio(value) {
  return `${value.toFixed(2)}×`;
}

/** Bytes as "12.3 MB". */
export function inMegabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
