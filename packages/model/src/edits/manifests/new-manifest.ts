import type { AssumedGateway } from '../../resources/assumptions.ts';
import type { Labels } from '../../resources/resource.ts';
import type { FieldValue } from '../edit-command.ts';

/** A mapping of a new manifest. */
export type FieldMap = { readonly [key: string]: FieldValue };

/** What a manifest is called. A namespace of null is left out: then it is the default one. */
export interface ManifestName {
  readonly name: string;
  readonly namespace: string | null;
}

const ISTIO_VERSION = 'networking.istio.io/v1';

function manifest(apiVersion: string, kind: string, metadata: FieldMap, spec: FieldMap): FieldMap {
  return { apiVersion, kind, metadata, spec };
}

function metadataOf({ name, namespace }: ManifestName, labels: Labels = {}): FieldMap {
  return {
    name,
    ...(namespace === null ? {} : { namespace }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  };
}

/** A server of a Gateway: a port that it listens on. */
export interface NewServer {
  readonly number: number;
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS' | 'TCP';
  readonly hosts: readonly string[];
  /** Absent: none, and PASSTHROUGH for the protocol TLS, which is refused without. */
  readonly tls?: FieldMap;
}

/** A Gateway on the pods that `selector` picks. */
export function newGateway(
  name: ManifestName,
  selector: Labels,
  servers: readonly NewServer[],
): FieldMap {
  return manifest(ISTIO_VERSION, 'Gateway', metadataOf(name), {
    selector,
    servers: servers.map(newServer),
  });
}

/** One server, as it stands in `spec.servers`. */
export function newServer({ number, protocol, hosts, tls }: NewServer): FieldMap {
  const isUsual = number === 80 || number === 443;
  const name = `${protocol.toLowerCase()}${isUsual && protocol !== 'TCP' ? '' : `-${number}`}`;
  const settings = tls ?? (protocol === 'TLS' ? { mode: 'PASSTHROUGH' } : null);
  return {
    port: { number, name, protocol },
    ...(settings === null ? {} : { tls: settings }),
    hosts,
  };
}

/** What a new VirtualService is for. */
export interface NewVirtualService {
  /** None: it is a delegate. */
  readonly hosts: readonly string[];
  /** As they are written; none: the field is left out, and it is for the mesh. */
  readonly gateways?: readonly string[];
  /** `http` where it is absent. */
  readonly protocol?: 'http' | 'tls' | 'tcp';
  /** The match blocks of its route; none: every request. */
  readonly matches?: readonly FieldMap[];
  /** The destinations of its route, as they stand in `route`. */
  readonly route: readonly FieldMap[];
}

/** A VirtualService with one route. */
export function newVirtualService(
  name: ManifestName,
  { hosts, gateways = [], protocol = 'http', matches = [], route }: NewVirtualService,
): FieldMap {
  return manifest(ISTIO_VERSION, 'VirtualService', metadataOf(name), {
    ...(hosts.length === 0 ? {} : { hosts }),
    ...(gateways.length === 0 ? {} : { gateways }),
    [protocol]: [{ ...(matches.length === 0 ? {} : { match: matches }), route }],
  });
}

/** A DestinationRule with a subset per version. */
export function newDestinationRule(
  name: ManifestName,
  host: string,
  subsets: readonly string[],
): FieldMap {
  return manifest(ISTIO_VERSION, 'DestinationRule', metadataOf(name), {
    host,
    subsets: subsets.map((subset) => ({ name: subset, labels: { version: subset } })),
  });
}

/** A ServiceEntry for a host outside the mesh. */
export function newServiceEntry(
  name: ManifestName,
  host: string,
  ports: readonly { readonly number: number; readonly name: string; readonly protocol: string }[],
): FieldMap {
  return manifest(ISTIO_VERSION, 'ServiceEntry', metadataOf(name), {
    hosts: [host],
    location: 'MESH_EXTERNAL',
    ports: ports.map(({ number, name: portName, protocol }) => ({
      number,
      name: portName,
      protocol,
    })),
    resolution: 'DNS',
  });
}

/** A port of a new Service. */
export interface NewServicePort {
  readonly name: string;
  readonly port: number;
  readonly targetPort: number;
}

/** A Service inside the cluster. */
export function newService(
  name: ManifestName,
  selector: Labels,
  ports: readonly NewServicePort[],
): FieldMap {
  return manifest('v1', 'Service', metadataOf(name, selector), {
    selector,
    ports: ports.map(toPort),
  });
}

/** The Service in front of a gateway's pods, as an installation of Istio makes it. */
export function newLoadBalancer(name: ManifestName, gateway: AssumedGateway): FieldMap {
  const { type, ports } = gateway.service ?? {
    type: 'LoadBalancer',
    ports: [
      { port: 80, targetPort: 8080 },
      { port: 443, targetPort: 8443 },
    ],
  };
  return manifest('v1', 'Service', metadataOf(name, gateway.labels), {
    type,
    selector: gateway.labels,
    ports: ports.map(({ port, targetPort }) =>
      toPort({ name: gatewayPortName(port), port, targetPort }),
    ),
  });
}

function toPort({ name, port, targetPort }: NewServicePort): FieldMap {
  return { name, port, targetPort };
}

function gatewayPortName(port: number): string {
  const known: Readonly<Record<number, string>> = {
    80: 'http2',
    443: 'https',
    15021: 'status-port',
  };
  return known[port] ?? `tcp-${port}`;
}

/** A Deployment of one pod that serves HTTP. */
export function newDeployment(name: ManifestName, labels: Labels, port: number): FieldMap {
  return manifest('apps/v1', 'Deployment', metadataOf(name, labels), {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [{ name: 'app', image: 'nginx:stable', ports: [{ containerPort: port }] }],
      },
    },
  });
}
