import { formatScalar } from '../documents/format-scalar.ts';
import type { AssumedGateway, Assumptions } from './assumptions.ts';

/** The assumptions as YAML that `--assume` takes, with every field; read again they are the same. */
export function writeAssumptions(assumptions: Assumptions): string {
  const { defaultNamespace, clusterDomain, gateways } = assumptions;
  const lines = [
    `defaultNamespace: ${formatScalar(defaultNamespace)}`,
    `clusterDomain: ${formatScalar(clusterDomain)}`,
    ...writeList('gateways', gateways.flatMap(writeGateway)),
    ...writeTexts('externalHosts', assumptions.externalHosts),
    ...writeTexts('foreignNamespaces', assumptions.foreignNamespaces),
    ...writeTexts('secrets', assumptions.secrets),
    ...writeTexts('muted', assumptions.muted),
  ];
  return `${lines.join('\n')}\n`;
}

function writeTexts(name: string, texts: readonly string[]): readonly string[] {
  return writeList(
    name,
    texts.map((text) => `  - ${formatScalar(text)}`),
  );
}

function writeList(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [`${name}: []`] : [`${name}:`, ...lines];
}

function writeGateway(gateway: AssumedGateway): readonly string[] {
  const labels = Object.entries(gateway.labels).map((pair) =>
    pair.map((text) => formatScalar(text)).join(': '),
  );
  return [
    `  - name: ${formatScalar(gateway.name)}`,
    `    namespace: ${formatScalar(gateway.namespace)}`,
    `    labels: ${writeFlow(labels)}`,
    ...writeService(gateway),
    `    tlsTerminatedInFront: ${gateway.tlsTerminatedInFront}`,
  ];
}

function writeService({ service }: AssumedGateway): readonly string[] {
  if (service === null) return ['    service: null'];
  const ports = service.ports.map(
    ({ port, targetPort }) => `        - { port: ${port}, targetPort: ${targetPort} }`,
  );
  return [
    '    service:',
    `      type: ${formatScalar(service.type)}`,
    ...(ports.length === 0 ? ['      ports: []'] : ['      ports:', ...ports]),
  ];
}

function writeFlow(entries: readonly string[]): string {
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
