// Monaco's definition of YAML has no types of its own.

declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  export const language: import('monaco-editor/editor/editor.api').languages.IMonarchLanguage;
  export const conf: import('monaco-editor/editor/editor.api').languages.LanguageConfiguration;
}

// Imported for what it registers; and these of its members say what is offered (monaco-editor 0.57).

declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController' {
  export interface OfferedItem {
    readonly completion: import('monaco-editor/editor/editor.api').languages.CompletionItem;
    readonly editStart: import('monaco-editor/editor/editor.api').IPosition;
  }

  export type SuggestController =
    import('monaco-editor/editor/editor.api').editor.IEditorContribution & {
      readonly widget: {
        readonly value: {
          getFocusedItem():
            | {
                readonly item: OfferedItem;
                readonly model: { readonly items: readonly OfferedItem[] };
              }
            | undefined;
        };
      };
      cancelSuggestWidget(): void;
    };
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
