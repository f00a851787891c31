import type { SuggestController } from 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { monaco } from '../monaco-setup.ts';
import { isWrittenOut } from './is-written-out.ts';

/**
 * Lets Enter begin a line where what is offered is written out already. Monaco has an option for
 * that, but looks at what is typed only when the list changes: who types fast loses the line.
 */
export function enterBeginsLine(editor: monaco.editor.IStandaloneCodeEditor): monaco.IDisposable {
  return editor.onKeyDown(({ keyCode }) => {
    if (keyCode !== monaco.KeyCode.Enter) return;
    const controller = editor.getContribution<SuggestController>(
      'editor.contrib.suggestController',
    );
    const focused = controller?.widget.value.getFocusedItem();
    const position = editor.getPosition();
    const model = editor.getModel();
    if (controller == null || focused === undefined || position === null || model === null) return;
    const { editStart } = focused.item;
    const typed = model.getValueInRange(monaco.Range.fromPositions(editStart, position));
    const offered = focused.model.items.map(({ completion }) => completion.insertText);
    if (isWrittenOut(typed, offered)) controller.cancelSuggestWidget();
  });
}
