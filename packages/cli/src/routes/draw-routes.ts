import {
  type EffectiveRow,
  type EffectiveTable,
  type EnvoyRoute,
  type FieldOrigin,
  rangeOf,
  type Snapshot,
} from '@portolan/model';
import type { Locate } from '../traces/trace-json.ts';

/** The tables of effective routes as text: in order, shadowed rows struck, with what shadows them. */
export function drawRoutes(
  tables: readonly EffectiveTable[],
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
      ...rows.flatMap((row, index) => drawRow(row, index, at)),
      ...leftOut.map(({ message, origin }) => `    – left out: ${message}${at(origin)}`),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
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
    `${sign}${number}  ${describeMatch(route)}  →  ${describeAction(route)}${at(origin)}`,
    ...(shadowedBy === null
      ? []
      : [`       no request gets here: ${shadowedBy + 1} takes them all`]),
    ...(dependsOnOrder.length === 0
      ? []
      : [
          `       depends on the order of VirtualServices: ${dependsOnOrder.map((row) => row + 1).join(', ')} ${dependsOnOrder.length === 1 ? 'takes' : 'take'} some of its requests first`,
        ]),
  ];
}

/** `prefix /api, header x-user is jo`; as the manifest has it. */
export function describeMatch({ block }: EnvoyRoute): string {
  const parts = Object.entries(block ?? {}).flatMap(([field, value]): readonly string[] => {
    if (field === 'uri') return [condition(value)];
    if (['method', 'authority', 'scheme'].includes(field)) return [`${field} ${condition(value)}`];
    if (['headers', 'withoutHeaders', 'queryParams'].includes(field))
      return Object.entries(Object(value)).map(([name, own]) =>
        `${field} ${name} ${condition(own)}`.trimEnd(),
      );
    return [];
  });
  return parts.length === 0 ? 'every request' : parts.join(', ');
}

function condition(value: unknown): string {
  return Object.entries(Object(value))
    .map(([kind, text]) => `${kind} ${String(text)}`)
    .join(' ');
}

/** `outbound|80|v1|cart.default.svc.cluster.local 90 %`, `redirect 301`, `answer 503`. */
export function describeAction({ action }: EnvoyRoute): string {
  switch (action.kind) {
    case 'route':
      return action.clusters
        .map(({ name, share }) =>
          share === 1 ? name : `${name} ${Math.round(share * 1000) / 10} %`,
        )
        .join(', ');
    case 'redirect':
      return `redirect ${action.status}`;
    case 'direct-response':
      return `answer ${action.status}`;
    case 'none':
      return 'nothing (Envoy refuses it)';
  }
}
