import type { Resource } from '../../resources/resource.ts';
import { whyNotNamespace } from '../../schema/values/name-rules.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { AddableKind, EditCommand, FieldValue } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
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
import { uniqueName, whyNotName } from '../manifests/resource-name.ts';
import { refuse } from '../result.ts';
import { assumedGateway, gatewaySelector } from './assumed-gateway.ts';
import { freeHost } from './free-host.ts';
import {
  findUnroutedService,
  findUnruledService,
  findUnselectedWorkload,
  findUnstaffedService,
} from './loose-ends.ts';

/** Adds a resource at the end of the text that joins up with what is there already. */
export function planAddResource(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'add-resource' }>,
): PlanResult {
  const { addKind } = command;
  const kind = addKind === 'LoadBalancer' ? 'Service' : addKind;
  const written = command.namespace ?? namespaceFor(snapshot, addKind);
  const namespace = written ?? snapshot.assumptions.defaultNamespace;
  const base = command.name ?? baseName(snapshot, addKind);
  const reason = whyNotName(kind, base) ?? (written === null ? null : whyNotNamespace(written));
  if (reason !== null) {
    return refuse(reason);
  }
  const name = uniqueName(snapshot, kind, namespace, base);
  const draft = createEditDraft(snapshot);
  draft.append(manifestOf(snapshot, addKind, { name, namespace: written }, namespace));
  const isDrawn = addKind !== 'DestinationRule' && addKind !== 'Deployment';
  return draft.finish({
    label: `Add ${addKind} ${name}`,
    reveal: isDrawn ? `${addKind}/${namespace}/${name}` : null,
  });
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
        {
          number: 443,
          name: 'https',
          protocol: 'HTTPS',
        },
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
