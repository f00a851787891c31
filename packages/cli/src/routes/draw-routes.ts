import {
  actionText,
  type EffectiveRow,
  type EffectiveTable,
  type FieldOrigin,
  matchText,
  rangeOf,
  type Snapshot,
} from '@portolan/model';
import type { Locate } from '../traces/trace-json.ts';

/** How many saved requests take a row; none where a row is not there. */
export type Coverage = ReadonlyMap<EffectiveRow, number>;

/** The tables of effective routes as text: in order, shadowed rows struck, with what shadows them. */
export function drawRoutes(
  tables: readonly EffectiveTable[],
  coverage: Coverage | null,
  snapshot: Snapshot,
  locate: Locate,
): string {
  if (tables.length === 0) return 'No gateway that is in this text or assumed has http routes.\n';
  const at = (origin: FieldOrigin): string => {
    const place = locate(rangeOf(snapshot, origin.resourceId, origin.path));
    return place === null ? '' : `   ${place.file}:${place.start.line}`;
  };
  const blocks = tables.map((table) => {
    const { listener, gateway, virtualHost, rows, leftOut } = table;
    const redirect = virtualHost.requiresTls ? '   without TLS: 301 to https' : '';
    return [
      `${virtualHost.domains.join(', ')}   ${listener.name}   Gateway ${gateway}${redirect}`,
      ...(rows.length === 0 ? ['  no routes: 404'] : []),
      ...rows.flatMap((row, index) => [
        ...drawRow(row, index, at),
        ...(coverage === null ? [] : [drawCoverage(row, coverage)]),
      ]),
      ...leftOut.map(({ message, origin }) => `    – left out: ${message}${at(origin)}`),
    ].join('\n');
  });
  const end = coverage === null ? [] : [sayCoverage(tables, coverage)];
  return `${[...blocks, ...end].join('\n\n')}\n`;
}

function drawRow(
  { route, shadowedBy, dependsOnOrder }: EffectiveRow,
  index: number,
  at: (origin: FieldOrigin) => string,
): readonly string[] {
  const [origin = route.rule] = route.matchedBy;
  const sign = shadowedBy === null ? ' ' : '✗';
  const number = String(index + 1).padStart(3);
  return [
    `${sign}${number}  ${matchText(route)}  →  ${actionText(route)}${at(origin)}`,
    ...(shadowedBy === null
      ? []
      : [`       no request gets here: ${shadowedBy + 1} takes them all`]),
    ...drawOrder(dependsOnOrder),
  ];
}

function drawOrder(rivals: EffectiveRow['dependsOnOrder']): readonly string[] {
  const [first] = rivals;
  if (first === undefined) return [];
  const numbers = rivals.map(({ row }) => row + 1).join(', ');
  const take = rivals.length === 1 ? 'takes' : 'take';
  return [
    `       depends on the order of VirtualServices: ${numbers} ${take} some of its requests first, such as ${first.request}`,
  ];
}

function drawCoverage(row: EffectiveRow, coverage: Coverage): string {
  const count = coverage.get(row) ?? 0;
  if (count === 0) return '       no saved request';
  return `       ${count} saved ${count === 1 ? 'request' : 'requests'}`;
}

function sayCoverage(tables: readonly EffectiveTable[], coverage: Coverage): string {
  const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  return `${coverage.size} of ${all} ${all === 1 ? 'route has' : 'routes have'} a saved request.`;
}
