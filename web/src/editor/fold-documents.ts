import type { ManifestDocument, Snapshot } from '@portolan/model';
import type {
  FoldingController,
  FoldingRegions,
} from 'monaco-editor/editor/contrib/folding/browser/folding';
import type { Session } from '../session/session.ts';
import { type Fold, findFolds } from './find-folds.ts';
import { monaco } from './monaco-setup.ts';

/**
 * Lets whole documents be folded beside keys and list items, and says in the line that is left of a
 * folded document what it is.
 */
export function foldDocuments(
  editor: monaco.editor.IStandaloneCodeEditor,
  session: Session,
): monaco.IDisposable {
  const readSnapshot = () => session.store.getState().snapshot;
  const provider = monaco.languages.registerFoldingRangeProvider('yaml', {
    provideFoldingRanges: () => readRanges(readSnapshot()),
  });
  const summaries = editor.createDecorationsCollection();
  const subscription = followFolding(editor, (regions) => {
    summaries.set(summarize(editor, readSnapshot(), regions));
  });
  return {
    dispose() {
      subscription.dispose();
      provider.dispose();
      summaries.clear();
    },
  };
}

function followFolding(
  editor: monaco.editor.IStandaloneCodeEditor,
  onFolds: (regions: FoldingRegions) => void,
): monaco.IDisposable {
  let subscription: monaco.IDisposable | null = null;
  let isDisposed = false;
  const controller = editor.getContribution<FoldingController>('editor.contrib.folding');
  void controller?.getFoldingModel()?.then((folding) => {
    if (folding === null || isDisposed) return;
    subscription = folding.onDidChange(() => onFolds(folding.regions));
  });
  return {
    dispose() {
      isDisposed = true;
      subscription?.dispose();
    },
  };
}

/** All folds of the text. A document comes before the key that it begins with: only one can fold in a line. */
function readRanges(snapshot: Snapshot): monaco.languages.FoldingRange[] {
  const ranges: monaco.languages.FoldingRange[] = [];
  eachDocument(snapshot, (document, line) => {
    const { whole, parts } = findFolds(document);
    const add = ({ start, end }: Fold) => ranges.push({ start: line + start, end: line + end });
    if (whole !== null) add(whole);
    parts.forEach(add);
  });
  return ranges;
}

function summarize(
  editor: monaco.editor.IStandaloneCodeEditor,
  snapshot: Snapshot,
  regions: FoldingRegions,
): monaco.editor.IModelDeltaDecoration[] {
  const model = editor.getModel();
  const folded = new Set<number>();
  for (let index = 0; index < regions.length; index++) {
    if (regions.isCollapsed(index)) folded.add(regions.getStartLineNumber(index));
  }
  if (model === null || folded.size === 0) return [];
  const names = nameDocuments(snapshot);
  const decorations: monaco.editor.IModelDeltaDecoration[] = [];
  eachDocument(snapshot, (document, start) => {
    const { whole } = findFolds(document);
    const line = start + (whole?.start ?? 0);
    const name = names.get(document);
    if (whole === null || name === undefined || !folded.has(line)) return;
    decorations.push({
      range: new monaco.Range(line, 1, line, model.getLineMaxColumn(line)),
      options: {
        inlineClassName: 'folded-document',
        before: { content: `${name} `, inlineClassName: 'folded-document-name' },
      },
    });
  });
  return decorations;
}

/** What the documents hold, for those that hold resources. */
function nameDocuments({ resources }: Snapshot): ReadonlyMap<ManifestDocument, string> {
  const names = new Map<ManifestDocument, string>();
  const counts = new Map<ManifestDocument, number>();
  for (const { document, kind, name } of resources) {
    const count = (counts.get(document) ?? 0) + 1;
    counts.set(document, count);
    names.set(document, count === 1 ? `${kind} ${name}` : `${count} resources`);
  }
  return names;
}

function eachDocument(
  { documents }: Snapshot,
  visit: (document: ManifestDocument, firstLine: number) => void,
): void {
  let line = 1;
  for (const document of documents) {
    visit(document, line);
    line += findFolds(document).lineEnds;
  }
}
