import { loadAssistant } from '@portolan/model';
import type { monaco } from '../monaco-setup.ts';
import { completeYaml } from './complete.ts';
import type { AssistParts } from './editor-parts.ts';
import { enterBeginsLine } from './enter-begins-line.ts';
import { fixYaml } from './fix.ts';
import { hoverYaml } from './hover.ts';
import { countAboveDocuments } from './lens.ts';
import { linkYaml } from './link.ts';
import { navigateYaml } from './navigate.ts';
import { outlineYaml } from './outline.ts';

/** Installs all that helps to read and write the YAML in an editor. */
export function installAssist(parts: AssistParts): monaco.IDisposable {
  // Behind the editor and before the first question: later nothing is asked of the network.
  void loadAssistant().catch(() => undefined);
  const all = [
    completeYaml(parts),
    enterBeginsLine(parts.editor),
    hoverYaml(parts),
    ...navigateYaml(parts),
    ...fixYaml(parts),
    outlineYaml(parts),
    ...linkYaml(parts),
    ...countAboveDocuments(parts),
  ];
  return {
    dispose() {
      for (const one of all) one.dispose();
    },
  };
}
