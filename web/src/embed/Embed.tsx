import { MantineProvider } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand';
import { CanvasView } from '../canvas/CanvasView.tsx';
import type { CommandContext } from '../commands/command.ts';
import { CommandReactContext } from '../commands/command-context.ts';
import { SessionContext } from '../session/session-context.ts';
import type { Workspace } from '../session/sketches/workspace.ts';
import { sketchAddress } from '../sharing/share-address.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Mark } from '../ui/Mark.tsx';
import { resolveVariables, THEME } from '../ui/theme.ts';
import { ViewContext } from '../view-state/view-context.ts';
import type { ViewState, ViewStore } from '../view-state/view-state.ts';
import styles from './Embed.module.css';
import type { EmbedContent } from './start-embed.ts';

interface EmbedProps {
  readonly content: EmbedContent;
  readonly view: ViewStore;
}

/** A map in somebody else's page: to look at, with the way to the whole. */
export function Embed({ content, view }: EmbedProps): ReactElement {
  const scheme = useStore(view, selectScheme);
  return (
    <MantineProvider
      theme={THEME}
      cssVariablesResolver={resolveVariables}
      forceColorScheme={scheme}
    >
      <ViewContext value={view}>
        <ErrorBoundary name="The map">
          {content.kind === 'message' ? (
            <main className={styles.message}>
              <Mark size={28} />
              <h1>No map to show</h1>
              <p>{content.text}</p>
            </main>
          ) : (
            <EmbeddedMap workspace={content.workspace} view={view} />
          )}
        </ErrorBoundary>
      </ViewContext>
    </MantineProvider>
  );
}

interface EmbeddedMapProps {
  readonly workspace: Workspace;
  readonly view: ViewStore;
}

function EmbeddedMap({ workspace, view }: EmbeddedMapProps): ReactElement {
  const { session } = workspace.store.getState().open;
  const context = useMemo<CommandContext>(
    () => ({ session, view, workspace }),
    [session, view, workspace],
  );
  return (
    <CommandReactContext value={context}>
      <SessionContext value={session}>
        <main className={styles.map}>
          <CanvasView />
          <a
            className={styles.open}
            href={sketchAddress(location.href, location.hash)}
            target="_blank"
            rel="noopener"
          >
            Open in Portolan
          </a>
        </main>
      </SessionContext>
    </CommandReactContext>
  );
}

function selectScheme({ scheme }: ViewState): 'light' | 'dark' {
  return scheme;
}
