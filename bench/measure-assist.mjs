import { generateManifests } from './generate-manifests.mjs';
import { quantile, seededRandom, timed } from './statistics.mjs';

const WARM_UP = 30;
const QUESTIONS = 300;

/**
 * Asks at the ends of random lines for what can be written there, and in their middle for what is to
 * be said and where what is named there gets its name; then for what the whole text consists of and
 * leads to. Each after one letter was typed.
 */
export async function measureAssist(model, size) {
  const assistant = await model.loadAssistant();
  const text = generateManifests(size);
  let snapshot = model.buildSnapshot(text);
  const random = seededRandom(size);
  const times = { suggest: [], hover: [], definitions: [], symbols: [], links: [] };
  const ask = (what, offset) => {
    const took = timed(() => assistant[what](snapshot, offset));
    times[what].push(took);
  };
  const question = () => {
    const start = Math.floor(random() * (text.length - 1));
    const end = Math.max(text.indexOf('\n', start), start);
    const typed = [{ range: { start: end, end }, newText: 'x' }];
    const undone = [{ range: { start: end, end: end + 1 }, newText: '' }];
    snapshot = model.updateSnapshot(snapshot, typed);
    ask('suggest', end + 1);
    snapshot = model.updateSnapshot(snapshot, undone);
    ask('hover', start);
    ask('definitions', start);
    ask('symbols', start);
    ask('links', start);
  };
  for (let i = 0; i < WARM_UP; i += 1) question();
  for (const list of Object.values(times)) list.length = 0;
  for (let i = 0; i < QUESTIONS; i += 1) question();
  const answers = Object.entries(times).map(([what, list]) => [what, quantile(list, 0.95)]);
  return { size, ...Object.fromEntries(answers) };
}
