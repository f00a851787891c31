// The canvas beside plain React Flow, in a real Chromium. Part of `pnpm bench`; also runs alone, with
// the numbers of nodes to measure.
import { fileURLToPath } from 'node:url';
import { inBrowser } from './in-browser.mjs';
import { measureApp, measureFirstOpening, measurePlain, resourcesFor } from './measure-canvas.mjs';
import { inMilliseconds } from './statistics.mjs';

const SIZES = [300, 1_000, 3_000, 10_000];
/** From here on, with all nodes in view, frames may take a third of plain React Flow's at most. */
const LARGE = 3_000;
const OPENINGS = 5;
/** Two runs of the same thing differ by this much. */
const NOISE = 1.1;

/** The canvas's figures, as sections of the report. */
export async function canvasFigures(sizes = SIZES) {
  return inBrowser(async (browser, address) => {
    const openings = await measureOpenings(browser, address);
    const rows = [];
    for (const nodes of sizes) rows.push(await measureSize(browser, address, nodes));
    return [openingSection(openings), ...MEASURES.map((measure) => sectionOf(measure, rows))];
  });
}

const WORK = 'Work is what the main thread does for one move of the pointer.';

const MEASURES = [
  {
    key: 'keystroke',
    title: 'Keystroke to painted canvas',
    text: 'From the key press to the end of the first frame that shows what it changed, all nodes in view. Ours is a keystroke in the YAML editor: parsing, linking and the editor itself included; plain React Flow gets a new label for one node.',
  },
  {
    key: 'fitPan',
    title: 'Frames while panning, all nodes in view',
    text: `Time from frame to frame while the pane is dragged. ${WORK}`,
    isWhole: true,
  },
  {
    key: 'fitZoom',
    title: 'Frames while zooming, all nodes in view',
    text: `Time from frame to frame while the wheel is turned over the middle, nearer and back. ${WORK}`,
    isWhole: true,
  },
  {
    key: 'fitDrag',
    title: 'Frames while dragging a node, all nodes in view',
    text: `Time from frame to frame while the node is dragged. ${WORK}`,
    isWhole: true,
  },
  {
    key: 'nearPan',
    title: 'Frames while panning at 100 %',
    text: `Time from frame to frame while the pane is dragged. ${WORK}`,
  },
  {
    key: 'nodeDrag',
    title: 'Frames while dragging a node at 100 %',
    text: `Time from frame to frame while the node is dragged. ${WORK}`,
  },
];

async function measureSize(browser, address, nodes) {
  const resources = resourcesFor(nodes);
  const { area, ...ours } = await measureApp(browser, address, resources);
  const plain = await measurePlain(browser, address, resources, area);
  return { nodes, ours, plain };
}

async function measureOpenings(browser, address) {
  const runs = [];
  for (let run = 0; run < OPENINGS; run += 1) {
    runs.push(await measureFirstOpening(browser, `${address}/app/`));
  }
  return runs.sort((a, b) => a.time - b.time)[Math.floor(OPENINGS / 2)];
}

function openingSection({ time, bytes, allBytes }) {
  return {
    title: 'First opening',
    text: 'From the navigation until the first sample’s nodes are painted, with nothing in the browser’s cache; the middle of five. Bytes are as sent, compressed.',
    columns: ['', 'until the canvas can be used', 'in all, with the editor', 'goal'],
    rows: [
      ['time', inMilliseconds(time), '', ''],
      [
        'bytes',
        inKilobytes(bytes),
        inKilobytes(allBytes),
        verdict('the canvas does not wait for the editor', bytes < allBytes / 2),
      ],
    ],
  };
}

function sectionOf({ key, title, text, isWhole = false }, rows) {
  const hasWork = key !== 'keystroke';
  const cells = ({ p50, p95, work }) => [
    inMilliseconds(p50),
    inMilliseconds(p95),
    ...(hasWork ? [inMilliseconds(work)] : []),
  ];
  const columns = ['p50', 'p95', ...(hasWork ? ['work'] : [])];
  return {
    title,
    text,
    columns: ['nodes', ...columns, ...columns.map((column) => `plain, ${column}`), 'goal for p95'],
    rows: rows.map(({ nodes, ours, plain }) => [
      nodes.toLocaleString('en'),
      ...cells(ours[key]),
      ...cells(plain[key]),
      isWhole && nodes >= LARGE
        ? verdict('at most a third', ours[key].p95 * 3 <= plain[key].p95 * NOISE)
        : verdict('not slower', ours[key].p95 <= plain[key].p95 * NOISE),
    ]),
  };
}

function inKilobytes(bytes) {
  return `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}

function verdict(goal, isReached) {
  return `${goal}: ${isReached ? 'reached' : '**missed**'}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  const { engine, sections } = await canvasFigures(sizes.length > 0 ? sizes : SIZES);
  process.stdout.write(`${engine}\n`);
  for (const { title, columns, rows } of sections) {
    process.stdout.write(
      `\n${title}\n${[columns, ...rows].map((row) => row.join(' | ')).join('\n')}\n`,
    );
  }
}
