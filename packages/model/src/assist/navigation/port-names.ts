import { type FieldPath, formatFieldPath } from '../../documents/field-path.ts';
import { matchesSelector } from '../../resources/match-selector.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A field that holds the name of a port. */
export interface PortNamePlace {
  readonly resource: Resource;
  readonly path: FieldPath;
}

/** Whether the field gives a port of a Service, or of a container, its name. */
export function isPortName({ details }: Resource, path: FieldPath): boolean {
  const place = formatFieldPath(path).replace(/\[\d+\]/g, '[]');
  if (details.type === 'Service') return place === 'spec.ports[].name';
  return details.type === 'Workload' && place.endsWith('.containers[].ports[].name');
}

/** Fields that may name a port: looked at first, so that no manifest is read for any other. */
const NAMING_FIELD = /\.(?:targetPort|service\.port\.name|(?:httpGet|tcpSocket)\.port)$/;

/** Where the port gets its name that the field names; several where pods of several workloads have it. */
export function findNamedPorts(
  snapshot: Snapshot,
  { resource, path }: PortNamePlace,
): readonly PortNamePlace[] {
  const here = formatFieldPath(path);
  if (!NAMING_FIELD.test(here)) return [];
  const isHere = (use: FieldPath) => formatFieldPath(use) === here;
  const inNamespace = snapshot.resources.filter(
    (one) => one.namespace === resource.namespace && !one.stale,
  );
  if (resource.details.type === 'Workload')
    return namedPorts(resource).filter(({ name }) =>
      probesOf(resource, name).some((probe) => isHere(probe.path)),
    );
  return inNamespace.flatMap(namedPorts).filter(({ resource: owner, name }) => {
    const uses = owner.details.type === 'Service' ? ingressUses : targetPortUses;
    return uses(resource, owner, name).some((use) => isHere(use.path));
  });
}

/** Every field that names the port, and every other port that has to keep the same name as it. */
export function findPortNameUses(
  snapshot: Snapshot,
  target: PortNamePlace,
  name: string,
): readonly PortNamePlace[] {
  const near = snapshot.resources.filter(
    (one) => one.namespace === target.resource.namespace && !one.stale,
  );
  if (target.resource.details.type === 'Service')
    return near.flatMap((one) => ingressUses(one, target.resource, name));
  const workloads = workloadsTogether(near, target.resource, name);
  return [
    ...workloads.flatMap((one) => [
      ...namedPorts(one).filter((port) => port.name === name),
      ...probesOf(one, name),
    ]),
    ...near.flatMap((service) => workloads.flatMap((one) => targetPortUses(service, one, name))),
  ];
}

/** The workloads that Services go to by this name of a port, together with the one. */
function workloadsTogether(
  near: readonly Resource[],
  first: Resource,
  name: string,
): readonly Resource[] {
  const together = [first];
  for (const one of together) {
    const services = near.filter((service) => targetPortUses(service, one, name).length > 0);
    const others = near.filter(
      (other) =>
        !together.includes(other) &&
        services.some((service) => targetPortUses(service, other, name).length > 0),
    );
    together.push(...others);
  }
  return together;
}

interface NamedPort extends PortNamePlace {
  readonly name: string;
}

function namedPorts(resource: Resource): readonly NamedPort[] {
  const { type } = resource.details;
  if (type !== 'Service' && type !== 'Workload') return [];
  return textsIn(resource.value).flatMap(({ path, text }) =>
    isPortName(resource, path) ? [{ resource, path, name: text }] : [],
  );
}

/** What a Service sends to by a name of a container's port. */
function targetPortUses(
  service: Resource,
  workload: Resource,
  name: string,
): readonly PortNamePlace[] {
  const { details, namespace } = service;
  if (details.type !== 'Service' || details.selector === null) return [];
  if (workload.details.type !== 'Workload' || workload.namespace !== namespace) return [];
  const hasPort = workload.details.containerPorts.some((port) => port.name === name);
  if (!hasPort || !matchesSelector(details.selector, workload.details.podLabels)) return [];
  return details.ports
    .filter(({ targetPort }) => targetPort === name)
    .map(({ index }) => ({ resource: service, path: ['spec', 'ports', index, 'targetPort'] }));
}

/** Where an Ingress goes to a Service by a name of its port. */
function ingressUses(ingress: Resource, service: Resource, name: string): readonly PortNamePlace[] {
  if (ingress.kind !== 'Ingress') return [];
  const texts = textsIn(ingress.value);
  return texts.flatMap(({ path, text }) => {
    if (text !== name || path.slice(-3).join('.') !== 'service.port.name') return [];
    const host = formatFieldPath([...path.slice(0, -2), 'name']);
    const isMeant = texts.some(
      (other) => other.text === service.name && formatFieldPath(other.path) === host,
    );
    return isMeant ? [{ resource: ingress, path }] : [];
  });
}

/** Where probes and hooks of a workload's containers go to a port by its name. */
function probesOf(workload: Resource, name: string): readonly PortNamePlace[] {
  return textsIn(workload.value).flatMap(({ path, text }) =>
    text === name && /\.(?:httpGet|tcpSocket)\.port$/.test(formatFieldPath(path))
      ? [{ resource: workload, path }]
      : [],
  );
}

interface TextAt {
  readonly path: FieldPath;
  readonly text: string;
}

/** All texts of a manifest, with where they stand. */
function textsIn(value: unknown, path: FieldPath = []): readonly TextAt[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
