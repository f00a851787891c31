import type { monaco } from './monaco-setup.ts';

/** How much larger than usual the browser is told to show text. */
const TEXT_SCALE = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** How the YAML pane behaves. */
export const EDITOR_OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  language: 'yaml',
  ariaLabel:
    'YAML of the sketch. Escape, then Tab leaves it. F6 goes to the next pane. Control+M switches whether Tab moves the focus.',
  automaticLayout: true,
  fontFamily: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontSize: 13 * TEXT_SCALE,
  lineHeight: 20 * TEXT_SCALE,
  fontLigatures: false,
  padding: { top: 8, bottom: 8 },
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: true,
  minimap: { enabled: false },
  glyphMargin: false,
  folding: true,
  showFoldingControls: 'mouseover',
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 14,
  renderLineHighlightOnlyWhenFocus: true,
  scrollBeyondLastLine: false,
  overviewRulerLanes: 2,
  overviewRulerBorder: false,
  fixedOverflowWidgets: true,
  // In a shadow tree its menu has neither the colours of the theme nor the app's letters.
  useShadowDOM: false,
  wordBasedSuggestions: 'off',
  // Plain text is a string in the eyes of the colours.
  quickSuggestions: { other: true, strings: true, comments: false },
  acceptSuggestionOnCommitCharacter: false,
  suggestSelection: 'first',
  suggest: { showWords: false, snippetsPreventQuickSuggestions: false },
  // Line separators and the like are kept as they are, not asked about.
  unusualLineTerminators: 'off',
  dropIntoEditor: { enabled: false },
  // What encloses the cursor would be looked for in all of the text, with every move.
  matchBrackets: 'near',
  bracketPairColorization: { enabled: false },
  stickyScroll: { enabled: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
};

/** What is different in a text that is only looked at; `reason`: null where it can be changed. */
export function readOnlyOptions(
  reason: string | null,
): monaco.editor.IStandaloneEditorConstructionOptions {
  if (reason === null) return {};
  return {
    readOnly: true,
    readOnlyMessage: { value: reason },
    ariaLabel: `YAML of the sketch, read-only. ${reason}`,
  };
}
