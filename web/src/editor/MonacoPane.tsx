import type { TextRange } from '@portolan/model';
import { type ReactElement, useEffect, useRef } from 'react';
import { nameAt } from '../session/name-at.ts';
import { nextTurn } from '../session/next-turn.ts';
import type { OpenSession } from '../session/open-session.ts';
import { MonacoTextStore } from '../session/text/monaco-text-store.ts';
import type { ViewStore } from '../view-state/view-state.ts';
import { EditorController } from './editor-controller.ts';
import { EDITOR_OPTIONS, readOnlyOptions } from './editor-options.ts';
import styles from './MonacoPane.module.css';
import { monaco } from './monaco-setup.ts';
import { applyYamlTheme } from './yaml-theme.ts';

interface MonacoPaneProps {
  readonly session: OpenSession;
  readonly view: ViewStore;
  readonly scheme: 'light' | 'dark';
}

/** Monaco on the session's text. The first one takes the text over from the plain string. */
export function MonacoPane({ session, view, scheme }: MonacoPaneProps): ReactElement {
  const container = useRef<HTMLDivElement>(null);

  useEffect(() => applyYamlTheme(scheme), [scheme]);

  useEffect(() => {
    let dispose: (() => void) | null = null;
    let isGone = false;
    // By itself: with a large text it takes as long as the map beside it.
    nextTurn(() => {
      if (!isGone && container.current !== null) {
        dispose = createEditor(container.current, session, view);
      }
    });
    return () => {
      isGone = true;
      dispose?.();
    };
  }, [session, view]);

  return <div ref={container} className={styles.editor} data-testid="yaml-editor" />;
}

/** Gives what takes it away again; the text stays. */
function createEditor(container: HTMLElement, session: OpenSession, view: ViewStore): () => void {
  const text = takeOver(session);
  const editor = monaco.editor.create(container, {
    ...EDITOR_OPTIONS,
    ...readOnlyOptions(session.readOnlyReason),
    model: text.model,
  });
  const controller = new EditorController({ editor, text, session, view });
  // Monaco measures letters once; the font may come later.
  void document.fonts.load('13px "JetBrains Mono Variable"').then(() => {
    monaco.editor.remeasureFonts();
  });
  // The signs of its buttons too, so that they are there without a network.
  void document.fonts.load('16px codicon');
  return () => {
    controller.dispose();
    editor.dispose();
  };
}

const takenOver = new WeakMap<OpenSession, MonacoTextStore>();

function takeOver(session: OpenSession): MonacoTextStore {
  const before = takenOver.get(session);
  if (before !== undefined) return before;
  const readName = (range: TextRange) => nameAt(session.store.getState().snapshot, range);
  const text = session.handOver(
    (history, listener) => new MonacoTextStore(history, listener, readName),
  );
  takenOver.set(session, text);
  return text;
}
