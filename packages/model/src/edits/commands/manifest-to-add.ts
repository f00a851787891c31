import type { Resource } from '../../resources/resource.ts';
import { whyNotNamespace } from '../../schema/values/name-rules.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { AddableKind, FieldValue } from '../edit-command.ts';
import {
  type ManifestName,
  newDeployment,
  newDestinationRule,
  newGateway,
  newLoadBalancer,
  newService,
  newServiceEntry,
  newVirtualService,
} from '../manifests/new-manifest.ts';
import { uniqueName } from '../manifests/resource-name.ts';
import { assumedGateway, gatewaySelector } from './assumed-gateway.ts';
import { freeHost } from './free-host.ts';
import {
  findUnroutedService,
  findUnruledService,
  findUnselectedWorkload,
  findUnstaffedService,
} from './loose-ends.ts';

/** What a new resource is called; what is left out is chosen. */
export interface WantedName {
  readonly name?: string;
  readonly namespace?: string;
}

/** A name for a resource that is to be added, and where it comes to be. */
export interface NewName {
  readonly kind: string;
  /** Free in its namespace, if `base` is a name. */
  readonly name: string;
  readonly base: string;
  /** As it is written; null where it is left out. */
  readonly written: string | null;
  readonly namespace: string;
}

/** The name of a resource of this kind that is to be added. */
export function nameToAdd(snapshot: Snapshot, addKind: AddableKind, wanted: WantedName): NewName {
  const kind = addKind === 'LoadBalancer' ? 'Service' : addKind;
  const written = wanted.namespace ?? namespaceFor(snapshot, addKind);
  const namespace = written ?? snapshot.assumptions.defaultNamespace;
  const base = wanted.name ?? baseName(snapshot, addKind);
  return { kind, name: uniqueName(snapshot, kind, namespace, base), base, written, namespace };
}

/** A manifest that joins up with what is in the text already. */
export function manifestToAdd(
  snapshot: Snapshot,
  addKind: AddableKind,
  { name, written, namespace }: NewName,
): FieldValue {
  return manifestOf(snapshot, addKind, { name, namespace: written }, namespace);
}

function baseName(snapshot: Snapshot, addKind: AddableKind): string {
  return addKind === 'LoadBalancer' ? assumedGateway(snapshot).name : `my-${addKind.toLowerCase()}`;
}

/** The namespace to write: the one that all manifests of the text say; null where they say none. */
function namespaceFor(snapshot: Snapshot, addKind: AddableKind): string | null {
  if (addKind === 'LoadBalancer') {
    return assumedGateway(snapshot).namespace;
  }
  const own = snapshot.resources.filter(({ details }) => details.type !== 'Other');
  const [first] = own;
  const areEqual = own.every(
    ({ namespace, namespaceIsWritten }) => namespaceIsWritten && namespace === first?.namespace,
  );
  return first !== undefined && areEqual && whyNotNamespace(first.namespace) === null
    ? first.namespace
    : null;
}

function manifestOf(
  snapshot: Snapshot,
  addKind: AddableKind,
  name: ManifestName,
  namespace: string,
): FieldValue {
  switch (addKind) {
    case 'LoadBalancer':
      return newLoadBalancer(name, assumedGateway(snapshot));
    case 'Gateway':
      return newGateway(name, gatewaySelector(assumedGateway(snapshot).labels), [
        { number: 80, protocol: 'HTTP', hosts: ['*'] },
      ]);
    case 'VirtualService':
      return newVirtualService(name, {
        hosts: [`${name.name}.example.com`],
        route: [{ destination: destinationTo(findUnroutedService(snapshot, namespace)) }],
      });
    case 'DestinationRule':
      return newDestinationRule(
        name,
        findUnruledService(snapshot, namespace)?.name ?? 'my-service',
        ['v1', 'v2'],
      );
    case 'ServiceEntry':
      return newServiceEntry(name, freeHost(snapshot), [
        { number: 443, name: 'https', protocol: 'HTTPS' },
      ]);
    case 'Service': {
      const workload = findUnselectedWorkload(snapshot, namespace);
      const port = workload?.containerPort ?? 80;
      return newService(name, workload?.labels ?? { app: name.name }, [
        { name: 'http', port: 80, targetPort: port },
      ]);
    }
    case 'Deployment': {
      const service = findUnstaffedService(snapshot, namespace);
      return newDeployment(
        name,
        service?.selector ?? { app: name.name },
        service?.targetPort ?? 80,
      );
    }
  }
}

function destinationTo(service: Resource | undefined): { readonly [key: string]: FieldValue } {
  const ports = service?.details.type === 'Service' ? service.details.ports : [];
  const port = ports.length > 1 ? ports[0]?.port : null;
  return { host: service?.name ?? 'my-service', ...(port ? { port: { number: port } } : {}) };
}
