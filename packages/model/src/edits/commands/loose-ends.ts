import { findServiceName, resolveHost } from '../../resources/host-name.ts';
import { matchesSelector } from '../../resources/match-selector.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';

// What a new resource can join up with: things of the text that nothing uses yet.

/** A Service of the namespace that no VirtualService routes to. */
export function findLooseService(snapshot: Snapshot, namespace: string): Resource | undefined {
  const routed = new Set(
    snapshot.topology.edges.filter(({ kind }) => kind === 'routes').map(({ target }) => target),
  );
  return servicesOf(snapshot, namespace).find(({ id }) => !routed.has(id));
}

/** A Service of the namespace that no VirtualService routes to; else the first one there. */
export function findUnroutedService(snapshot: Snapshot, namespace: string): Resource | undefined {
  return findLooseService(snapshot, namespace) ?? servicesOf(snapshot, namespace)[0];
}

/** A Service of the namespace that no DestinationRule is for; else the first one there. */
export function findUnruledService(snapshot: Snapshot, namespace: string): Resource | undefined {
  const services = servicesOf(snapshot, namespace);
  const ruled = new Set(
    snapshot.resources.flatMap(({ details, namespace: from }) => {
      if (details.type !== 'DestinationRule') {
        return [];
      }
      const host = resolveHost(details.host, from, snapshot.assumptions);
      const service = findServiceName(host, snapshot.assumptions);
      return service === null ? [] : [`Service/${service.namespace}/${service.name}`];
    }),
  );
  return services.find(({ id }) => !ruled.has(id)) ?? services[0];
}

/** Services of the namespace, without those in front of a gateway. */
function servicesOf({ topology, resources }: Snapshot, namespace: string): readonly Resource[] {
  const drawn = new Set(
    topology.nodes.filter(({ kind }) => kind === 'Service').map(({ resourceId }) => resourceId),
  );
  return resources.filter(({ id, namespace: own }) => own === namespace && drawn.has(id));
}

/** The pod labels and port of a workload of the namespace that no Service selects. */
export function findUnselectedWorkload(
  { resources }: Snapshot,
  namespace: string,
): { readonly labels: Labels; readonly containerPort: number } | undefined {
  const selectors = resources.flatMap(({ details, namespace: own }) =>
    own === namespace && details.type === 'Service' && details.selector !== null
      ? [details.selector]
      : [],
  );
  for (const { details, namespace: own } of resources) {
    const isLoose =
      own === namespace &&
      details.type === 'Workload' &&
      Object.keys(details.podLabels).length > 0 &&
      !selectors.some((selector) => matchesSelector(selector, details.podLabels));
    if (isLoose) {
      return { labels: details.podLabels, containerPort: details.containerPorts[0]?.port ?? 80 };
    }
  }
  return undefined;
}

/** The selector and target port of a Service of the namespace that has no workload in the text. */
export function findUnstaffedService(
  { topology, resources }: Snapshot,
  namespace: string,
): { readonly selector: Labels; readonly targetPort: number } | undefined {
  for (const node of topology.nodes) {
    const isLoose =
      node.kind === 'Service' &&
      node.status === 'present' &&
      node.namespace === namespace &&
      node.workloads.length === 0;
    const details = isLoose && resources.findLast(({ id }) => id === node.resourceId)?.details;
    if (details && details.type === 'Service' && details.selector !== null) {
      const { targetPort, port } = details.ports[0] ?? { targetPort: null, port: null };
      return {
        selector: details.selector,
        targetPort: typeof targetPort === 'number' ? targetPort : (port ?? 80),
      };
    }
  }
  return undefined;
}
