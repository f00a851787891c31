import { type ComponentType, lazy } from 'react';
import { OutlinePane } from './outline/OutlinePane.tsx';
import { ProblemCount } from './ProblemCount.tsx';
import { RequestCount } from './RequestCount.tsx';
import type { DockTab } from './view-state/view-state.ts';

/** A tab of the panel below the canvas. */
export interface DockPane {
  readonly title: string;
  readonly Pane: ComponentType;
  /** Stands beside the title. */
  readonly Count?: ComponentType;
}

/** With the texts about all codes, which nobody needs to see the map. */
const ProblemsPane = lazy(async () => ({
  default: (await import('./problems/ProblemsPane.tsx')).ProblemsPane,
}));

/** With the tracer, which is loaded for the first request. */
const TracePane = lazy(async () => ({
  default: (await import('./trace/TracePane.tsx')).TracePane,
}));

/** With the tracer too. */
const RequestsPane = lazy(async () => ({
  default: (await import('./trace/saved/RequestsPane.tsx')).RequestsPane,
}));

/** With the compiler too. */
const RoutesPane = lazy(async () => ({
  default: (await import('./trace/routes/RoutesPane.tsx')).RoutesPane,
}));

/** With the compiler, which nobody needs to see the map. */
const EnvoyPane = lazy(async () => ({
  default: (await import('./trace/envoy/EnvoyPane.tsx')).EnvoyPane,
}));

/** What each tab of the panel shows; their order is that of DOCK_TABS. */
export const DOCK_PANES: Readonly<Record<DockTab, DockPane>> = {
  trace: { title: 'Trace', Pane: TracePane },
  requests: { title: 'Requests', Pane: RequestsPane, Count: RequestCount },
  routes: { title: 'Routes', Pane: RoutesPane },
  problems: { title: 'Problems', Pane: ProblemsPane, Count: ProblemCount },
  envoy: { title: 'Envoy', Pane: EnvoyPane },
  outline: { title: 'Outline', Pane: OutlinePane },
};
