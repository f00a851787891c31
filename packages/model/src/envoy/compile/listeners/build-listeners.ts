import { compareText } from '../../../text/compare-text.ts';
import type { FilterChain, Listener } from '../../gateway-config.ts';
import type { ServerPort } from '../gateways/merge-servers.ts';
import { buildFilterChains, type ChainDraft } from './filter-chains.ts';
import { findOverlap } from './find-overlap.ts';

/** The listeners of a gateway workload, by name; a port without a filter chain has none. */
export function buildListeners(
  draft: ChainDraft,
  ports: Iterable<ServerPort>,
): readonly Listener[] {
  const chains = new Map<string, { readonly port: ServerPort; readonly all: FilterChain[] }>();
  for (const port of ports) {
    const name = `${port.bind === '' ? '0.0.0.0' : port.bind}_${port.target}`;
    const known = chains.get(name) ?? { port, all: [] };
    chains.set(name, known);
    known.all.push(...buildFilterChains(draft, port));
  }
  return [...chains]
    .filter(([, { all }]) => all.length > 0)
    .map(([name, { port, all }]) => ({
      name,
      bind: port.bind === '' ? '0.0.0.0' : port.bind,
      port: port.target,
      filterChains: all,
      rejection: findOverlap(all),
    }))
    .toSorted((one, other) => compareText(one.name, other.name));
}
