// Monaco's definition of YAML has no types of its own.

declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  export const language: import('monaco-editor/editor/editor.api').languages.IMonarchLanguage;
  export const conf: import('monaco-editor/editor/editor.api').languages.LanguageConfiguration;
}

// Monaco tells nobody what is folded. These are the members of its folding that do (monaco-editor 0.57).

declare module 'monaco-editor/editor/contrib/folding/browser/folding' {
  export interface FoldingRegions {
    readonly length: number;
    isCollapsed(index: number): boolean;
    getStartLineNumber(index: number): number;
  }

  export interface FoldingModel {
    readonly regions: FoldingRegions;
    readonly onDidChange: import('monaco-editor/editor/editor.api').IEvent<unknown>;
  }

  export type FoldingController =
    import('monaco-editor/editor/editor.api').editor.IEditorContribution & {
      getFoldingModel(): Promise<FoldingModel | null> | null;
    };
}
