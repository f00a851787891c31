import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { createdAt } from '../../../resources/created-at.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Resource } from '../../../resources/resource.ts';
import {
  isRecord,
  labelsField,
  listField,
  recordField,
  textField,
} from '../../../resources/tolerant-value.ts';
import { compareText } from '../../../text/compare-text.ts';
import type { FrontPort, FrontService, GatewayWorkload } from '../../gateway-config.ts';
import { portProtocol } from '../world/port-protocol.ts';
import type { RegistryPort, RegistryService } from '../world/registry-service.ts';
import type { World } from '../world/world.ts';

/** On a Service: that istiod takes no server of its ports for the ports behind them. */
const KEEP_PORTS = 'experimental.istio.io/disable-gateway-port-translation';
/** On a Gateway: the hosts of the Services whose pods it is for, instead of a selector. */
const GATEWAY_SERVICE = 'internal.istio.io/gateway-service';

/** The Services that a Gateway names as those of its pods; null where it has a selector, or none. */
export function namedServicesOf({ value }: Resource): readonly string[] | null {
  const annotations = recordField(recordField(value, 'metadata'), 'annotations');
  const written = textField(annotations, GATEWAY_SERVICE);
  return written === null ? null : written.split(',').map((host) => host.trim());
}

/**
 * The Services that have these pods behind them, in the order in which istiod asks them for ports.
 * Addresses of pods are rarely in a text: a ServiceEntry with fixed endpoints is then taken to mean
 * these pods where an endpoint has their labels, or where a Gateway beside it names its host.
 */
export function frontServicesOf(world: World, pod: GatewayWorkload): readonly FrontService[] {
  const services = world.servicesIn.get(pod.namespace) ?? [];
  const named = new Set(
    world.gateways
      .filter(({ namespace }) => namespace === pod.namespace)
      .flatMap((gateway) => namedServicesOf(gateway) ?? []),
  );
  return services
    .filter((service) => isInFront(service, pod, named))
    .toSorted(compareAge)
    .map((service) => readFront(world, service, pod));
}

/** The older first, of one age by host (`SetServiceTargets`); what is assumed has the last word. */
function compareAge(one: RegistryService, other: RegistryService): number {
  const isAssumed = ({ source }: RegistryService): number => Number(source.kind === 'assumed');
  const age = ({ source }: RegistryService): number =>
    source.kind === 'assumed' ? 0 : (createdAt(source.resource) ?? 0);
  return (
    isAssumed(one) - isAssumed(other) || age(one) - age(other) || compareText(one.host, other.host)
  );
}

function isInFront(
  { source, host }: RegistryService,
  pod: GatewayWorkload,
  named: ReadonlySet<string>,
): boolean {
  switch (source.kind) {
    case 'Service': {
      const { selector } = source.resource.details;
      return selector !== null && matchesSelector(selector, pod.labels);
    }
    case 'assumed':
      return pod.known === 'assumed' && pod.name === source.gateway.name;
    case 'ServiceEntry':
      return hasPod(source.resource, pod, named.has(host));
  }
}

function hasPod(
  { value }: ResourceOf<'ServiceEntry'>,
  { labels, addresses }: GatewayWorkload,
  isNamed: boolean,
): boolean {
  const spec = recordField(value, 'spec');
  const wanted = labelsField(recordField(spec, 'workloadSelector'), 'labels');
  if (Object.keys(wanted).length > 0) return matchesSelector(wanted, labels);
  return listField(spec, 'endpoints')
    .filter(isRecord)
    .some((endpoint) => {
      const own = labelsField(endpoint, 'labels');
      const address = textField(endpoint, 'address');
      if (address !== null && addresses.length > 0) return addresses.includes(address);
      return isNamed || (Object.keys(own).length > 0 && matchesSelector(own, labels));
    });
}

function readFront(
  world: World,
  { host, namespace, ports, source }: RegistryService,
  pod: GatewayWorkload,
): FrontService {
  const resource = source.kind === 'assumed' ? null : source.resource;
  const name = resource?.name ?? pod.name;
  return {
    namespace,
    name,
    host,
    serviceType: serviceTypeOf(source),
    ports: readPorts(world, ports, pod, resource),
    resource: resource?.id ?? null,
    node: `LoadBalancer/${namespace}/${name}`,
    keepsPorts: resource !== null && KEEP_PORTS in resource.labels,
  };
}

function serviceTypeOf(source: RegistryService['source']): string {
  switch (source.kind) {
    case 'Service':
      return source.resource.details.serviceType;
    case 'ServiceEntry':
      return 'ServiceEntry';
    case 'assumed':
      return source.gateway.service?.type ?? 'LoadBalancer';
  }
}

/** Of ports with one target and one protocol, istiod keeps the first. */
function readPorts(
  world: World,
  ports: readonly RegistryPort[],
  pod: GatewayWorkload,
  resource: Resource | null,
): readonly FrontPort[] {
  const seen = new Set<string>();
  return ports
    .filter(({ transport }) => transport === 'TCP')
    .map((port): FrontPort => {
      const target = findTarget(world, port, pod);
      const key = `${target} ${portProtocol(port)}`;
      const counts = target !== null && !seen.has(key);
      seen.add(key);
      return {
        port: port.number,
        target,
        name: port.name,
        counts,
        origin:
          resource === null
            ? null
            : { resourceId: resource.id, path: ['spec', 'ports', port.index] },
      };
    });
}

/**
 * A named target is a port of the pods' containers. Where the text has no such pods, nobody knows
 * its number: the Service's own stands in for it.
 */
function findTarget(world: World, port: RegistryPort, pod: GatewayWorkload): number | null {
  const { target } = port;
  if (typeof target !== 'string') return target;
  const own = world.byId.get(pod.id);
  if (own?.details.type !== 'Workload') return port.number;
  return own.details.containerPorts.find(({ name }) => name === target)?.port ?? null;
}
