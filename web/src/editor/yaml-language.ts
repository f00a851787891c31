import * as monaco from 'monaco-editor/editor/editor.api';
import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml';
import { withQuotedStrings } from './yaml-tokens.ts';

/** What makes the lines that follow belong to a key: nothing behind its colon, or the sign of a block of text. */
const OPENS = String.raw`:(?:\s+[|>][-+\d]*)?\s*(?:\s#.*)?$`;
/** The dash of a list item takes as much room as one step of indentation by two. */
const BESIDE_THE_DASH = '  ';

/** A word is what names something: with its dots, dashes and slashes. */
const NAME = /[\w*~][\w*~./@-]*/;

/**
 * Makes YAML a language that the editor knows wholly. Monaco's own registration loads the rules for
 * Enter and for brackets when it meets the first YAML: keys that come before get no indentation.
 */
export function registerYaml(): void {
  monaco.languages.register({ id: 'yaml', extensions: ['.yaml', '.yml'], aliases: ['YAML'] });
  monaco.languages.setLanguageConfiguration('yaml', {
    ...conf,
    wordPattern: NAME,
    onEnterRules: enterRules(),
  });
  monaco.languages.setMonarchTokensProvider('yaml', withQuotedStrings(language));
}

/** Where the cursor comes to stand after Enter; the first rule that fits the text before it counts. */
function enterRules(): monaco.languages.OnEnterRule[] {
  const { Indent, None } = monaco.languages.IndentAction;
  return [
    { beforeText: /^\s*#/, action: { indentAction: None } },
    // - port:
    {
      beforeText: new RegExp(String.raw`^\s*-\s+[^\s#].*${OPENS}`),
      action: { indentAction: Indent, appendText: BESIDE_THE_DASH },
    },
    // - name: http
    {
      beforeText: /^\s*-\s+[^\s#{["'&*!|>][^#]*?:\s+\S/,
      action: { indentAction: None, appendText: BESIDE_THE_DASH },
    },
    // port:
    { beforeText: new RegExp(OPENS), action: { indentAction: Indent } },
  ];
}
