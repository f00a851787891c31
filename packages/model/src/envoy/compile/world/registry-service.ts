import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import type { AssumedGateway, Assumptions } from '../../../resources/assumptions.ts';
import { serviceHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import { recordField, textField } from '../../../resources/tolerant-value.ts';

/** A host of Istio's registry: a Service, a host of a ServiceEntry, or the Service of an assumed gateway. */
export interface RegistryService {
  /** As Istio knows it; of a ServiceEntry as written, wildcards included. */
  readonly host: string;
  readonly namespace: string;
  /** Namespaces that see it, `*` for all; `.` is resolved. */
  readonly exportTo: readonly string[];
  readonly ports: readonly RegistryPort[];
  readonly source:
    | { readonly kind: 'Service'; readonly resource: ResourceOf<'Service'> }
    | { readonly kind: 'ServiceEntry'; readonly resource: ResourceOf<'ServiceEntry'> }
    | { readonly kind: 'assumed'; readonly gateway: AssumedGateway };
  /** What an ExternalName Service stands for. */
  readonly externalName: string | null;
}

/** A port of a registry host; `index` is its place in the manifest. */
export interface RegistryPort {
  readonly index: number;
  readonly number: number;
  readonly name: string;
  /** `TCP` or `UDP`. */
  readonly transport: string;
  /** As it is said beside the name; null: the name begins with it, or nobody says. */
  readonly protocol: string | null;
  readonly target: number | string | null;
}

/** A Service as the registry has it. */
export function readServiceHost(
  resource: ResourceOf<'Service'>,
  assumptions: Assumptions,
): RegistryService {
  const { details, namespace, name } = resource;
  return {
    host: serviceHost(name, namespace, assumptions),
    namespace,
    exportTo: readScopes(annotatedExport(resource), namespace),
    ports: details.ports.flatMap((port) =>
      port.port === null
        ? []
        : [
            {
              index: port.index,
              number: port.port,
              name: port.name,
              transport: port.protocol,
              protocol: port.appProtocol,
              target: port.targetPort,
            },
          ],
    ),
    source: { kind: 'Service', resource },
    externalName: details.serviceType === 'ExternalName' ? details.externalName : null,
  };
}

/** The hosts of a ServiceEntry as the registry has them. */
export function readEntryHosts(resource: ResourceOf<'ServiceEntry'>): readonly RegistryService[] {
  const { details, namespace } = resource;
  const ports = details.ports.flatMap(({ index, number, name, protocol, targetPort }) =>
    number === null
      ? []
      : [
          {
            index,
            number,
            name,
            transport: protocol.toUpperCase() === 'UDP' ? 'UDP' : 'TCP',
            protocol: protocol.toUpperCase(),
            target: targetPort ?? number,
          },
        ],
  );
  const exportTo = readScopes(details.exportTo, namespace);
  return details.hosts.map((host) => ({
    host,
    namespace,
    exportTo,
    ports,
    source: { kind: 'ServiceEntry' as const, resource },
    externalName: null,
  }));
}

/** The Service of an assumed gateway; null where it has none. */
export function readAssumedHost(
  gateway: AssumedGateway,
  assumptions: Assumptions,
): RegistryService | null {
  const { name, namespace, service } = gateway;
  if (service === null) return null;
  return {
    host: serviceHost(name, namespace, assumptions),
    namespace,
    exportTo: ['*'],
    ports: service.ports.map(({ port, targetPort }, index) => ({
      index,
      number: port,
      name: '',
      transport: 'TCP',
      protocol: null,
      target: targetPort,
    })),
    source: { kind: 'assumed', gateway },
    externalName: null,
  };
}

/** Whether pods of a namespace see it. */
export function isVisibleTo(
  { exportTo }: Pick<RegistryService, 'exportTo'>,
  namespace: string,
): boolean {
  return !exportTo.includes('~') && (exportTo.includes('*') || exportTo.includes(namespace));
}

/** The namespaces that `exportTo` names, `.` resolved; all where nothing is written. */
export function readScopes(
  exportTo: readonly string[] | null,
  namespace: string,
): readonly string[] {
  return exportTo === null ? ['*'] : exportTo.map((scope) => (scope === '.' ? namespace : scope));
}

/** What a Service's annotation says about who sees it. */
function annotatedExport({ value }: Resource): readonly string[] | null {
  const annotations = recordField(recordField(value, 'metadata'), 'annotations');
  const written = textField(annotations, 'networking.istio.io/exportTo');
  return written === null ? null : written.split(',').map((scope) => scope.trim());
}
