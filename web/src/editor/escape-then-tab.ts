import { announce } from '../ui/announce.ts';
import { monaco } from './monaco-setup.ts';

/** Where Escape has nothing of the editor's own to close or to end. */
const NOTHING_OPEN = [
  'editorTextFocus',
  'suggestWidgetVisible',
  'parameterHintsVisible',
  'findWidgetVisible',
  'renameInputVisible',
  'inSnippetMode',
  'editorHasSelection',
  'editorHasMultipleSelections',
  'markersNavigationVisible',
  'editorHoverVisible',
]
  .map((key, at) => (at === 0 ? key : `!${key}`))
  .join(' && ');

/** After Escape, Tab leaves the YAML as it leaves any other field; any other key ends that. */
export function escapeThenTab(editor: monaco.editor.IStandaloneCodeEditor): monaco.IDisposable {
  let isLeaving = false;
  const leave = (leaves: boolean): void => {
    if (leaves === isLeaving) return;
    isLeaving = leaves;
    editor.updateOptions({ tabFocusMode: leaves });
    if (leaves) announce('Tab leaves the YAML now.', 'leave-editor');
  };
  editor.addCommand(monaco.KeyCode.Escape, () => leave(true), NOTHING_OPEN);
  const { Escape, Tab, Shift } = monaco.KeyCode;
  const endings = [
    editor.onKeyDown(({ keyCode }) => {
      if (![Escape, Tab, Shift].includes(keyCode)) leave(false);
    }),
    editor.onMouseDown(() => leave(false)),
    editor.onDidBlurEditorText(() => leave(false)),
  ];
  return {
    dispose() {
      for (const ending of endings) ending.dispose();
    },
  };
}
