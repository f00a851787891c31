import type { Resource } from '../../../resources/resource.ts';
import {
  fieldOf,
  integerField,
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { Report, ResourceCheck } from '../../engine/check.ts';
import { isControlPlane, isManagedGateway } from '../../facts/is-control-plane.ts';

/**
 * The names of a Service's ports: do they tell Istio the protocol? As Istio's
 * service.PortNameAnalyzer has it.
 */
export const portNames: ResourceCheck = {
  name: 'port-names',
  codes: ['IST0118', 'IST0150', 'KIA0602'],
  about: ['Service'],
  reads: [],
  run: (resource, _lookup, report) => {
    const { details, value } = resource;
    if (details.type !== 'Service') return;
    if (isControlPlane(resource) || isManagedGateway(resource)) return;
    const isExternal = details.serviceType === 'ExternalName';
    for (const [index, port] of listField(recordField(value, 'spec'), 'ports').entries()) {
      if (!isRecord(port)) continue;
      const name = textField(port, 'name') ?? '';
      const isKnown = tellsProtocol(port);
      if (isKnown) reportSuffix(resource, port, index, report);
      if (isKnown && !(isExternal && name === 'tcp')) continue;
      const field = ['appProtocol', 'name'].find((one) => textField(port, one) !== null);
      const place = { resource, path: ['spec', 'ports', index, field ?? 'port'] };
      const number = integerField(port, 'port') ?? 0;
      if (isExternal)
        report({
          ...place,
          code: 'IST0150',
          message: isKnown
            ? 'A port of an ExternalName Service that is named tcp can take over other TCP traffic of this port. Name it by its protocol, such as tls or mongo.'
            : 'The name of this port does not say its protocol, and on a Service of type ExternalName Istio then treats it as TCP, which can take over other traffic. Name it http, https or tls.',
          data: { port: number },
          args: [],
        });
      else
        report({
          ...place,
          code: 'IST0118',
          message: `The name of port ${number} does not say its protocol, so Istio has to guess it from the traffic. Begin the name with the protocol: http, http-web, tcp, grpc-api.`,
          args: [name, number, printTarget(fieldOf(port, 'targetPort'))],
          data: { port: number, name },
        });
    }
  },
};

/** appProtocol is read as a name is, up to the first dash; other programs take it as it is. */
function reportSuffix(resource: Resource, port: ValueRecord, index: number, report: Report): void {
  const written = textField(port, 'appProtocol');
  if (written === null || KUBERNETES_PROTOCOLS.test(written)) return;
  if (PROTOCOLS.has(written.toLowerCase())) return;
  report({
    code: 'KIA0602',
    resource,
    path: ['spec', 'ports', index, 'appProtocol'],
    message: `appProtocol is a protocol and nothing else, such as http or tcp. Istio reads "${written}" all the same; others do not.`,
  });
}

const PROTOCOLS = new Set(
  'tcp udp grpc grpc-web http http_proxy http2 https tls mongo redis mysql'.split(' '),
);
/** The Kubernetes names of protocols that Istio knows. */
const KUBERNETES_PROTOCOLS = /^kubernetes\.io\/(?:h2c|ws|wss)$/;
/** Ports on which the server speaks first, so that Istio takes them for TCP. */
const SERVER_FIRST = new Set([25, 53, 3306, 27017]);

function tellsProtocol(port: ValueRecord): boolean {
  if (fieldOf(port, 'protocol') === 'UDP') return true;
  const application = fieldOf(port, 'appProtocol');
  const written = typeof application === 'string' ? application : (textField(port, 'name') ?? '');
  if (typeof application === 'string' && KUBERNETES_PROTOCOLS.test(application)) return true;
  const told = written.toLowerCase();
  if (told.startsWith('grpc-web') || PROTOCOLS.has(told.split('-')[0] ?? '')) return true;
  return SERVER_FIRST.has(integerField(port, 'port') ?? 0);
}

/** As Kubernetes prints it. */
function printTarget(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '0';
}
