import 'monaco-editor/editor/editor.api';

declare module 'monaco-editor/editor/editor.api' {
  namespace editor {
    interface ITextModel {
      /** Monaco's own editor uses it; its public types leave it out (monaco-editor 0.57). */
      readonly tokenization: { forceTokenization(line: number): void };
    }
  }
}
