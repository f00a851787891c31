// pnpm bench: measures, and writes bench/results.md.
import { existsSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { modelFigures } from './model.mjs';
import { inMegabytes } from './statistics.mjs';

const RESULTS = fileURLToPath(new URL('results.md', import.meta.url));
/** Measures in a browser; has `canvasFigures()` that gives the same shape as `modelFigures()`. */
const CANVAS = new URL('canvas.mjs', import.meta.url);

/** Processes that wanted to run in the minute before; half of the cores or more disturbs the times. */
const [load = 0] = loadavg();
const parts = [await modelFigures()];
if (existsSync(CANVAS)) parts.push(await (await import(CANVAS.href)).canvasFigures());
const report = reportOf(parts);
writeFileSync(RESULTS, report);
process.stdout.write(`${report}\nWritten to ${RESULTS}\n`);

function reportOf(figures) {
  const [cpu] = cpus();
  const machine = [
    `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`,
    `${inMegabytes(totalmem())} memory`,
    `${platform()} ${arch()}`,
    ...figures.map(({ engine }) => engine),
  ];
  const lines = [
    '# Benchmark results',
    '',
    `Written by \`pnpm bench\` on ${new Date().toISOString().slice(0, 10)}. Machine: ${machine.join('; ')}.`,
    '',
    `Ratios hold within this run. Absolute times depend on the machine and on what else it does: its load was ${load.toFixed(1)} at the start.`,
    ...figures.flatMap(({ sections, notes }) => [
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
