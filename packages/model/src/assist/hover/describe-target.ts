import { serviceHost } from '../../resources/host-name.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findRulesFor } from '../names/known-hosts.ts';
import { pickPods } from '../names/known-pods.ts';
import { portsOf } from '../names/known-ports.ts';
import type { NameTarget } from '../navigation/name-target.ts';

/** What a name means, as Markdown: the resource, and what one asks of it next. */
export function describeTarget(
  snapshot: Snapshot,
  { kind, resource, path, name }: NameTarget,
): string {
  const title = `**${resource.kind} ${resource.name}** in namespace \`${resource.namespace}\``;
  if (kind === 'subset') return `Subset \`${name}\` of ${title}: ${labelsOfSubset(resource, path)}`;
  if (kind === 'port-name') return `Port \`${name}\` of ${title}`;
  if (kind === 'port') {
    const port = portsOf(resource).find(({ number }) => String(number) === name);
    return `Port ${name}${port?.name ? ` (\`${port.name}\`)` : ''}, ${port?.protocol ?? ''}, of ${title}`;
  }
  return [title, ...linesOf(snapshot, resource)].join('\n\n');
}

function labelsOfSubset({ details }: Resource, path: NameTarget['path']): string {
  const index = path[2];
  const subset =
    details.type === 'DestinationRule' && typeof index === 'number'
      ? details.subsets[index]
      : undefined;
  return pairs(subset?.labels ?? {}) || 'no labels';
}

function linesOf(snapshot: Snapshot, resource: Resource): readonly string[] {
  const { details } = resource;
  switch (details.type) {
    case 'Service':
      return serviceLines(snapshot, resource);
    case 'ServiceEntry':
      return [`Hosts: ${code(details.hosts)}`, portLine(resource)];
    case 'Gateway':
      return details.servers.map(
        ({ port, protocol, hosts }) => `- port ${port ?? '?'} ${protocol}: ${code(hosts)}`,
      );
    case 'VirtualService':
      return [`Hosts: ${code(details.hosts) || 'none: it is a delegate'}`];
    case 'DestinationRule':
      return [`For \`${details.host}\``];
    case 'Secret':
      return [`Type \`${details.secretType}\``];
    case 'Workload':
      return [`Labels: ${pairs(details.podLabels)}`];
    case 'Other':
      return [];
  }
}

function serviceLines(snapshot: Snapshot, resource: Resource): readonly string[] {
  const { details, namespace, name } = resource;
  if (details.type !== 'Service') return [];
  const host = serviceHost(name, namespace, snapshot.assumptions);
  const pods = details.selector === null ? [] : pickPods(snapshot, details.selector, namespace);
  const subsets = findRulesFor(snapshot, host, namespace).flatMap((rule) =>
    rule.details.type === 'DestinationRule' ? rule.details.subsets.map((one) => one.name) : [],
  );
  return [
    portLine(resource),
    subsets.length === 0 ? '' : `Subsets: ${code(subsets)}`,
    pods.length === 0
      ? 'No workload of this text is behind it.'
      : `Workloads: ${code(pods.map((one) => one.name))}`,
  ].filter((line) => line !== '');
}

function portLine(resource: Resource): string {
  const ports = portsOf(resource).map(({ number, name }) =>
    name === '' ? `${number}` : `${number} ${name}`,
  );
  return ports.length === 0 ? 'No ports.' : `Ports: ${code(ports)}`;
}

function code(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}

function pairs(labels: Labels): string {
  return code(Object.entries(labels).map(([key, value]) => `${key}=${value}`));
}
