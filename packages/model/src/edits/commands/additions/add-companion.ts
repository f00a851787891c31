import type { ServiceEntryNode, ServiceNode } from '../../../graph/topology.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import { newDeployment, newDestinationRule } from '../../manifests/new-manifest.ts';
import { type Result, refuse, success } from '../../result.ts';
import { type Addition, nameBeside } from './addition.ts';

/** Behind a Service: a Deployment of pods that its selector picks. */
export function addDeploymentBehind(snapshot: Snapshot, node: ServiceNode): Result<Addition> {
  const details = serviceOf(snapshot, node);
  if (details === null || details.selector === null) {
    return refuse(
      `The Service ${node.name} has no selector, so it would not find the pods. Give it a selector first.`,
    );
  }
  const name = nameBeside(snapshot, node, 'Deployment', [node.name]);
  const { targetPort, port } = details.ports[0] ?? { targetPort: null, port: null };
  const number = typeof targetPort === 'number' ? targetPort : (port ?? 80);
  return success({
    name: name.name,
    manifest: newDeployment(name, details.selector, number),
    changes: [],
    reveal: node.id,
  });
}

/** For a Service or ServiceEntry: a DestinationRule with a subset for each version of its workloads. */
export function addDestinationRuleFor(
  snapshot: Snapshot,
  node: ServiceNode | ServiceEntryNode,
): Result<Addition> {
  const host = node.kind === 'Service' ? node.name : node.hosts[0];
  if (host === undefined) {
    return refuse(`The ServiceEntry ${node.name} has no host that a DestinationRule could be for.`);
  }
  const name = nameBeside(snapshot, node, 'DestinationRule', [node.name]);
  const versions = node.kind === 'Service' ? versionsOf(snapshot, node) : [];
  const subsets = versions.length > 0 ? versions : ['v1', 'v2'];
  return success({
    name: name.name,
    manifest: newDestinationRule(name, host, subsets),
    changes: [],
    reveal: node.id,
  });
}

/** The values of the label `version` among the workloads behind a Service, sorted. */
export function versionsOf(snapshot: Snapshot, node: ServiceNode): readonly string[] {
  const selector = serviceOf(snapshot, node)?.selector ?? null;
  const versions = snapshot.resources.flatMap(({ details, namespace }) =>
    details.type === 'Workload' && namespace === node.namespace
      ? versionOf(selector, details.podLabels)
      : [],
  );
  return [...new Set(versions)].sort();
}

function versionOf(selector: Labels | null, labels: Labels): readonly string[] {
  const isBehind = selector !== null && matchesSelector(selector, labels);
  return isBehind && labels.version !== undefined ? [labels.version] : [];
}

function serviceOf(snapshot: Snapshot, { resourceId }: ServiceNode) {
  const resource: Resource | undefined =
    resourceId === null ? undefined : findResource(snapshot, resourceId);
  return resource?.details.type === 'Service' ? resource.details : null;
}
