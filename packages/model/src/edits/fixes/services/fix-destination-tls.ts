import { findResource } from '../../../snapshot-lookup.ts';
import { isRecord, valueAt } from '../../fields/field-operation.ts';
import { isWritten, removeField, writeAtFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** Plain http at a port for https: one for http, where the Service has that. Whose certificates to trust nobody else knows. */
export const fixPlainHttp: Fixer = (fixable) => {
  const { snapshot, diagnostic, path } = fixable;
  const service = findResource(snapshot, diagnostic.related[0]?.resource ?? '');
  if (service?.details.type !== 'Service') return [];
  const destination = path.at(-1) === 'number' ? path.slice(0, -2) : path.slice(0, -1);
  return service.details.ports
    .filter(({ name, appProtocol }) => /^(?:http2?|grpc)(?:-|$)/i.test(appProtocol ?? name))
    .flatMap(({ port }) => port ?? [])
    .slice(0, 3)
    .map((port) =>
      writeAtFix(fixable, [...destination, 'port', 'number'], port, `Use port ${port}`),
    );
};

/** TLS within TLS: the rule's own has to go. */
export const fixDoubleTls: Fixer = ({ snapshot, diagnostic }) => {
  const rule = findResource(snapshot, String(diagnostic.data.rule));
  const path = ['spec', 'trafficPolicy', 'tls'];
  if (rule === undefined || !isWritten(rule, path)) return [];
  const policy = ['spec', 'trafficPolicy'];
  const settings = valueAt(rule.value, policy);
  const isAlone = isRecord(settings) && Object.keys(settings).length === 1;
  return [
    {
      title: `Take tls out of the DestinationRule ${rule.name}`,
      commands: [removeField(rule.id, isAlone ? policy : path)],
    },
  ];
};

/** Mutual TLS that gets lost, or that pods ask for: turn it on here. */
export const fixMutualTls: Fixer = (fixable) => {
  const path = ['spec', 'trafficPolicy', 'tls', 'mode'];
  return [writeAtFix(fixable, path, 'ISTIO_MUTUAL', 'Turn mutual TLS on: ISTIO_MUTUAL')];
};
