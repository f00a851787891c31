import type { Diagnosis } from '@portolan/model';
import { showProblem } from '../../commands/show-problem.ts';
import { sayCount } from '../../session/problems/say-counts.ts';
import { openDock, requestReveal, select } from '../../view-state/view-state.ts';
import { monaco } from '../monaco-setup.ts';
import type { AssistParts } from './editor-parts.ts';
import { type DocumentLens, readLenses } from './read-lenses.ts';

let installed = 0;

/** Says above each document how many routes and problems it has, and leads to them. */
export function countAboveDocuments(parts: AssistParts): readonly monaco.IDisposable[] {
  installed += 1;
  const showRoutes = `portolan.routes.${installed}`;
  const showProblems = `portolan.problems.${installed}`;
  const { text, session, view } = parts;
  const changed = new monaco.Emitter<monaco.languages.CodeLensProvider>();
  const provider: monaco.languages.CodeLensProvider = {
    onDidChange: changed.event,
    async provideCodeLenses(model, token) {
      if (model !== text.model) return null;
      // Until the checks have run the editor moves what it has: no line comes and goes in between.
      const diagnosis = await waitForDiagnosis(parts, token);
      if (diagnosis === null || model.isDisposed()) return null;
      const lenses = readLenses(diagnosis).flatMap((lens) => {
        const range = rangeOfLens(parts, lens);
        return commandsOf(lens, showRoutes, showProblems).map((command) => ({ range, command }));
      });
      return { lenses, dispose: () => undefined };
    },
  };
  const unsubscribe = session.diagnosis.subscribe(() => changed.fire(provider));
  return [
    monaco.languages.registerCodeLensProvider('yaml', provider),
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
    changed,
    { dispose: unsubscribe },
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
    return diagnosis.isComplete && isPresent ? diagnosis : null;
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
  showRoutes: string,
  showProblems: string,
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
