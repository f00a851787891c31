import { Tabs } from '@mantine/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { EditorPane } from './editor/EditorPane.tsx';
import { InspectorPane } from './inspector/InspectorPane.tsx';
import styles from './SidePane.module.css';
import type { OpenSession } from './session/open-session.ts';
import type { SessionState } from './session/session.ts';
import { useSessionState } from './session/session-context.ts';
import { useViewState, useViewStore } from './view-state/view-context.ts';
import {
  changePanes,
  type PaneLayout,
  requestFocus,
  type ViewState,
} from './view-state/view-state.ts';

interface SidePaneProps {
  readonly session: OpenSession;
  readonly scheme: 'light' | 'dark';
}

/** Beside the canvas: the YAML, or the fields of what is selected. */
export function SidePane({ session, scheme }: SidePaneProps): ReactElement {
  const view = useViewStore();
  const { sideTab } = useViewState(selectPanes);
  const documents = useSessionState(countDocuments);
  const onTab = (tab: string | null): void => {
    if (tab === 'yaml' || tab === 'inspector') changePanes(view, { sideTab: tab });
  };
  return (
    <Tabs value={sideTab} onChange={onTab} className={styles.pane} keepMounted>
      <Tabs.List className={styles.head}>
        <Tabs.Tab value="yaml">YAML</Tabs.Tab>
        <Tabs.Tab value="inspector">Inspector</Tabs.Tab>
        {session.readOnlyReason !== null && (
          <span className={styles.readOnly} title={session.readOnlyReason}>
            Read-only
          </span>
        )}
        <span className={styles.count}>
          {documents} {documents === 1 ? 'document' : 'documents'}
        </span>
      </Tabs.List>
      <Tabs.Panel value="yaml" className={styles.panel}>
        <EditorPane session={session} scheme={scheme} />
      </Tabs.Panel>
      <Tabs.Panel
        value="inspector"
        className={styles.panel}
        data-pane="inspector"
        onKeyDown={(event) => {
          if (isWayBack(event)) requestFocus(view, null);
        }}
      >
        {sideTab === 'inspector' && <InspectorPane />}
      </Tabs.Panel>
    </Tabs>
  );
}

/** Escape leads back to the map; what is open or half typed closes first. */
function isWayBack({ key, target, defaultPrevented }: KeyboardEvent): boolean {
  if (key !== 'Escape' || defaultPrevented || !(target instanceof Element)) return false;
  return target.closest('[role="dialog"], [aria-haspopup][aria-expanded="true"]') === null;
}

function countDocuments({ snapshot }: SessionState): number {
  return snapshot.documents.filter((document) => document.status !== 'empty').length;
}

function selectPanes({ panes }: ViewState): PaneLayout {
  return panes;
}
