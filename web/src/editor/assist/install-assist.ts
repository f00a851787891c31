import type { monaco } from '../monaco-setup.ts';
import { completeYaml } from './complete.ts';
import type { AssistParts } from './editor-parts.ts';
import { enterBeginsLine } from './enter-begins-line.ts';

/** Installs all that helps to read and write the YAML in an editor. */
export function installAssist(parts: AssistParts): monaco.IDisposable {
  const all = [completeYaml(parts), enterBeginsLine(parts.editor)];
  return {
    dispose() {
      for (const one of all) one.dispose();
    },
  };
}
