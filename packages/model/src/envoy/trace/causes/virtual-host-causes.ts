import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { resolveGatewayName } from '../../../resources/gateway-name.ts';
import { isIpAddress, isSubsetOf, resolveHost } from '../../../resources/host-name.ts';
import type { World } from '../../compile/world/world.ts';
import type { FilterChain } from '../../gateway-config.ts';
import { hostOf } from '../find-virtual-host.ts';
import type { Cause } from '../trace.ts';
import type { TraceContext } from '../trace-context.ts';

const MOST = 10;

/** Why no virtual host has the request's host: VirtualServices that would have it, and why they are not here. */
export function virtualHostCauses(context: TraceContext, chain: FilterChain): readonly Cause[] {
  const { world, request } = context;
  const host = hostOf(request.host);
  const candidates = world.virtualServices.filter(({ details, namespace }) =>
    details.hosts.some((own) =>
      isSubsetOf(host, resolveHost(own, namespace, world.assumptions).toLowerCase()),
    ),
  );
  const found = candidates.slice(0, MOST).flatMap((service) => whyNotHere(context, service, chain));
  return [
    ...found,
    {
      text: `No VirtualService has the host ${host}. Add one, or write the host that clients call.`,
      applies: candidates.length === 0,
      origin: null,
    },
    {
      text: 'The client calls an address, and so sends that as the host. Call the name, or send a Host header.',
      applies: isIpAddress(host),
      origin: null,
    },
    {
      text: 'The connection was opened for another host with the same certificate, and a browser uses it again: the host has no routes on that server. Give hosts with one certificate one server.',
      applies: false,
      origin: null,
    },
  ];
}

function whyNotHere(
  { world, config }: TraceContext,
  service: ResourceOf<'VirtualService'>,
  chain: FilterChain,
): readonly Cause[] {
  const { id, namespace, name, details } = service;
  const at = (field: string) => ({ resourceId: id, path: ['spec', field] });
  const owner = `The VirtualService ${namespace}/${name} has the host`;
  if (details.gateways === null)
    return [
      {
        text: `${owner}, and names no gateways, so it counts inside the mesh only. Name the Gateway: gateways: [${chain.server.gateway}].`,
        applies: true,
        origin: { resourceId: id, path: ['spec', 'hosts'] },
      },
    ];
  const named = details.gateways.map((text) => resolveGatewayName(text, namespace));
  const keys = named.map((one) => (one === null ? 'mesh' : `${one.namespace}/${one.name}`));
  if (keys.includes(chain.server.gateway)) {
    const drops = [...config.routeConfigs.values()].flatMap((one) => one.drops);
    return drops
      .filter(({ origin }) => origin.resourceId === id)
      .slice(0, 1)
      .map(({ message, origin }) => ({ text: message, applies: true, origin }));
  }
  return [
    {
      text: `${owner}, and is not on this Gateway. ${hintAt(world, keys, chain)}`,
      applies: true,
      origin: at('gateways'),
    },
  ];
}

function hintAt({ byId }: World, keys: readonly string[], { server }: FilterChain): string {
  const here = server.gateway;
  const absent = keys.find((key) => key !== 'mesh' && !byId.has(`Gateway/${key}`));
  const [, name] = here.split('/');
  if (absent?.endsWith(`/${name}`))
    return `It names ${absent}, which is not there: a name without a namespace means that of the VirtualService. Write ${here}.`;
  if (absent !== undefined) return `It names ${absent}, which is not there. Write ${here}.`;
  return keys.every((key) => key === 'mesh')
    ? `It is for the mesh alone. Add ${here} to its gateways.`
    : `It names ${keys.join(', ')}; this connection is for ${here}.`;
}
