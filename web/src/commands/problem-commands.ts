import type { Diagnostic } from '@portolan/model';
import { problemKey } from '../session/problems/problem-key.ts';
import { selectShown } from '../session/session-selectors.ts';
import { announce } from '../ui/announce.ts';
import { changePanes } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';
import { showProblem } from './show-problem.ts';

/** Goes through what is wrong, in the order of the text. */
export const PROBLEM_COMMANDS: readonly Command[] = [
  problemCommand('next-problem', 'Go to the next problem', 'F8', 1),
  problemCommand('previous-problem', 'Go to the problem before', 'Shift+F8', -1),
];

function problemCommand(id: string, title: string, keys: string, step: 1 | -1): Command {
  return {
    id,
    title,
    shortcuts: [{ keys, scope: 'text-fields-too' }],
    writes: false,
    isEnabled: ({ session }) => selectShown(session.diagnosis.getState()).length > 0,
    run: (context) => goOn(context, step),
  };
}

function goOn({ session, view }: CommandContext, step: 1 | -1): void {
  const problems = selectShown(session.diagnosis.getState());
  const current = view.getState().problem;
  const at = problems.findIndex((one) => problemKey(one) === current);
  const next = problems.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % problems.length);
  if (next === undefined) return;
  changePanes(view, { dockOpen: true, dockTab: 'problems' });
  showProblem(session, view, next, false);
  announce(`${problems.indexOf(next) + 1} of ${problems.length}. ${sayProblem(next)}`);
}

/** Errors are called so; everything else speaks for itself. */
function sayProblem({ severity, message }: Diagnostic): string {
  return severity === 'error' ? `Error: ${message}` : message;
}
