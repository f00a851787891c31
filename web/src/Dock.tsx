import { Tabs } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { lazy, type ReactElement, Suspense } from 'react';
import styles from './Dock.module.css';
import { OutlinePane } from './outline/OutlinePane.tsx';
import { useDiagnosis } from './session/session-context.ts';
import { countProblems } from './session/session-selectors.ts';
import { ResizeHandle } from './ui/ResizeHandle.tsx';
import { useViewState, useViewStore } from './view-state/view-context.ts';
import {
  changePanes,
  DOCK_TABS,
  openDock,
  PANE_SIZES,
  type PaneLayout,
  type ViewState,
} from './view-state/view-state.ts';

/** With the texts about all codes, which nobody needs to see the map. */
const ProblemsPane = lazy(async () => ({
  default: (await import('./problems/ProblemsPane.tsx')).ProblemsPane,
}));

/** With the tracer, which is loaded for the first request. */
const TracePane = lazy(async () => ({
  default: (await import('./trace/TracePane.tsx')).TracePane,
}));

/** With the compiler, which nobody needs to see the map. */
const EnvoyPane = lazy(async () => ({
  default: (await import('./trace/envoy/EnvoyPane.tsx')).EnvoyPane,
}));

/** What is told about the text below the canvas; closed, only its tabs are there. */
export function Dock(): ReactElement {
  const view = useViewStore();
  const panes = useViewState(selectPanes);
  const problems = useDiagnosis(countProblems);
  const { dockOpen, dockTab, dockSize } = panes;
  const onTab = (value: string | null): void => {
    const tab = DOCK_TABS.find((one) => one === value);
    if (tab !== undefined) openDock(view, tab);
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
          <Tabs.List className={styles.list}>
            <Tabs.Tab value="trace">Trace</Tabs.Tab>
            <Tabs.Tab value="problems">
              Problems {problems > 0 && <span className={styles.count}>{problems}</span>}
            </Tabs.Tab>
            <Tabs.Tab value="envoy">Envoy</Tabs.Tab>
            <Tabs.Tab value="outline">Outline</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="trace" className={styles.panel}>
            <Suspense fallback={null}>
              <TracePane />
            </Suspense>
          </Tabs.Panel>
          <Tabs.Panel value="problems" className={styles.panel}>
            <Suspense fallback={null}>
              <ProblemsPane />
            </Suspense>
          </Tabs.Panel>
          <Tabs.Panel value="envoy" className={styles.panel}>
            <Suspense fallback={null}>
              <EnvoyPane />
            </Suspense>
          </Tabs.Panel>
          <Tabs.Panel value="outline" className={styles.panel}>
            <OutlinePane />
          </Tabs.Panel>
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
