import { generateManifests } from './generate-manifests.mjs';
import { quantile, seededRandom, timed } from './statistics.mjs';

const WARM_UP = 300;
const KEYSTROKES = 2_000;

/**
 * Types one character at the end of a random line and takes it away again, as often as KEYSTROKES
 * says; each is measured from the edit to the new snapshot. Any line: names, hosts, keys, indentation.
 */
export function measureKeystrokes(model, size) {
  const text = generateManifests(size);
  const typist = makeTypist(model, text, seededRandom(size));
  for (let i = 0; i < WARM_UP; i += 2) typist();
  const times = [];
  for (let i = 0; i < KEYSTROKES; i += 2) times.push(...typist());
  return { size, p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: Math.max(...times) };
}

/** A function that types a character somewhere and takes it away; it tells both times. */
export function makeTypist(model, text, random) {
  let snapshot = model.buildSnapshot(text);
  return () => {
    const start = Math.floor(random() * (text.length - 1));
    const end = text.indexOf('\n', start);
    const offset = end < 0 ? text.length : end;
    const edits = [
      [{ range: { start: offset, end: offset }, newText: 'x' }],
      [{ range: { start: offset, end: offset + 1 }, newText: '' }],
    ];
    return edits.map((edit) =>
      timed(() => {
        snapshot = model.updateSnapshot(snapshot, edit);
      }),
    );
  };
}
