import { generateManifests } from './generate-manifests.mjs';
import { quantile, seededRandom, timed } from './statistics.mjs';

const WARM_UP = 300;
const KEYSTROKES = 2_000;

/**
 * Runs every check: once over the whole text, and then for each of many keystrokes at the end of
 * random lines over what they concern. The new snapshot itself is not measured.
 */
export async function measureDiagnosing(model, size) {
  const schema = await model.loadSchema();
  const text = generateManifests(size);
  let snapshot = model.buildSnapshot(text);
  model.diagnoseSnapshot(snapshot, schema);
  const whole = timed(() => model.diagnoseSnapshot(snapshot, schema));
  const diagnoser = model.createSnapshotDiagnoser();
  model.finish(diagnoser.diagnose(snapshot, schema));
  const random = seededRandom(size);
  const type = () => {
    const start = Math.floor(random() * (text.length - 1));
    const end = text.indexOf('\n', start);
    const offset = end < 0 ? text.length : end;
    const edits = [
      [{ range: { start: offset, end: offset }, newText: 'x' }],
      [{ range: { start: offset, end: offset + 1 }, newText: '' }],
    ];
    return edits.map((edit) => {
      snapshot = model.updateSnapshot(snapshot, edit);
      return timed(() => model.finish(diagnoser.diagnose(snapshot, schema)));
    });
  };
  for (let i = 0; i < WARM_UP; i += 2) type();
  const times = [];
  for (let i = 0; i < KEYSTROKES; i += 2) times.push(...type());
  return {
    size,
    whole,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    max: Math.max(...times),
  };
}
