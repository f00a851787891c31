import { resolveGatewayName } from '../../resources/gateway-name.ts';
import { serverHostsFor } from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';

/** A Gateway of the text, and its name as it is written in one namespace. */
export interface KnownGateway {
  readonly text: string;
  readonly resource: Resource;
}

/** The Gateways that can be named in a namespace, its own first. */
export function listGateways({ resources }: Snapshot, namespace: string): readonly KnownGateway[] {
  const gateways = resources.filter(({ details }) => details.type === 'Gateway');
  const isNear = (gateway: Resource) => gateway.namespace === namespace;
  // With a dot in it a short name would be read as `name.namespace`.
  const textOf = (gateway: Resource) =>
    isNear(gateway) && !gateway.name.includes('.')
      ? gateway.name
      : `${gateway.namespace}/${gateway.name}`;
  const near = gateways.filter(isNear);
  const far = gateways.filter((gateway) => !isNear(gateway));
  return [...near, ...far].map((resource) => ({ text: textOf(resource), resource }));
}

/** The Gateway that a name written in a namespace means. */
export function findGateway(
  snapshot: Snapshot,
  text: string,
  namespace: string,
): Resource | undefined {
  const name = resolveGatewayName(text, namespace);
  return name === null
    ? undefined
    : findResource(snapshot, `Gateway/${name.namespace}/${name.name}`);
}

/** The hosts of a Gateway's servers that VirtualServices of a namespace may have. */
export function gatewayHosts(
  { details, namespace: home }: Resource,
  namespace: string,
): readonly string[] {
  if (details.type !== 'Gateway') return [];
  const hosts = details.servers.flatMap((server) => serverHostsFor(server.hosts, home, namespace));
  return [...new Set(hosts)];
}
