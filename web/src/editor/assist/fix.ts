import {
  type Diagnostic,
  findFixes,
  placeOfDiagnostic,
  planFix,
  type QuickFix,
} from '@portolan/model';
import { selectShown } from '../../session/session-selectors.ts';
import { notify } from '../../view-state/notice.ts';
import { monaco } from '../monaco-setup.ts';
import { type AssistParts, toEditorRange } from './editor-parts.ts';

let installed = 0;

/** Offers the quick fixes of the problems at the cursor, and carries the chosen one out as one step. */
export function fixYaml(parts: AssistParts): readonly monaco.IDisposable[] {
  installed += 1;
  const command = `portolan.fix.${installed}`;
  return [
    monaco.editor.registerCommand(command, (_, fix: QuickFix) => {
      // The focus stays in the text, where the fix was asked for.
      const result = parts.session.dispatchAll(fix.commands, fix.title);
      if (!result.ok) notify(parts.view, 'warning', result.reason);
      parts.editor.focus();
    }),
    monaco.languages.registerCodeActionProvider('yaml', {
      provideCodeActions(model, range) {
        if (model !== parts.text.model || parts.session.readOnlyReason !== null) return null;
        const actions = fixesIn(parts, range).map(({ title, commands }, index) => ({
          title,
          kind: 'quickfix',
          isPreferred: index === 0,
          command: { id: command, title, arguments: [{ title, commands }] },
        }));
        return { actions, dispose: () => undefined };
      },
    }),
  ];
}

function fixesIn(parts: AssistParts, range: monaco.Range): readonly QuickFix[] {
  const { snapshot } = parts.session.store.getState();
  const isHere = (diagnostic: Diagnostic) => {
    const place = placeOfDiagnostic(snapshot, diagnostic);
    return (
      place !== undefined &&
      monaco.Range.areIntersectingOrTouching(toEditorRange(parts, place), range)
    );
  };
  const found = selectShown(parts.session.diagnosis.getState())
    .filter(isHere)
    .flatMap((diagnostic) => findFixes(snapshot, diagnostic))
    .filter((fix) => planFix(snapshot, fix).ok);
  return [...new Map(found.map((fix) => [fix.title, fix])).values()];
}
