import type { Assistant } from '@portolan/model';
import { monaco } from '../monaco-setup.ts';
import { type AssistParts, askAt, toEditorRange } from './editor-parts.ts';

/** Goes from names to what has them, finds all places of a name, and renames. */
export function navigateYaml(parts: AssistParts): readonly monaco.IDisposable[] {
  return [
    monaco.languages.registerDefinitionProvider('yaml', {
      provideDefinition: (model, position) => findPlaces(parts, model, position, 'definitions'),
    }),
    monaco.languages.registerReferenceProvider('yaml', {
      provideReferences: (model, position) => findPlaces(parts, model, position, 'references'),
    }),
    monaco.languages.registerRenameProvider('yaml', renameProvider(parts)),
  ];
}

async function findPlaces(
  parts: AssistParts,
  model: monaco.editor.ITextModel,
  position: monaco.Position,
  what: 'definitions' | 'references',
): Promise<monaco.languages.Location[]> {
  const question = await askAt(parts, model, position);
  if (question === null) return [];
  const { assistant, snapshot, offset } = question;
  return assistant[what](snapshot, offset).map((range) => ({
    uri: model.uri,
    range: toEditorRange(parts, range),
  }));
}

function renameProvider(parts: AssistParts): monaco.languages.RenameProvider {
  const findRenaming = async (
    model: monaco.editor.ITextModel,
    position: monaco.Position,
  ): Promise<ReturnType<Assistant['renaming']>> => {
    const question = await askAt(parts, model, position);
    return question?.assistant.renaming(question.snapshot, question.offset) ?? null;
  };
  return {
    async resolveRenameLocation(model, position) {
      const renaming = await findRenaming(model, position);
      const reason = parts.session.readOnlyReason ?? NOT_HERE;
      if (renaming === null || parts.session.readOnlyReason !== null)
        return { range: monaco.Range.fromPositions(position), text: '', rejectReason: reason };
      return { range: toEditorRange(parts, renaming.range), text: renaming.name };
    },
    async provideRenameEdits(model, position, name) {
      const renaming = await findRenaming(model, position);
      if (renaming === null) return { edits: [], rejectReason: NOT_HERE };
      // One labelled step of the session, not edits of the editor: nodes keep their places.
      const commands = renaming.commands(name);
      const result = parts.session.dispatchAll(commands, renaming.label(name));
      return { edits: [], ...(result.ok ? {} : { rejectReason: result.reason }) };
    },
  };
}

const NOT_HERE =
  'Nothing can be renamed here. Put the cursor on the name of a resource, subset or port of this text.';
