// Monaco's definition of YAML has no types of its own.

declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  export const language: import('monaco-editor/editor/editor.api').languages.IMonarchLanguage;
  export const conf: import('monaco-editor/editor/editor.api').languages.LanguageConfiguration;
}
