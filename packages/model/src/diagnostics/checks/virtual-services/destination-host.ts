import type { Resource } from '../../../resources/resource.ts';
import type { Finding, Lookup, ResourceCheck } from '../../engine/check.ts';
import {
  findRegistryHost,
  type HostQuery,
  type RegistryHost,
} from '../../facts/find-registry-host.ts';
import { judgeMissingHost, READS_OF_HOSTS } from '../../facts/judge-missing-host.ts';
import { listDestinations, type NamedDestination } from '../../facts/list-destinations.ts';

/**
 * Where a VirtualService sends requests: is the host there, with that port? As Istio's
 * virtualservice.DestinationHostAnalyzer has it.
 */
export const destinationHost: ResourceCheck = {
  name: 'destination-host',
  codes: ['IST0101', 'IST0112'],
  about: ['VirtualService'],
  reads: READS_OF_HOSTS,
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'VirtualService') return;
    for (const destination of listDestinations(details)) {
      const query = { host: destination.host, namespace, exportTo: details.exportTo };
      const known = findRegistryHost(lookup, query);
      const finding =
        known === null
          ? missHost(resource, destination, lookup, query)
          : checkPort(resource, destination, known);
      if (finding !== null) report(finding);
    }
  },
};

function missHost(
  resource: Resource,
  { host, isMirror, path }: NamedDestination,
  lookup: Lookup,
  query: HostQuery,
): Finding | null {
  const missing = judgeMissingHost(lookup, query);
  if (missing === null) return null;
  const { certainty, message, suggestion, settledBy } = missing;
  return {
    code: 'IST0101',
    resource,
    path: [...path, 'host'],
    certainty,
    message,
    args: [isMirror ? 'mirror host' : 'host', host],
    settledBy,
    data: { reference: 'host', host, suggestion },
  };
}

function checkPort(
  resource: Resource,
  { host, port, path }: NamedDestination,
  known: RegistryHost,
): Finding | null {
  const certainty = known.resource === null ? 'unknown' : 'wrong';
  const ports = known.ports.map(String);
  if (port === null)
    return known.ports.length <= 1
      ? null
      : {
          code: 'IST0112',
          resource,
          path: [...path, 'host'],
          certainty,
          message: `"${host}" has several ports (${ports.join(', ')}), and this destination does not say which one. Add port.number.`,
          args: [host, ports],
          data: { host, ports },
        };
  if (known.ports.includes(port)) return null;
  const have = ports.length === 0 ? 'it has none' : `it has ${ports.join(', ')}`;
  const front = findFrontPort(known, port);
  return {
    code: 'IST0101',
    resource,
    path: [...path, 'port', 'number'],
    certainty,
    message:
      front === null
        ? `"${host}" has no port ${port}: ${have}. Name a port of the Service, not one of its containers.`
        : `"${host}" has no port ${port}: that is the port of its containers (targetPort), and the Service has ${front} for it. Write ${front}.`,
    args: ['host:port', `${host}:${port}`],
    settledBy:
      known.gateway === null ? [] : [{ kind: 'gateway-port', gateway: known.gateway, port }],
    data: { reference: 'port', host, port, ports, suggestion: front },
  };
}

/** The port of the Service behind which the containers have this one. */
function findFrontPort({ resource }: RegistryHost, target: number): number | null {
  if (resource?.details.type !== 'Service') return null;
  const { ports } = resource.details;
  return ports.find(({ targetPort }) => targetPort === target)?.port ?? null;
}
