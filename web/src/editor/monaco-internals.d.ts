// Monaco's YAML colours have no types of their own.

declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  export const language: import('monaco-editor/editor/editor.api').languages.IMonarchLanguage;
}
