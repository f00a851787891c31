import { generateManifests } from './generate-manifests.mjs';
import { makeTypist } from './measure-keystrokes.mjs';
import { seededRandom } from './statistics.mjs';

const EDITS = 1_000;

/** What the process holds with a text open, before and after edits that end at the same text. */
export function measureMemory(model, size) {
  // Another text first: what the engine compiles for edits belongs to no text.
  typeALot(makeTypist(model, generateManifests(size), seededRandom(size + 1)));
  const typist = makeTypist(model, generateManifests(size), seededRandom(size));
  // The first edits make the caches that later ones reuse.
  for (let i = 0; i < 20; i += 1) typist();
  const before = heapUsed();
  typeALot(typist);
  const after = heapUsed();
  // Keeps the snapshot alive until here.
  typist();
  return { size, edits: EDITS, before, after };
}

function typeALot(typist) {
  for (let i = 0; i < EDITS; i += 2) typist();
}

function heapUsed() {
  for (let i = 0; i < 4; i += 1) globalThis.gc();
  return process.memoryUsage().heapUsed;
}
