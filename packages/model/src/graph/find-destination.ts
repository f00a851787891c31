import { isWildcard } from '../resources/host-name.ts';
import type { ServicePort } from '../resources/kinds/service.ts';
import type { ServiceEntryPort } from '../resources/kinds/service-entry.ts';
import { type Absence, absentService, foreignAbsence, impliedLoadBalancer } from './absent-node.ts';
import { type HostReference, type HostTarget, referToHost } from './find-host.ts';
import { type GraphLookup, isOf, type ResourceOf } from './graph-lookup.ts';
import type { NodeId, TopologyNode } from './topology.ts';
import { listWords } from './word-list.ts';

/** Where a destination leads. */
export interface FoundDestination {
  readonly reference: HostReference;
  readonly node: NodeId;
  /** Index of the port that is reached; null where it cannot be said. */
  readonly portIndex: number | null;
  readonly broken: string | null;
  readonly stale: boolean;
  /** The node of what is not in the text. */
  readonly absent: TopologyNode | null;
}

interface Wanted {
  readonly host: string;
  readonly port: number | null;
}

/** Finds what a destination of this VirtualService stands for, and the port that it reaches. */
export function findDestination(
  lookup: GraphLookup,
  from: ResourceOf<'VirtualService'>,
  wanted: Wanted,
  gatewayPorts: readonly number[],
): FoundDestination {
  const reference = referToHost(lookup, wanted.host, from.namespace);
  const { target } = reference;
  if (target === null) return describeAbsent(lookup, from, wanted.host, reference);
  const { node, ports, stale, absent } = describeTarget(lookup, target);
  const reached = reachPort(reference.name, ports, wanted.port, gatewayPorts);
  const broken = whyOnlyWildcard(target, reference.fqdn) ?? reached.broken;
  return { reference, node, portIndex: reached.portIndex, broken, stale, absent };
}

/** Envoy's clusters have the hosts of Services and ServiceEntries as written, wildcards included. */
function whyOnlyWildcard(target: HostTarget, host: string): string | null {
  if (target.kind !== 'ServiceEntry' || target.wildcard === null) return null;
  return `The ServiceEntry ${target.serviceEntry.name} has ${host} only by its wildcard ${target.wildcard}, and Istio sends nothing to a destination that is not written out: it answers 503. Add ${host} to the hosts of the ServiceEntry.`;
}

type TargetPort = ServicePort | ServiceEntryPort;

/** What was found: all but the port that is reached. */
interface TargetNode extends Pick<FoundDestination, 'node' | 'stale' | 'absent'> {
  readonly ports: readonly TargetPort[];
}

function describeTarget(lookup: GraphLookup, target: HostTarget): TargetNode {
  switch (target.kind) {
    case 'Service': {
      const { service } = target;
      const kind = lookup.isLoadBalancer(service) ? 'LoadBalancer' : 'Service';
      return {
        node: `${kind}/${service.namespace}/${service.name}`,
        ports: service.details.ports,
        stale: service.stale,
        absent: null,
      };
    }
    case 'ServiceEntry': {
      const { serviceEntry } = target;
      return {
        node: serviceEntry.id,
        ports: serviceEntry.details.ports,
        stale: serviceEntry.stale,
        absent: null,
      };
    }
    case 'assumed-gateway': {
      const absent = impliedLoadBalancer(target.gateway);
      lookup.findResource(`Service/${absent.namespace}/${absent.name}`);
      return { node: absent.id, ports: absent.ports, stale: false, absent };
    }
  }
}

function numberOf(port: TargetPort): number | null {
  return 'port' in port ? port.port : port.number;
}

/** As istiod does: the port that is named, else the only one, else the Gateway server's number. */
function reachPort(
  name: string,
  ports: readonly TargetPort[],
  wanted: number | null,
  gatewayPorts: readonly number[],
): Pick<FoundDestination, 'portIndex' | 'broken'> {
  if (wanted !== null) {
    const port = ports.find((each) => numberOf(each) === wanted);
    return port !== undefined
      ? { portIndex: port.index, broken: null }
      : {
          portIndex: null,
          broken: `${name} has no port ${wanted}: it ${whatItHas(ports)}. Istio answers 503. Name a port that it has.`,
        };
  }
  const [only] = ports;
  if (only !== undefined && ports.length === 1) return { portIndex: only.index, broken: null };
  if (gatewayPorts.length === 0) return { portIndex: null, broken: null };
  const reached = ports.filter((port) => gatewayPorts.some((number) => number === numberOf(port)));
  if (reached.length > 0) return { portIndex: onlyIndex(reached, gatewayPorts), broken: null };
  return {
    portIndex: null,
    broken: `The destination names no port, and ${name} ${whatItHas(ports)}. Istio then takes the Gateway's port (${listWords(gatewayPorts)}), which ${name} does not have, and answers 503. Write destination.port.number.`,
  };
}

function whatItHas(ports: readonly TargetPort[]): string {
  const numbers = ports.flatMap((port) => numberOf(port) ?? []);
  if (numbers.length === 0) return 'has no ports';
  return `has ${numbers.length === 1 ? 'only ' : ''}${listWords(numbers)}`;
}

function onlyIndex(reached: readonly TargetPort[], gatewayPorts: readonly number[]) {
  return reached.length === 1 && gatewayPorts.length === 1 ? (reached[0]?.index ?? null) : null;
}

function describeAbsent(
  lookup: GraphLookup,
  from: ResourceOf<'VirtualService'>,
  host: string,
  reference: HostReference,
): FoundDestination {
  const absence = absenceOf(host, reference);
  // A Service may have a name with dots, as no cluster would take it, and so have this id.
  const inTheWay = lookup.findResource(reference.id);
  const kind =
    isOf(inTheWay, 'Service') && lookup.isLoadBalancer(inTheWay) ? 'LoadBalancer' : 'Service';
  return {
    reference,
    node: `${kind}/${reference.namespace}/${reference.name}`,
    portIndex: null,
    broken: reference.outside === null ? absence.explanation : null,
    stale: false,
    absent: inTheWay === undefined ? absentService(reference, host, absence, from.stale) : null,
  };
}

function absenceOf(host: string, reference: HostReference): Absence {
  switch (reference.outside) {
    case 'external-host':
      return assumedHost(host);
    case 'foreign-namespace':
      return foreignAbsence('Service', reference);
    case null:
      return { status: 'missing', explanation: whyMissing(host, reference) };
  }
}

function assumedHost(host: string): Absence {
  return {
    status: 'implied',
    explanation: `No Service or ServiceEntry of this text has the host ${host}; the assumptions say that it exists.`,
  };
}

function whyMissing(host: string, { namespace, name, isServiceName }: HostReference): string {
  if (host === '')
    return 'This destination has no host. Write destination.host: the name of a Service.';
  if (isServiceName)
    return `There is no Service ${name} in namespace ${namespace} in this text. Without it Istio answers 503. Add the Service, correct the host, or say in the assumptions that the namespace is outside this text.`;
  if (isWildcard(host))
    return `The host ${host} is a wildcard, and no ServiceEntry of this text has it. Name one Service, or one host of a ServiceEntry.`;
  const [first = host, second = 'namespace'] = host.split('.');
  return `No Service or ServiceEntry of this text has the host ${host}. Istio does not complete a name with a dot in it: for a Service write the whole name (${first}.${second}.svc.cluster.local), for a host outside the cluster add a ServiceEntry.`;
}
