import { isSubsetOf } from '../../resources/host-name.ts';
import type { FilterChain, ServerState } from '../gateway-config.ts';
import { findVirtualHost, hostOf } from './find-virtual-host.ts';
import type { TraceContext } from './trace-context.ts';

/**
 * The server by which a request comes to a filter chain. On a port of plain HTTP all servers share
 * one: of these it is the first that has the host, and rather one that gave the host its routes.
 */
export function serverOfRequest(
  { config, request }: TraceContext,
  { filter, origins, server }: FilterChain,
): ServerState {
  if (filter.kind === 'tcp' || origins.length < 2) return server;
  const host = hostOf(request.host);
  const routeConfig = config.routeConfigs.get(filter.routeConfig);
  const found = routeConfig && findVirtualHost(routeConfig, request.host);
  const makers = new Set(found?.virtualHost.origins.map(({ resourceId }) => resourceId));
  // The cheap questions first: thousands of servers may share a port.
  const isHere = (one: ServerState): boolean => hasHost(one, host) && origins.includes(one.origin);
  return (
    config.servers.find((one) => makers.has(one.origin.resourceId) && isHere(one)) ??
    config.servers.find(isHere) ??
    server
  );
}

/** Whether a host is one of the server's, or under one. */
export function hasHost({ hosts }: ServerState, host: string): boolean {
  return hosts.some((own) => isSubsetOf(host, own.slice(own.indexOf('/') + 1).toLowerCase()));
}
