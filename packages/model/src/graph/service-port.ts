import type { ServicePort } from '../resources/kinds/service.ts';
import type { ContainerPort } from '../resources/kinds/workload.ts';

/** A Service of a gateway's pods, as the gateway's ports are told from it. */
export interface PortSource {
  readonly name: string;
  readonly ports: readonly ServicePort[];
  /** Of the pods behind it: what named target ports stand for. */
  readonly containerPorts: readonly ContainerPort[];
}

/** A port number of the pod, or the name of a container port whose number the text does not say. */
type PodPort = number | string;

/**
 * The Service port through which a Gateway's server is reached, or null. As istiod does it: the
 * server's number is looked up among the ports of the pod's Services first, and the pod listens on
 * that port's target; only where no Service has the number does the pod listen on the number itself.
 */
export function findReachingPort(
  serverPort: number,
  service: PortSource,
  servicesOfPod: readonly PortSource[],
): ServicePort | null {
  const listener = listenerPort(serverPort, servicesOfPod);
  const reaching = tcpPorts(service).filter((port) => podPort(port, service) === listener);
  return reaching.find(({ port }) => port === serverPort) ?? reaching[0] ?? null;
}

function listenerPort(serverPort: number, services: readonly PortSource[]): PodPort {
  for (const service of services) {
    const ports = tcpPorts(service);
    const port = ports.find((each) => each.port === serverPort && isFirstOfTarget(each, ports));
    if (port !== undefined) return podPort(port, service) ?? serverPort;
  }
  return serverPort;
}

/** istiod keeps the first of several Service ports that have the same target. */
function isFirstOfTarget(port: ServicePort, ports: readonly ServicePort[]): boolean {
  return ports.find(({ targetPort }) => targetPort === port.targetPort) === port;
}

function tcpPorts(service: PortSource): readonly ServicePort[] {
  return service.ports.filter(({ protocol, port }) => protocol === 'TCP' && port !== null);
}

function podPort({ targetPort }: ServicePort, service: PortSource): PodPort | null {
  if (typeof targetPort !== 'string') return targetPort;
  return service.containerPorts.find(({ name }) => name === targetPort)?.port ?? targetPort;
}
