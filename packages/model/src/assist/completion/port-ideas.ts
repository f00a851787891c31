import { matchesSelector } from '../../resources/match-selector.ts';
import type { Labels } from '../../resources/resource.ts';
import type { CursorContext } from '../cursor-context.ts';
import { findGateway } from '../names/known-gateways.ts';
import { findHostResource } from '../names/known-hosts.ts';
import { pickPods } from '../names/known-pods.ts';
import { portsOf } from '../names/known-ports.ts';
import { nameIdea, plainIdea, type ValueIdea } from './value-idea.ts';
import { labelsAt, nearestHost, textsAt } from './written-values.ts';

/** Port numbers that make sense at a field of this path. */
export function portIdeas(context: CursorContext): readonly ValueIdea[] {
  const { resource, field } = context;
  if (resource.kind === 'Gateway' && field?.path === 'spec.servers[].port.number')
    return listenedPortIdeas(context);
  if (resource.kind === 'Service' && field?.path === 'spec.ports[].port') return usualPorts();
  if (field?.path.endsWith('match[].port')) return gatewayPortIdeas(context);
  return destinationPortIdeas(context);
}

/** The ports of the host that stands beside it. */
function destinationPortIdeas(context: CursorContext): readonly ValueIdea[] {
  const target = findHostResource(
    context.snapshot,
    nearestHost(context),
    context.resource.namespace,
  );
  if (target === undefined) return [];
  return portsOf(target).map(({ number, name, protocol }) =>
    nameIdea(number, `${name === '' ? protocol : name}, ${target.kind} ${target.name}`),
  );
}

/** The ports of the Services in front of the Gateway's pods; the usual ones where there are none. */
function listenedPortIdeas({ snapshot, resource }: CursorContext): readonly ValueIdea[] {
  const pods = pickPods(snapshot, labelsAt(resource.node, ['spec', 'selector']), null);
  const isFront = (selector: Labels, namespace: string) =>
    pods.some((one) => one.namespace === namespace && matchesSelector(selector, one.labels));
  const found = snapshot.resources.flatMap((service) => {
    const { details, namespace, name } = service;
    if (details.type !== 'Service' || details.selector === null) return [];
    return isFront(details.selector, namespace)
      ? portsOf(service).map((port) =>
          nameIdea(port.number, `${port.name || port.protocol}, Service ${name}`),
        )
      : [];
  });
  return found.length > 0 ? found : usualPorts();
}

function usualPorts(): readonly ValueIdea[] {
  return [plainIdea(80, 'HTTP'), plainIdea(443, 'HTTPS'), plainIdea(8080, 'HTTP')];
}

/** The ports of the servers of the Gateways that the VirtualService names. */
function gatewayPortIdeas({ snapshot, resource }: CursorContext): readonly ValueIdea[] {
  return textsAt(resource.node, ['spec', 'gateways']).flatMap((text) => {
    const gateway = findGateway(snapshot, text, resource.namespace);
    if (gateway?.details.type !== 'Gateway') return [];
    return gateway.details.servers.flatMap(({ port, protocol }) =>
      port === null ? [] : [nameIdea(port, `${protocol}, Gateway ${gateway.name}`)],
    );
  });
}

/** Ports of the containers that a Service selects, by number and by name. */
export function containerPortIdeas({ snapshot, resource }: CursorContext): readonly ValueIdea[] {
  const selector = labelsAt(resource.node, ['spec', 'selector']);
  if (Object.keys(selector).length === 0) return [];
  return pickPods(snapshot, selector, resource.namespace).flatMap(({ resource: workload }) => {
    if (workload?.details.type !== 'Workload') return [];
    return workload.details.containerPorts.flatMap(({ name, port }) => [
      nameIdea(port, `${workload.kind} ${workload.name}`),
      ...(name === null ? [] : [nameIdea(name, `port ${port}, ${workload.kind} ${workload.name}`)]),
    ]);
  });
}
