import { Tabs } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactElement, Suspense } from 'react';
import styles from './Dock.module.css';
import { DOCK_PANES } from './dock-panes.ts';
import { RequestAlarm } from './RequestAlarm.tsx';
import { ResizeHandle } from './ui/ResizeHandle.tsx';
import { useViewState, useViewStore } from './view-state/view-context.ts';
import {
  changePanes,
  DOCK_TABS,
  isDockTab,
  openDock,
  PANE_SIZES,
  type PaneLayout,
  type ViewState,
} from './view-state/view-state.ts';

const TABS = Object.keys(DOCK_TABS).filter(isDockTab);

/** What is told about the text below the canvas; closed, only its tabs are there. */
export function Dock(): ReactElement {
  const view = useViewStore();
  const panes = useViewState(selectPanes);
  const { dockOpen, dockTab, dockSize } = panes;
  const onTab = (value: string | null): void => {
    if (isDockTab(value)) openDock(view, value);
  };
  const Chevron = dockOpen ? IconChevronDown : IconChevronUp;
  return (
    <>
      {dockOpen && (
        <ResizeHandle
          label="Height of the panel"
          orientation="horizontal"
          size={dockSize}
          {...PANE_SIZES.dock}
          onResize={(size) => changePanes(view, { dockSize: size })}
        />
      )}
      <section
        className={styles.dock}
        aria-label="Trace, problems and outline"
        data-pane="dock"
        data-open={dockOpen || undefined}
        style={dockOpen ? { height: `${dockSize}%` } : undefined}
      >
        <Tabs
          value={dockOpen ? dockTab : null}
          onChange={onTab}
          className={styles.tabs}
          keepMounted={false}
          activateTabWithKeyboard={false}
        >
          <div className={styles.header}>
            <Tabs.List className={styles.list}>
              {TABS.map((tab) => {
                const { title, Count } = DOCK_PANES[tab];
                return (
                  <Tabs.Tab key={tab} value={tab}>
                    {title} {Count !== undefined && <Count />}
                  </Tabs.Tab>
                );
              })}
            </Tabs.List>
            <RequestAlarm />
          </div>
          {TABS.map((tab) => {
            const { Pane } = DOCK_PANES[tab];
            return (
              <Tabs.Panel key={tab} value={tab} className={styles.panel}>
                <Suspense fallback={null}>
                  <Pane />
                </Suspense>
              </Tabs.Panel>
            );
          })}
        </Tabs>
        <button
          type="button"
          className={styles.toggle}
          aria-label={dockOpen ? 'Close the panel' : 'Open the panel'}
          aria-expanded={dockOpen}
          onClick={() => changePanes(view, { dockOpen: !dockOpen })}
        >
          <Chevron size={16} aria-hidden />
        </button>
      </section>
    </>
  );
}

function selectPanes({ panes }: ViewState): PaneLayout {
  return panes;
}
