import { type Assistant, loadAssistant, type Snapshot, type TextRange } from '@portolan/model';
import type { Session } from '../../session/session.ts';
import type { MonacoTextStore } from '../../session/text/monaco-text-store.ts';
import type { ViewStore } from '../../view-state/view-state.ts';
import { monaco } from '../monaco-setup.ts';

/** What helps to write the YAML in one editor. */
export interface AssistParts {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly text: MonacoTextStore;
  readonly session: Session;
  readonly view: ViewStore;
}

/** A place of the text that somebody asks about, and who knows the answer. */
export interface Question {
  readonly assistant: Assistant;
  readonly snapshot: Snapshot;
  /** In the whole exact text. */
  readonly offset: number;
}

/** What is asked at a position of the editor's text; null where the model is that of another text. */
export async function askAt(
  { text, session }: AssistParts,
  model: monaco.editor.ITextModel,
  position: monaco.IPosition,
): Promise<Question | null> {
  if (model !== text.model) return null;
  const assistant = await loadAssistant();
  if (model.isDisposed()) return null;
  const { snapshot } = session.store.getState();
  return { assistant, snapshot, offset: text.toExactOffset(model.getOffsetAt(position)) };
}

/** A range of the exact text as the editor has it. */
export function toEditorRange({ text }: Pick<AssistParts, 'text'>, range: TextRange): monaco.Range {
  return monaco.Range.fromPositions(
    text.model.getPositionAt(text.toModelOffset(range.start)),
    text.model.getPositionAt(text.toModelOffset(range.end)),
  );
}
