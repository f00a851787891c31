import { loadAssistant, type TextSymbol } from '@portolan/model';
import { monaco } from '../monaco-setup.ts';
import { type AssistParts, toEditorRange } from './editor-parts.ts';

/** Tells what the text consists of, to go to by name. */
export function outlineYaml(parts: AssistParts): monaco.IDisposable {
  return monaco.languages.registerDocumentSymbolProvider('yaml', {
    displayName: 'YAML',
    async provideDocumentSymbols(model) {
      if (model !== parts.text.model) return [];
      const assistant = await loadAssistant();
      if (model.isDisposed()) return [];
      const { snapshot } = parts.session.store.getState();
      return assistant.symbols(snapshot).map((symbol) => toSymbol(parts, symbol, ''));
    },
  });
}

function toSymbol(
  parts: AssistParts,
  symbol: TextSymbol,
  container: string,
): monaco.languages.DocumentSymbol {
  const { name, detail, kind, range, nameRange, children } = symbol;
  return {
    name,
    detail,
    // The list shows this beside the name, and the detail nowhere.
    containerName: [detail, container].filter((part) => part !== '').join(' · '),
    kind: iconOf(kind),
    tags: [],
    range: toEditorRange(parts, range),
    selectionRange: toEditorRange(parts, nameRange),
    children: children.map((child) => toSymbol(parts, child, name)),
  };
}

function iconOf(kind: TextSymbol['kind']): monaco.languages.SymbolKind {
  const {
    Object: Resource,
    Interface,
    Event,
    Number: Port,
    EnumMember,
  } = monaco.languages.SymbolKind;
  switch (kind) {
    case 'resource':
      return Resource;
    case 'server':
      return Interface;
    case 'route':
      return Event;
    case 'port':
      return Port;
    case 'subset':
      return EnumMember;
  }
}
