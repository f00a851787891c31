import { loadAssistant } from '@portolan/model';
import { monaco } from '../monaco-setup.ts';
import { type AssistParts, toEditorRange } from './editor-parts.ts';

/** Leads from kinds to the pages about them, which open when the user says so and learn nothing. */
export function linkYaml(parts: AssistParts): readonly monaco.IDisposable[] {
  // Nothing else is a link: Monaco would make one of every URL in comments and values.
  const selector = { language: 'yaml', exclusive: true };
  return [
    monaco.languages.registerLinkProvider(selector, {
      async provideLinks(model) {
        if (model !== parts.text.model) return { links: [] };
        const assistant = await loadAssistant();
        if (model.isDisposed()) return { links: [] };
        const { snapshot } = parts.session.store.getState();
        const links = assistant.links(snapshot).map(({ range, url, kind }) => ({
          range: toEditorRange(parts, range),
          url,
          tooltip: `Documentation of ${kind}`,
        }));
        return { links };
      },
    }),
    monaco.editor.registerLinkOpener({
      open(page) {
        if (page.scheme !== 'https') return false;
        window.open(page.toString(), '_blank', 'noopener,noreferrer');
        return true;
      },
    }),
  ];
}
