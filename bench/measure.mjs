// Runs one measurement in a process of its own, so that none warms up or fills the heap of another.
// Usage: node --expose-gc measure.mjs MEASUREMENT MODEL PEERS; prints one JSON value.
import { measureAssist } from './measure-assist.mjs';
import { measureDiagnosing } from './measure-diagnosing.mjs';
import { measureKeystrokes } from './measure-keystrokes.mjs';
import { measureLayout } from './measure-layout.mjs';
import { measureLinks } from './measure-links.mjs';
import { measureMemory } from './measure-memory.mjs';
import { measureOpening } from './measure-opening.mjs';
import { measurePicture } from './measure-picture.mjs';
import { measureTrace } from './measure-trace.mjs';

const [name, modelPath, peersFolder] = process.argv.slice(2);
const model = await import(`file://${modelPath}`);

const measurements = {
  keystrokes: () => [100, 1_000, 5_000, 20_000].map((size) => measureKeystrokes(model, size)),
  diagnosing: () => Promise.all([1_000, 5_000].map((size) => measureDiagnosing(model, size))),
  assist: () => measureAssist(model, 5_000),
  opening: () => measureOpening(model, peersFolder, 5_000),
  memory: () => measureMemory(model, 5_000),
  layout: () => [100, 1_000, 5_000].map((size) => measureLayout(model, size)),
  trace: async () => {
    const rows = [];
    for (const size of [100, 1_000, 5_000]) rows.push(await measureTrace(model, size));
    return rows;
  },
  links: () => measureLinks(model, peersFolder),
  picture: () => [1_000, 5_000].map((nodes) => measurePicture(model, nodes)),
};

const measure = measurements[name];
if (measure === undefined) throw new Error(`no measurement ${name}`);
process.stdout.write(JSON.stringify({ versions: process.versions, result: await measure() }));
