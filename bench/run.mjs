// pnpm bench: measures, and writes bench/results.md.
import { existsSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { modelFigures } from './model.mjs';
import { inMegabytes } from './statistics.mjs';

const RESULTS = fileURLToPath(new URL('results.md', import.meta.url));
/** Measures in a browser; has `canvasFigures()` that gives the same shape as `modelFigures()`. */
const CANVAS = new URL('canvas.mjs', import.meta.url);

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
    'Ratios hold within this run. Absolute times depend on the machine and on what else it does.',
    ...figures.flatMap(({ sections, notes }) => [
      ...notes.flatMap((note) => ['', note]),
      ...sections.flatMap(sectionLines),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ title, text, columns, rows }) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [
    '',
    `## ${title}`,
    '',
    text,
    '',
    row(columns),
    row(columns.map(() => '---')),
    ...rows.map(row),
  ];
}
