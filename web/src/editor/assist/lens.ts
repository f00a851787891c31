import type { Diagnosis } from '@portolan/model';
import { showProblem } from '../../commands/show-problem.ts';
import { sayCount } from '../../session/problems/say-counts.ts';
import { openDock, requestReveal, select } from '../../view-state/view-state.ts';
import { monaco } from '../monaco-setup.ts';
import type { AssistParts } from './editor-parts.ts';
import { type DocumentLens, readLenses } from './read-lenses.ts';

/**
 * How far from what is seen the lines have counts above them. Monaco does work for each count with
 * each keystroke, and there may be thousands.
 */
const AROUND_LINES = 400;

let installed = 0;

/** Says above each document how many routes and problems it has, and leads to them. */
export function countAboveDocuments(parts: AssistParts): readonly monaco.IDisposable[] {
  installed += 1;
  const ids = {
    showRoutes: `portolan.routes.${installed}`,
    showProblems: `portolan.problems.${installed}`,
  };
  const { editor, text, session } = parts;
  const changed = new monaco.Emitter<monaco.languages.CodeLensProvider>();
  let counted: Counted | null = null;
  const provider: monaco.languages.CodeLensProvider = {
    onDidChange: changed.event,
    async provideCodeLenses(model, token) {
      if (model !== text.model) return null;
      // Until the checks have run the editor moves what it has: no line comes and goes in between.
      const diagnosis = await waitForDiagnosis(parts, token);
      if (diagnosis === null || model.isDisposed()) return null;
      counted = { diagnosis, lines: linesAround(editor, AROUND_LINES) };
      return { lenses: lensesOf(parts, counted, ids), dispose: () => undefined };
    },
  };
  const ask = () => {
    // Of a text that has changed Monaco asks on its own.
    if (counted?.diagnosis.snapshot !== session.store.getState().snapshot) return;
    const { diagnosis } = session.diagnosis.getState();
    const near = linesAround(editor, AROUND_LINES / 2);
    if (
      counted.diagnosis !== diagnosis ||
      near.first < counted.lines.first ||
      near.last > counted.lines.last
    )
      changed.fire(provider);
  };
  const unsubscribe = session.diagnosis.subscribe(ask);
  return [
    monaco.languages.registerCodeLensProvider('yaml', provider),
    ...registerCommands(parts, ids),
    editor.onDidScrollChange(ask),
    changed,
    { dispose: unsubscribe },
  ];
}

/** Names of commands, which Monaco has for all editors of the page. */
interface CommandIds {
  readonly showRoutes: string;
  readonly showProblems: string;
}

/** What the editor has counts of. */
interface Counted {
  readonly diagnosis: Diagnosis;
  readonly lines: LineSpan;
}

/** Lines of the text, from 1. */
interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** The lines that are seen, and as many more on each side. */
function linesAround(editor: AssistParts['editor'], more: number): LineSpan {
  const seen = editor.getVisibleRanges();
  const count = editor.getModel()?.getLineCount() ?? 1;
  return {
    first: Math.max(1, (seen[0]?.startLineNumber ?? 1) - more),
    last: Math.min(count, (seen.at(-1)?.endLineNumber ?? 1) + more),
  };
}

function lensesOf(
  parts: AssistParts,
  { diagnosis, lines }: Counted,
  ids: CommandIds,
): monaco.languages.CodeLens[] {
  const { text } = parts;
  const toOffset = (lineNumber: number) =>
    text.toExactOffset(text.model.getOffsetAt({ lineNumber, column: 1 }));
  const within = { start: toOffset(lines.first), end: toOffset(lines.last) };
  return readLenses(diagnosis, within).flatMap((lens) => {
    const range = rangeOfLens(parts, lens);
    return commandsOf(lens, ids).map((command) => ({ range, command }));
  });
}

function registerCommands(
  { session, view }: AssistParts,
  { showRoutes, showProblems }: CommandIds,
): readonly monaco.IDisposable[] {
  return [
    monaco.editor.registerCommand(showRoutes, (_, id: string) => {
      const { nodes } = session.store.getState().snapshot.topology;
      const node = nodes.find(({ resourceId }) => resourceId === id);
      if (node === undefined) return;
      select(view, { nodes: [node.id] }, 'editor');
      requestReveal(view, { kind: 'node', id: node.id });
    }),
    monaco.editor.registerCommand(showProblems, (_, first: DocumentLens['problems'][number]) => {
      openDock(view, 'problems');
      showProblem(session, view, first, true);
    }),
  ];
}

/** The diagnosis of the present text; null where somebody else asked in the meantime. */
function waitForDiagnosis(
  { session }: AssistParts,
  token: monaco.CancellationToken,
): Promise<Diagnosis | null> {
  const read = () => {
    const { diagnosis } = session.diagnosis.getState();
    const isPresent = diagnosis.snapshot === session.store.getState().snapshot;
    return isPresent ? diagnosis : null;
  };
  const known = read();
  if (known !== null) return Promise.resolve(known);
  return new Promise((resolve) => {
    const end = (diagnosis: Diagnosis | null) => {
      unsubscribe();
      cancellation.dispose();
      resolve(diagnosis);
    };
    const unsubscribe = session.diagnosis.subscribe(() => {
      const diagnosis = read();
      if (diagnosis !== null) end(diagnosis);
    });
    const cancellation = token.onCancellationRequested(() => end(null));
  });
}

function rangeOfLens({ text }: AssistParts, { start, line }: DocumentLens): monaco.Range {
  const { lineNumber } = text.model.getPositionAt(text.toModelOffset(start));
  return new monaco.Range(lineNumber + line, 1, lineNumber + line, 1);
}

function commandsOf(
  { routes, routesOf, problems }: DocumentLens,
  { showRoutes, showProblems }: CommandIds,
): readonly monaco.languages.Command[] {
  const [first] = problems;
  return [
    ...(routesOf === null
      ? []
      : [
          {
            id: showRoutes,
            title: sayCount(routes, 'route'),
            tooltip: 'Show the routes on the canvas',
            arguments: [routesOf],
          },
        ]),
    ...(first === undefined
      ? []
      : [
          {
            id: showProblems,
            title: sayCount(problems.length, 'problem'),
            tooltip: 'Show what is wrong and how to mend it',
            arguments: [first],
          },
        ]),
  ];
}
