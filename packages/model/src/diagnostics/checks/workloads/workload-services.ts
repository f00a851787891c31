import { pairsOf } from '../../../graph/provided-slots.ts';
import type { ServicePort } from '../../../resources/kinds/service.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { isInMesh } from '../../facts/is-in-mesh.ts';
import { NAMESPACES } from '../../relations/namespaces.ts';
import { SERVICES_BY_SELECTOR } from '../../relations/services.ts';

/**
 * Services of one Deployment that give a port two meanings. As Istio's
 * deployment.ServiceAssociationAnalyzer has it.
 */
export const workloadServices: ResourceCheck = {
  name: 'workload-services',
  codes: ['IST0116', 'IST0137'],
  about: ['Deployment'],
  reads: [NAMESPACES, SERVICES_BY_SELECTOR],
  run: (resource, lookup, report) => {
    if (resource.labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller') return;
    if (!isInMesh(resource, lookup)) return;
    const ports = findServices(resource, lookup).flatMap((service) =>
      service.details.type === 'Service'
        ? service.details.ports.map((port) => ({ service, port }))
        : [],
    );
    compareProtocols(resource, ports, report);
    compareTargets(resource, ports, report);
  },
};

interface OfferedPort {
  readonly service: Resource;
  readonly port: ServicePort;
}

function findServices({ namespace, details }: Resource, lookup: Lookup): readonly Resource[] {
  if (details.type !== 'Workload') return [];
  return pairsOf(details.podLabels)
    .flatMap((pair) => lookup.find(SERVICES_BY_SELECTOR, `${namespace} ${pair}`))
    .filter(
      (service) =>
        service.details.type === 'Service' &&
        matchesSelector(service.details.selector, details.podLabels),
    );
}

function compareProtocols(resource: Resource, ports: readonly OfferedPort[], report: Report): void {
  for (const [number, same] of groupBy(ports, ({ port }) => port.port ?? 0)) {
    if (new Set(same.map(({ port }) => port.protocol)).size < 2) continue;
    const names = namesOf(same);
    report({
      ...describe(resource, same),
      code: 'IST0116',
      message: `Port ${number} of the Services in front of this Deployment (${names.join(', ')}) has several protocols. Istio handles only one of them: use different port numbers.`,
      args: [resource.name, number, names],
      data: { port: number },
    });
  }
}

function compareTargets(resource: Resource, ports: readonly OfferedPort[], report: Report): void {
  for (const [target, same] of groupBy(ports, ({ port }) => String(port.targetPort ?? 0))) {
    const numbers = [...new Set(same.map(({ port }) => port.port ?? 0))].toSorted((a, b) => a - b);
    if (numbers.length < 2) continue;
    const names = namesOf(same);
    report({
      ...describe(resource, same),
      code: 'IST0137',
      message: `Port ${target} of the pods of this Deployment is reached by several ports (${numbers.join(', ')}) of the Services ${names.join(', ')}. Istio applies the rules of only one of them to it: use one port.`,
      args: [resource.name, names, target, numbers.map(String)],
      data: { targetPort: target },
    });
  }
}

function groupBy<Key>(
  ports: readonly OfferedPort[],
  keyOf: (port: OfferedPort) => Key,
): ReadonlyMap<Key, readonly OfferedPort[]> {
  const groups = new Map<Key, OfferedPort[]>();
  for (const port of ports) {
    const key = keyOf(port);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [port]);
    else known.push(port);
  }
  return groups;
}

function namesOf(ports: readonly OfferedPort[]): readonly string[] {
  return [...new Set(ports.map(({ service }) => fullName(service)))].toSorted();
}

function describe(resource: Resource, ports: readonly OfferedPort[]) {
  return {
    resource,
    path: ['metadata', 'name'],
    related: ports.slice(0, 20).map(({ service, port }) => ({
      resource: service.id,
      path: ['spec', 'ports', port.index],
      message: 'the port is here',
    })),
  };
}
