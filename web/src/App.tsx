import { MantineProvider } from '@mantine/core';
import { type CSSProperties, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import styles from './App.module.css';
import { AppHeader } from './AppHeader.tsx';
import { acceptFiles } from './accept-files.ts';
import { announceWork } from './announce-work.ts';
import { Canvas } from './canvas/Canvas.tsx';
import type { CommandContext } from './commands/command.ts';
import { CommandReactContext } from './commands/command-context.ts';
import { DialogHost } from './commands/dialogs/DialogHost.tsx';
import { installShortcuts } from './commands/shortcuts.ts';
import { Dock } from './Dock.tsx';
import { Notices } from './Notices.tsx';
import { OpeningNotice } from './OpeningNotice.tsx';
import { Presentation } from './Presentation.tsx';
import { SidePane } from './SidePane.tsx';
import { StatusLine } from './StatusLine.tsx';
import { lookOnly } from './session/look-only.ts';
import type { OpenSession } from './session/open-session.ts';
import { SessionContext } from './session/session-context.ts';
import type { Workspace, WorkspaceState } from './session/sketches/workspace.ts';
import { PreviewBanner } from './sharing/PreviewBanner.tsx';
import { afterPaint } from './ui/after-paint.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { keepFocus } from './ui/keep-focus.ts';
import { followPaneFocus } from './ui/pane-focus.ts';
import { ResizeHandle } from './ui/ResizeHandle.tsx';
import { resolveVariables, THEME } from './ui/theme.ts';
import { useViewState, ViewContext } from './view-state/view-context.ts';
import {
  changePanes,
  PANE_SIZES,
  type PaneLayout,
  requestFocus,
  type ViewState,
  type ViewStore,
} from './view-state/view-state.ts';
import { Welcome } from './Welcome.tsx';

const PRESENTED = 'The map is presented, to look at. Press Escape to go on editing.';

interface AppProps {
  readonly workspace: Workspace;
  readonly view: ViewStore;
}

/** The whole app: canvas and YAML side by side, on the sketch that is open. */
export function App({ workspace, view }: AppProps): ReactElement {
  const session = useStore(workspace.store, selectSession);
  const scheme = useStore(view, selectScheme);
  const isPresenting = useStore(view, selectIsPresenting);
  const context = useMemo<CommandContext>(
    () => ({
      session: isPresenting ? lookOnly(session, PRESENTED) : session,
      view,
      workspace,
    }),
    [session, view, workspace, isPresenting],
  );
  return (
    <MantineProvider
      theme={THEME}
      cssVariablesResolver={resolveVariables}
      forceColorScheme={scheme}
    >
      <ViewContext value={view}>
        <CommandReactContext value={context}>
          <SessionContext value={context.session}>
            <ErrorBoundary name="Portolan">
              <Frame session={session} context={context} scheme={scheme} />
              <DialogHost />
            </ErrorBoundary>
          </SessionContext>
        </CommandReactContext>
      </ViewContext>
    </MantineProvider>
  );
}

interface FrameProps {
  readonly session: OpenSession;
  readonly context: CommandContext;
  readonly scheme: 'light' | 'dark';
}

function Frame({ session, context, scheme }: FrameProps): ReactElement {
  const { view } = context;
  const { editorOpen, editorSize } = useViewState(selectPanes);
  const isPresenting = useViewState(selectIsPresenting);
  const isDropping = useWindowEvents(context);
  useEffect(() => void afterPaint().then(() => session.diagnose()), [session]);
  const key = useSessionKey(session);
  if (isPresenting) {
    return (
      <main className={styles.app}>
        <ErrorBoundary key={key} name="The map">
          <Presentation />
        </ErrorBoundary>
        <Notices />
      </main>
    );
  }
  return (
    <div className={styles.app}>
      <AppHeader />
      <PreviewBanner workspace={context.workspace} />
      <main className={styles.main}>
        <div className={styles.left}>
          <div className={styles.canvas}>
            <ErrorBoundary key={key} name="The canvas">
              <Canvas />
            </ErrorBoundary>
            <Notices>
              <OpeningNotice />
            </Notices>
          </div>
          <Welcome />
          <Dock />
        </div>
        {editorOpen && (
          <>
            <ResizeHandle
              label="Width of the pane beside the canvas"
              orientation="vertical"
              size={editorSize}
              {...PANE_SIZES.editor}
              onResize={(size) => changePanes(view, { editorSize: size })}
            />
            <div className={styles.right} style={widthOf(editorSize)}>
              <ErrorBoundary key={key} name="The YAML pane">
                <SidePane session={session} scheme={scheme} />
              </ErrorBoundary>
            </div>
          </>
        )}
      </main>
      <StatusLine />
      {isDropping && <div className={styles.drop}>Drop to open as a new sketch</div>}
    </div>
  );
}

/** Keys, drops, pastes and the focus of the window; gives whether files hover over the page. */
function useWindowEvents(context: CommandContext): boolean {
  const { view } = context;
  const [isDropping, setIsDropping] = useState(false);
  useEffect(() => installShortcuts(() => context), [context]);
  useEffect(() => acceptFiles(() => context, setIsDropping), [context]);
  // Also when another sketch takes the place of this one, which would take the keyboard along.
  useEffect(() => keepFocus(() => requestFocus(view, null)), [view]);
  useEffect(() => announceWork(context), [context]);
  useEffect(() => followPaneFocus(), []);
  return isDropping;
}

/** As a variable, so that a narrow window can have it otherwise. */
function widthOf(percent: number): CSSProperties {
  return { '--width': `${percent}%` } as CSSProperties;
}

/** Another key for each session, so that no pane carries over what belonged to the one before. */
function useSessionKey(session: OpenSession): number {
  const last = useRef({ session, key: 0 });
  if (last.current.session !== session) last.current = { session, key: last.current.key + 1 };
  return last.current.key;
}

function selectSession({ open }: WorkspaceState): OpenSession {
  return open.session;
}

function selectScheme({ scheme }: ViewState): 'light' | 'dark' {
  return scheme;
}

function selectIsPresenting({ presentedFrom }: ViewState): boolean {
  return presentedFrom !== null;
}

function selectPanes({ panes }: ViewState): PaneLayout {
  return panes;
}
