import { hostsOver } from '../../envoy/virtual-hosts.ts';
import type { Lookup } from '../engine/check.ts';
import { TLS_HOSTS } from '../relations/bindings.ts';

/** Whether a server of the text takes https, or TLS, for the host or a part of it; by `TLS_HOSTS`. */
export function hasTlsServer(host: string, lookup: Lookup): boolean {
  return (
    lookup.find(TLS_HOSTS, `under ${host}`).length > 0 ||
    hostsOver(host).some((wide) => lookup.find(TLS_HOSTS, `at ${wide}`).length > 0)
  );
}
