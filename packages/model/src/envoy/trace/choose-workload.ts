import type { GatewayConfig, GatewayWorkload } from '../gateway-config.ts';
import { hostOf } from './find-virtual-host.ts';
import { hasHost } from './server-of-request.ts';
import type { TraceRequest } from './trace-request.ts';

/**
 * The gateway workload that a request comes to: the one that is named, by a Gateway that applies to
 * it, a Service in front of it, or itself; else the first on whose Gateways there is the host; else
 * the first to which a Gateway applies; else the first. null where there is none, or none of that name.
 */
export function chooseWorkload(
  workloads: readonly GatewayWorkload[],
  configOf: (workload: GatewayWorkload) => GatewayConfig,
  request: TraceRequest,
): GatewayConfig | null {
  const configs = workloads.map(configOf);
  if (request.gateway !== null) return findNamedWorkload(configs, request.gateway);
  const host = hostOf(request.host === '' ? (request.sni ?? '') : request.host);
  return (
    configs.find(({ servers }) => servers.some((server) => hasHost(server, host))) ??
    configs.find(({ gateways }) => gateways.length > 0) ??
    configs[0] ??
    null
  );
}

/** The one that a request comes to whose gateway has this name. */
export function findNamedWorkload(
  configs: readonly GatewayConfig[],
  gateway: string,
): GatewayConfig | null {
  return (
    configs.find(({ gateways }) => gateways.includes(gateway)) ??
    configs.find(({ fronts }) =>
      fronts.some(({ namespace, name }) => `${namespace}/${name}` === gateway),
    ) ??
    configs.find(
      ({ workload }) =>
        workload.id === gateway || `${workload.namespace}/${workload.name}` === gateway,
    ) ??
    null
  );
}
