import type { languages } from 'monaco-editor/editor/editor.api';

/** Monaco's YAML colours, with a name of their own for quoted strings. */
export function withQuotedStrings(
  language: languages.IMonarchLanguage,
): languages.IMonarchLanguage {
  return {
    ...language,
    tokenizer: {
      ...language.tokenizer,
      flowScalars: [
        [/"([^"\\]|\\.)*$/, 'string.quoted'],
        [/'([^']|'')*$/, 'string.quoted'],
        [/'([^']|'')*'/, 'string.quoted'],
        [/"/, 'string.quoted', '@doubleQuotedString'],
      ],
      doubleQuotedString: [
        [/[^\\"]+/, 'string.quoted'],
        [/\\./, 'string.escape'],
        [/"/, 'string.quoted', '@pop'],
      ],
    },
  };
}
