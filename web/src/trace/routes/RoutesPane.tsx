import { TextInput } from '@mantine/core';
import { coverRoutes, type EffectiveRow } from '@portolan/model';
import { IconSearch } from '@tabler/icons-react';
import {
  type ReactElement,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useChecking } from '../../session/session-context.ts';
import { selectChecked } from '../../session/session-selectors.ts';
import { useViewState } from '../../view-state/view-context.ts';
import type { Selection, ViewState } from '../../view-state/view-state.ts';
import { CatchingUp } from '../CatchingUp.tsx';
import styles from './RoutesPane.module.css';
import { RouteTable } from './RouteTable.tsx';
import { isOf, type RouteGroup, type RouteRow, toGroups } from './route-row.ts';
import { useRouteKeys } from './use-route-keys.ts';
import { type RouteTables, useTables } from './use-tables.ts';

/** More than anybody reads at once; the rest is counted, and found by the filter. */
const SHOWN_ROWS = 300;

/** The routes of every host in the order in which Envoy tries them, of all VirtualServices together. */
export function RoutesPane(): ReactElement {
  const tables = useTables();
  if (tables === null) return <p className={styles.none}>Putting the routes in order…</p>;
  if (tables.tables.length === 0)
    return (
      <p className={styles.none}>
        No gateway has http routes. Bind a VirtualService to a Gateway: its routes are listed here
        in the order in which Envoy tries them, together with those of all others on the same host.
      </p>
    );
  return <Tables shown={tables} />;
}

function Tables({ shown }: { readonly shown: RouteTables }): ReactElement {
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const groups = useMemo(() => toGroups(shown.tables, asked), [shown, asked]);
  const { cut, left } = useMemo(() => cutGroups(groups), [groups]);
  const coverage = useCoverage(shown);
  const [current, setCurrent] = useState<string | null>(null);
  const rows = useMemo(() => cut.flatMap((group) => group.rows), [cut]);
  const { onKeyDown, trace } = useRouteKeys(rows, setCurrent, shown);
  const list = useSelectedRow(rows);
  const tabStop = rows.some(({ id }) => id === current) ? current : (rows[0]?.id ?? null);
  return (
    <div className={styles.pane}>
      <div className={styles.toolbar} role="toolbar" aria-label="Routes">
        <TextInput
          size="xs"
          className={styles.filter}
          aria-label="Filter routes"
          placeholder="Filter by host, path or service"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <p className={styles.coverage}>{sayCoverage(shown, coverage)}</p>
        <CatchingUp snapshot={shown.snapshot} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the rows, wherever they are. */}
      <div ref={list} className={styles.tables} onKeyDown={onKeyDown}>
        {cut.map((group) => (
          <RouteTable
            key={`${group.table.workload} ${group.table.routeConfig} ${group.table.virtualHost.name}`}
            group={group}
            snapshot={shown.snapshot}
            coverage={coverage}
            tabStop={tabStop}
            current={current}
            onCurrent={setCurrent}
            onTrace={trace}
          />
        ))}
        {cut.length === 0 && <p className={styles.none}>No route fits the filter.</p>}
        {left > 0 && <p className={styles.none}>and {left} more. The filter finds them.</p>}
      </div>
    </div>
  );
}

/** Brings the rows of what is selected elsewhere into view. */
function useSelectedRow(rows: readonly RouteRow[]): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const selection = useViewState(selectSelection);
  useEffect(() => {
    const [node] = selection.nodes;
    if (node === undefined || selection.origin === 'trace') return;
    const row = rows.find((one) => isOf(one, node));
    if (row === undefined) return;
    const element = list.current?.querySelector(`[data-route="${CSS.escape(row.id)}"]`);
    element?.scrollIntoView({ block: 'nearest' });
  }, [selection, rows]);
  return list;
}

/** The first of them, and how many routes are left. */
function cutGroups(groups: readonly RouteGroup[]) {
  let room = SHOWN_ROWS;
  const cut = groups.flatMap((group) => {
    if (room <= 0) return [];
    const rows = group.rows.slice(0, room);
    // A host without routes takes a line too.
    room -= Math.max(rows.length, 1);
    return [{ ...group, rows }];
  });
  const count = (all: readonly RouteGroup[]): number =>
    all.reduce((sum, { rows }) => sum + rows.length, 0);
  return { cut, left: count(groups) - count(cut) };
}

/** How many of the saved requests took each row. */
function useCoverage({ tables }: RouteTables): ReadonlyMap<EffectiveRow, number> {
  const checked = useChecking(selectChecked);
  return useMemo(
    () =>
      coverRoutes(
        tables,
        checked.map(({ trace }) => trace),
      ),
    [tables, checked],
  );
}

function sayCoverage({ tables }: RouteTables, coverage: ReadonlyMap<EffectiveRow, number>): string {
  const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const have = all === 1 ? '1 route has' : `${all} routes have`;
  return `${coverage.size} of ${have} a saved request`;
}

function selectSelection({ selection }: ViewState): Selection {
  return selection;
}
