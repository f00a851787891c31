import type { Suggestion } from '@portolan/model';
import { monaco } from '../monaco-setup.ts';
import { type AssistParts, askAt, toEditorRange } from './editor-parts.ts';

/** Signs behind which something new begins. Not the colon: Enter behind it begins a line. */
const TRIGGERS = [' ', '"', "'", '/'];
/** A space only is one where it is behind a colon, a dash or a comma. */
const BEGINS_VALUE = /(?:[:,[{]|(?:^|\s)-) $/;

/** Offers what can be written where the cursor is. */
export function completeYaml(parts: AssistParts): monaco.IDisposable {
  return monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: TRIGGERS,
    async provideCompletionItems(model, position, { triggerCharacter }) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      if (triggerCharacter === ' ' && !BEGINS_VALUE.test(before)) return null;
      const question = await askAt(parts, model, position);
      if (question === null) return null;
      const { assistant, snapshot, offset } = question;
      const all = assistant.suggest(snapshot, offset);
      // Behind `key: ` Enter begins a line, and must not take what would begin one.
      const shown = triggerCharacter === ' ' ? all.filter((one) => !beginsLine(one)) : all;
      const suggestions = shown.map((one, index) => toItem(parts, one, index));
      // The order follows what is typed, so it is asked for again with every letter.
      return { suggestions, incomplete: true };
    },
  });
}

function beginsLine({ insert: [first] }: Suggestion): boolean {
  return typeof first === 'string' && first.startsWith('\n');
}

const ASK_AGAIN: monaco.languages.Command = {
  id: 'editor.action.triggerSuggest',
  title: 'Suggest what comes next',
};

function toItem(
  parts: AssistParts,
  suggestion: Suggestion,
  index: number,
): monaco.languages.CompletionItem {
  const { label, kind, detail, documentation, insert, filter, also, isDeprecated, goesOn } =
    suggestion;
  const { CompletionItemInsertTextRule, CompletionItemTag } = monaco.languages;
  const { InsertAsSnippet, KeepWhitespace } = CompletionItemInsertTextRule;
  const hasStops = insert.some((part) => typeof part !== 'string');
  return {
    label: { label, description: detail },
    kind: iconOf(kind),
    range: toEditorRange(parts, suggestion.range),
    insertText: hasStops ? toSnippet(insert) : insert.join(''),
    // The lines come with the indentation that they are to have.
    insertTextRules: hasStops ? InsertAsSnippet | KeepWhitespace : KeepWhitespace,
    filterText: filter,
    sortText: String(index).padStart(5, '0'),
    ...(documentation === '' ? {} : { documentation: { value: documentation } }),
    ...(isDeprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(goesOn ? { command: ASK_AGAIN } : {}),
    ...(also.length === 0 ? {} : { additionalTextEdits: toEdits(parts, also) }),
  };
}

function toEdits(parts: AssistParts, edits: Suggestion['also']) {
  return edits.map(({ range, newText }) => ({ range: toEditorRange(parts, range), text: newText }));
}

function iconOf(kind: Suggestion['kind']): monaco.languages.CompletionItemKind {
  const { Field, EnumMember, Reference, Snippet } = monaco.languages.CompletionItemKind;
  switch (kind) {
    case 'field':
      return Field;
    case 'value':
      return EnumMember;
    case 'name':
      return Reference;
    case 'snippet':
      return Snippet;
  }
}

/** In the language of the editor's snippets. */
function toSnippet(insert: Suggestion['insert']): string {
  return insert
    .map((part) =>
      typeof part === 'string'
        ? escapeSnippet(part)
        : `\${${part.stop}:${escapeSnippet(part.text)}}`,
    )
    .join('');
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
