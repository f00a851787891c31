import { importFrom } from './cache-folder.mjs';
import { generateManifests } from './generate-manifests.mjs';
import { median, timed } from './statistics.mjs';

const RUNS = 9;
/** Peers that take seconds get fewer runs. */
const SLOW_RUNS = 3;

/** Opens the same text with the model, with js-yaml alone, and with peers, one after the other. */
export async function measureOpening(model, peersFolder, size) {
  const text = generateManifests(size);
  const small = generateManifests(100);
  const ours = (source) => model.buildSnapshot(source);
  const theirs = (source) => model.loadAll(source);
  for (const open of [ours, theirs, ours, theirs]) open(small);
  for (const open of [ours, theirs]) open(text);
  const times = { ours: [], theirs: [] };
  // In turns, so that whatever else the machine does falls on both.
  for (let run = 0; run < RUNS; run += 1) {
    times.ours.push(timed(() => ours(text)));
    times.theirs.push(timed(() => theirs(text)));
  }
  return {
    size,
    bytes: text.length,
    model: median(times.ours),
    loadAll: median(times.theirs),
    yaml: await measurePeer(peersFolder, 'yaml', text, small),
    monokle: await measurePeer(peersFolder, 'monokle', text, small),
  };
}

async function measurePeer(peersFolder, name, text, small) {
  try {
    const open = await PEERS[name](peersFolder);
    open(small);
    open(small);
    const times = Array.from({ length: SLOW_RUNS }, () => timed(() => open(text)));
    return { time: median(times) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

const PEERS = {
  yaml: async (folder) => {
    const { parseAllDocuments } = await importFrom(folder, 'yaml');
    return (source) => parseAllDocuments(source);
  },
  monokle: async (folder) => {
    const { extractK8sResources } = await importFrom(folder, '@monokle/parser');
    const { processRefs, ResourceParser } = await importFrom(folder, '@monokle/validation');
    return (content) => {
      const file = { id: 'all', path: 'all.yaml', content };
      const resources = extractK8sResources([file]);
      processRefs(resources, new ResourceParser(), undefined, [file.path]);
    };
  },
};
