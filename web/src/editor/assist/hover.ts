import { monaco } from '../monaco-setup.ts';
import { type AssistParts, askAt, toEditorRange } from './editor-parts.ts';

/** Says what a field is for, and what a name means. What is wrong there the editor says itself. */
export function hoverYaml(parts: AssistParts): monaco.IDisposable {
  return monaco.languages.registerHoverProvider('yaml', {
    async provideHover(model, position) {
      const question = await askAt(parts, model, position);
      const hover = question?.assistant.hover(question.snapshot, question.offset);
      if (hover == null) return null;
      return {
        range: toEditorRange(parts, hover.range),
        contents: hover.parts.map((value) => ({ value })),
      };
    },
  });
}
