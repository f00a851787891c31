import { pairsOf } from '../../../graph/provided-slots.ts';
import type { Assumable } from '../../../resources/assumable.ts';
import { gatewayOfSelector } from '../../../resources/gateway-presets.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import { fieldOf } from '../../../resources/tolerant-value.ts';
import { nearestWords } from '../../../schema/nearest-words.ts';
import type { Finding, Lookup, ResourceCheck } from '../../engine/check.ts';
import { findFrontServices } from '../../facts/find-front-services.ts';
import { findPods, type PodSet, printSelector, READS_OF_PODS } from '../../facts/find-pods.ts';
import { EVERY, GATEWAY_WORKLOADS } from '../../relations/pods.ts';
import { SERVICES_BY_SELECTOR } from '../../relations/services.ts';

/**
 * A Gateway's workload: does its selector pick a pod, and does a Service in front of it have the
 * ports of its servers? As Istio's gateway.IngressGatewayPortAnalyzer has it.
 */
export const gatewayWorkload: ResourceCheck = {
  name: 'gateway-workload',
  codes: ['IST0101', 'IST0162'],
  about: ['Gateway'],
  reads: [...READS_OF_PODS, GATEWAY_WORKLOADS, SERVICES_BY_SELECTOR],
  run: (resource, lookup, report) => {
    const { details } = resource;
    if (details.type !== 'Gateway') return;
    const { selector, servers } = details;
    const pods = findPods(lookup, selector);
    const printed = printSelector(selector);
    if (pods.length === 0) {
      report(missPods(resource, selector ?? {}, lookup));
      return;
    }
    const known = collectPorts(pods, lookup);
    const said = new Set<number>();
    for (const { index, port } of servers) {
      if (port === null || known.ports.has(port) || said.has(port)) continue;
      said.add(port);
      report({
        code: 'IST0162',
        resource,
        path: ['spec', 'servers', index, 'port', 'number'],
        certainty: known.isOfText ? 'wrong' : 'unknown',
        message: `No Service in front of the gateway's pods leads to port ${port} (${describe(known)}), so from outside nobody reaches this server. Use a port of the Service, or add this one there.`,
        args: [port, printed],
        related: known.services.slice(0, 20).map(({ id }) => ({
          resource: id,
          path: ['spec', 'ports'],
          message: "the ports of the gateway's Service are here",
        })),
        settledBy: addPort(pods, port),
        data: { port, ports: [...known.ports].map(String), assumption: 'gateways' },
      });
    }
  },
};

/** What adds the port to the Service of an assumed gateway, where there is one among the pods. */
function addPort(pods: readonly PodSet[], port: number): readonly Assumable[] {
  const assumed = pods.find(({ resource }) => resource === null);
  if (assumed === undefined) return [];
  const { name, namespace } = assumed;
  return [{ kind: 'gateway-port', gateway: { name, namespace }, port }];
}

function missPods(resource: Resource, selector: Labels, lookup: Lookup): Finding {
  const printed = printSelector(selector);
  const near = findNearLabels(selector, lookup);
  const isKnown = lookup.find(GATEWAY_WORKLOADS, EVERY).length > 0;
  const start = isKnown
    ? `No gateway has the labels ${printed}, so this Gateway configures nothing.`
    : `No gateway that is in this text or assumed has the labels ${printed}, so this Gateway configures nothing unless one runs in your cluster.`;
  const advice = isKnown
    ? "Write the labels of your gateway's pods."
    : 'Correct them, or add that gateway to the assumptions.';
  return {
    code: 'IST0101',
    resource,
    path: ['spec', 'selector', ...Object.keys(selector).toSorted().slice(0, 1)],
    certainty: isKnown ? 'wrong' : 'unknown',
    // A slip of the pen is likelier than another gateway.
    ...(near === null || isKnown ? {} : { severity: 'warning' as const }),
    message: `${start} ${near === null ? advice : `Did you mean ${near}?`}`,
    args: ['selector', printed],
    settledBy: [{ kind: 'gateway', gateway: gatewayOfSelector(selector) }],
    data: {
      reference: 'selector',
      selector: pairsOf(selector),
      suggestion: near,
      assumption: 'gateways',
    },
  };
}

/** The labels of an assumed gateway that differ from these by a few letters. */
function findNearLabels(selector: Labels, { assumptions }: Lookup): string | null {
  for (const { labels } of assumptions.gateways) {
    const pairs = Object.entries(selector).map(([key, value]) => {
      const known = fieldOf(labels, key);
      return typeof known === 'string' && isNear(value, known) ? `${key}=${known}` : null;
    });
    if (pairs.every((pair) => pair !== null)) return pairs.join(',');
  }
  return null;
}

/** Istio's own names of gateways that are not for ingress. */
const OTHER_GATEWAYS: readonly string[] = ['egressgateway', 'eastwestgateway'];

/** Whether a slip of the pen tells the two apart; a longer name with the other in it is meant. */
function isNear(written: string, known: string): boolean {
  if (written === known) return true;
  const isMeant = written.includes(known) || OTHER_GATEWAYS.includes(written);
  return !isMeant && nearestWords(written, [known]).length > 0;
}

interface KnownPorts {
  /** Ports of the Services, and of the pods behind them. */
  readonly ports: ReadonlySet<number>;
  readonly services: readonly Resource[];
  /** Whether all that is known stands in the text. */
  readonly isOfText: boolean;
}

function collectPorts(pods: readonly PodSet[], lookup: Lookup): KnownPorts {
  const ports = new Set<number>();
  const services = new Set<Resource>();
  for (const pod of pods) {
    if (pod.resource === null) for (const port of assumedPorts(pod, lookup)) ports.add(port);
    for (const service of findFrontServices(pod.namespace, pod.labels, lookup))
      services.add(service);
  }
  for (const { details } of services) {
    if (details.type !== 'Service') continue;
    for (const { port, targetPort, protocol } of details.ports) {
      if (protocol !== 'TCP') continue;
      if (port !== null) ports.add(port);
      if (typeof targetPort === 'number') ports.add(targetPort);
    }
  }
  const isOfText = services.size > 0 && pods.every(({ resource }) => resource !== null);
  return { ports, services: [...services], isOfText };
}

function assumedPorts({ name, namespace }: PodSet, { assumptions }: Lookup): readonly number[] {
  const gateway = assumptions.gateways.find(
    (one) => one.name === name && one.namespace === namespace,
  );
  return (gateway?.service?.ports ?? []).flatMap(({ port, targetPort }) => [port, targetPort]);
}

function describe({ ports, isOfText }: KnownPorts): string {
  const all = [...ports].toSorted((one, other) => one - other).join(', ');
  if (all === '') return 'there is no such Service';
  return isOfText ? `they lead to ${all}` : `those that are assumed and in the text lead to ${all}`;
}
