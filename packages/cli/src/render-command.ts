import { writeFile } from 'node:fs/promises';
import {
  buildScene,
  buildSnapshot,
  type Drawing,
  drawScene,
  layoutTopology,
  PICTURE_COLORS,
  type PictureTheme,
  toSvg,
} from '@portolan/model';
import { CommandError } from './command-error.ts';
import { readInputs } from './read-inputs.ts';
import { commonHelp, readOptions, reasonOf } from './read-options.ts';
import { reportProblems } from './report-problems.ts';
import type { Command, CommandIo } from './run-command-line.ts';

const OWN_OPTIONS = { output: { short: 'o' }, theme: {}, title: {} };
const DEFAULT_TITLE = 'Ingress topology';

/** `portolan render`: the picture of the canvas. */
export const renderCommand: Command = {
  name: 'render',
  summary: 'draw the map of the manifests as an SVG file',
  help: `Draws the topology of manifests as the canvas shows it: one SVG file that needs nothing else.

Usage: portolan render FILES… -o topology.svg [options]

${commonHelp(`  -o, --output FILE    where the SVG goes; - and nothing: standard output
  --theme THEME        light (default), dark or transparent
  --title TEXT         what the picture is called (default: ${DEFAULT_TITLE})
`)}
With --json standard output gets the picture's size, how many nodes and edges it has, and the SVG
itself where it is not in a file. Findings of this command are documents that are not YAML or no
manifests; they are left out of the picture.
`,
  run: async (args, io) => {
    const options = await readOptions(args, OWN_OPTIONS);
    const { theme = 'light', title = DEFAULT_TITLE, output = '-' } = options.own;
    if (!isTheme(theme)) throw new CommandError(whyNoTheme(theme));
    if (output === '') throw new CommandError('--output takes a file, and got nothing.');
    const inputs = await readInputs(options.inputs, io);
    const snapshot = buildSnapshot(inputs.text, options.assumptions);
    const failed = reportProblems(snapshot, inputs, options.failOn, io);
    const { topology } = snapshot;
    const drawing = drawScene(buildScene(topology, layoutTopology(topology)), { title });
    const file = output === '-' ? null : output;
    const svg = toSvg(drawing, { theme });
    if (file !== null) await writePicture(file, svg);
    if (options.json) {
      const counts = { nodes: topology.nodes.length, edges: topology.edges.length };
      io.out(
        `${JSON.stringify(describePicture(drawing, { file, svg, theme, ...counts }), null, 2)}\n`,
      );
    } else sayDone(file, svg, io);
    return failed ? 1 : 0;
  },
};

interface Picture {
  readonly file: string | null;
  readonly svg: string;
  readonly theme: PictureTheme;
  readonly nodes: number;
  readonly edges: number;
}

function describePicture({ area }: Drawing, picture: Picture): unknown {
  const { file, svg, theme, nodes, edges } = picture;
  const size = { width: area.width, height: area.height };
  return { file, theme, ...size, nodes, edges, svg: file === null ? svg : null };
}

function sayDone(file: string | null, svg: string, io: CommandIo): void {
  if (file === null) io.out(svg);
  else io.err(`Wrote ${file}.\n`);
}

function isTheme(theme: string): theme is PictureTheme {
  return Object.hasOwn(PICTURE_COLORS, theme);
}

function whyNoTheme(theme: string): string {
  return `--theme takes ${Object.keys(PICTURE_COLORS).join(', ')}, and not ${theme}.`;
}

async function writePicture(file: string, svg: string): Promise<void> {
  try {
    await writeFile(file, svg);
  } catch (error) {
    const reason = reasonOf(error);
    const why = reason === 'it does not exist' ? 'its folder does not exist' : reason;
    throw new CommandError(`${file} cannot be written: ${why}.`);
  }
}
