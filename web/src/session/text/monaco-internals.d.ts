// Monaco has no public door to its undo history. These are the modules that its own text model
// uses for it (monaco-editor 0.57), with the few members that the session needs.

declare module 'monaco-editor/platform/undoRedo/common/undoRedo' {
  export interface ResourceUndoElement {
    readonly type: 0;
    readonly resource: import('monaco-editor/editor/editor.api').Uri;
    label: string;
    readonly code: string;
    undo(): void;
    redo(): void;
  }

  export interface UndoRedoService {
    pushElement(element: ResourceUndoElement): void;
    /** null where there is none, and where something can be redone. */
    getLastElement(
      resource: import('monaco-editor/editor/editor.api').Uri,
    ): ResourceUndoElement | null;
    /** `future`: the element that redo brings back first stands last. */
    getElements(resource: import('monaco-editor/editor/editor.api').Uri): {
      readonly past: readonly ResourceUndoElement[];
      readonly future: readonly ResourceUndoElement[];
    };
    removeElements(resource: import('monaco-editor/editor/editor.api').Uri): void;
  }

  export const IUndoRedoService: { readonly undoRedoService: UndoRedoService };
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: {
    get(
      id: typeof import('monaco-editor/platform/undoRedo/common/undoRedo').IUndoRedoService,
    ): import('monaco-editor/platform/undoRedo/common/undoRedo').UndoRedoService;
  };
}
