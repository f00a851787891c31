import {
  describeMatch,
  type EffectiveRow,
  type EffectiveTable,
  type FieldOrigin,
  phraseText,
  type RouteAction,
} from '@portolan/model';
import { percent, sayDestination } from '../describe-trace.ts';

/** A row of a table of effective routes as it is shown. */
export interface RouteRow {
  /** The same for the same route of the same host, also after an edit elsewhere. */
  readonly id: string;
  readonly table: EffectiveTable;
  readonly row: EffectiveRow;
  /** From 1, as Envoy tries them. */
  readonly number: number;
  readonly match: string;
  readonly action: string;
  /** What is to be known of it beside that, in sentences. */
  readonly notes: readonly string[];
  /** Where it is written. */
  readonly origin: FieldOrigin;
}

/** A table of effective routes with those of its rows that are shown. */
export interface RouteGroup {
  readonly table: EffectiveTable;
  readonly rows: readonly RouteRow[];
}

/** The tables with their rows, as far as they fit what is typed in the filter. */
export function toGroups(tables: readonly EffectiveTable[], filter: string): readonly RouteGroup[] {
  const wanted = filter.trim().toLowerCase();
  return tables.flatMap((table) => {
    const { virtualHost, gateway, listener } = table;
    const name = [...virtualHost.domains, gateway, listener.name].join(' ').toLowerCase();
    const all = table.rows.map((row, at) => toRow(table, row, at));
    const rows = name.includes(wanted) ? all : all.filter((row) => textOf(row).includes(wanted));
    return rows.length > 0 || name.includes(wanted) ? [{ table, rows }] : [];
  });
}

function toRow(table: EffectiveTable, row: EffectiveRow, at: number): RouteRow {
  const { route } = row;
  const [origin = route.rule] = route.matchedBy;
  const place = `${origin.resourceId} ${origin.path.join('.')}`;
  return {
    id: `${table.workload} ${table.routeConfig} ${table.virtualHost.name} ${place}`,
    table,
    row,
    number: at + 1,
    match: phraseText(describeMatch(route.block ?? {}, 'http')),
    action: sayAction(route.action),
    notes: notesOf(row),
    origin,
  };
}

function textOf({ match, action, origin }: RouteRow): string {
  return `${match} ${action} ${origin.resourceId}`.toLowerCase();
}

/** `cart:80`, `cart:80, subset v1 90 %`, `redirect 301 to https://…`, `answers 503`. */
function sayAction(action: RouteAction): string {
  switch (action.kind) {
    case 'route':
      return action.clusters
        .map((cluster) => {
          const share = cluster.share === 1 ? '' : ` ${percent(cluster.share)}`;
          return `${sayDestination(cluster)}${share}`;
        })
        .join(' · ');
    case 'redirect':
      return `redirects with ${action.status}`;
    case 'direct-response':
      return `answers ${action.status}`;
    case 'none':
      return 'nothing: Envoy refuses it';
  }
}

function notesOf({ shadowedBy, dependsOnOrder }: EffectiveRow): readonly string[] {
  const notes: string[] = [];
  if (shadowedBy !== null)
    notes.push(`No request gets here: route ${shadowedBy + 1} takes them all.`);
  else notes.push(...sayOrder(dependsOnOrder));
  return notes;
}

function sayOrder(rivals: EffectiveRow['dependsOnOrder']): readonly string[] {
  const [first] = rivals;
  if (first === undefined) return [];
  const numbers = rivals.map(({ row }) => row + 1).join(', ');
  const [routes, take] = rivals.length === 1 ? ['Route', 'takes'] : ['Routes', 'take'];
  return [
    `${routes} ${numbers} of another VirtualService ${take} some of its requests first, such as ${first.request}. Which comes first depends on the age of the VirtualServices.`,
  ];
}

/** Whether a resource of the text has a part in the row: its route, or the one that delegates to it. */
export function isOf({ row: { route } }: RouteRow, resource: string): boolean {
  return route.rule.resourceId === resource || route.virtualService === resource;
}
