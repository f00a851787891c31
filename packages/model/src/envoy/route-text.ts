import type { EnvoyRoute } from './route-config.ts';

/** `prefix /api, header x-user is jo`; as the manifest has it. */
export function matchText({ block }: EnvoyRoute): string {
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
export function actionText({ action }: EnvoyRoute): string {
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
