// pnpm bench: measures, and writes bench/results.md. With names of parts (model, canvas, large): prints those only.
import { writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { inMegabytes } from './statistics.mjs';

const RESULTS = fileURLToPath(new URL('results.md', import.meta.url));
/** Each gives what measured (`engine`), `sections` (tables) and `notes`. */
const PARTS = {
  model: async () => (await import('./model.mjs')).modelFigures(),
  canvas: async () => (await import('./canvas.mjs')).canvasFigures(),
  large: async () => (await import('./large.mjs')).largeFigures(),
};

/** Processes that wanted to run in the minute before; half of the cores or more disturbs the times. */
const [load = 0] = loadavg();
const chosen = process.argv.slice(2).filter((name) => name in PARTS);
const names = chosen.length > 0 ? chosen : Object.keys(PARTS);
const figures = [];
for (const name of names) figures.push(await PARTS[name]());
const report = reportOf(figures);
process.stdout.write(report);
// Only a whole run is kept, so that the figures of the file are of one machine and one hour.
if (chosen.length === 0) {
  writeFileSync(RESULTS, report);
  process.stdout.write(`\nWritten to ${RESULTS}\n`);
}

function reportOf(measured) {
  const [cpu] = cpus();
  const machine = [
    `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`,
    `${inMegabytes(totalmem())} memory`,
    `${platform()} ${arch()}`,
    ...new Set(measured.map(({ engine }) => engine)),
  ];
  const lines = [
    '# Benchmark results',
    '',
    `Written by \`pnpm bench\` on ${new Date().toISOString().slice(0, 10)}. Machine: ${machine.join('; ')}.`,
    '',
    `Ratios hold within this run. Absolute times depend on the machine and on what else it does: its load was ${load.toFixed(1)} at the start.`,
    ...measured.flatMap(({ sections, notes }) => [
      ...notes.flatMap((note) => ['', note]),
      ...sections.flatMap(sectionLines),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ title, text, columns, rows }) {
  const widths = columns.map((column, index) =>
    Math.max(3, column.length, ...rows.map((row) => row[index].length)),
  );
  const line = (cells) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return ['', `## ${title}`, '', text, '', line(columns), rule, ...rows.map(line)];
}
