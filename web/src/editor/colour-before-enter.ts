import { monaco } from './monaco-setup.ts';

/**
 * Monaco colours a text from the top down when it has time, and gives Enter and Tab no indentation
 * below the line that it has come to. This makes it come to the cursor before either key counts.
 */
export function colourBeforeEnter(editor: monaco.editor.IStandaloneCodeEditor): monaco.IDisposable {
  return editor.onKeyDown(({ keyCode }) => {
    if (keyCode !== monaco.KeyCode.Enter && keyCode !== monaco.KeyCode.Tab) return;
    const lines = (editor.getSelections() ?? []).map((selection) => selection.endLineNumber);
    if (lines.length > 0) editor.getModel()?.tokenization.forceTokenization(Math.max(...lines));
  });
}
