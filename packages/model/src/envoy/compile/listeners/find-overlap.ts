import type { FilterChain, Rejection } from '../../gateway-config.ts';

/**
 * Why Envoy refuses a listener with these filter chains: two take the same connections, or a server
 * name has a wildcard that is not a whole label. null where it takes them.
 */
export function findOverlap(chains: readonly FilterChain[]): Rejection | null {
  const taken = new Map<string, FilterChain>();
  for (const chain of chains) {
    const odd = chain.serverNames.find((name) => /^\*[^.]/.test(name) || /.\*/.test(name));
    if (odd !== undefined)
      return {
        reason: `Envoy refuses the whole listener: the server name "${odd}" has a wildcard that is not a whole label. Write "*." and a domain.`,
        origins: chain.origins,
      };
    const names = chain.serverNames.length === 0 ? [''] : chain.serverNames;
    const protocols = chain.applicationProtocols.length === 0 ? [''] : chain.applicationProtocols;
    for (const name of names)
      for (const protocol of protocols) {
        const other = taken.get(`${name} ${protocol}`);
        if (other !== undefined && other !== chain) return overlap(name, other, chain);
        taken.set(`${name} ${protocol}`, chain);
      }
  }
  return null;
}

function overlap(name: string, one: FilterChain, other: FilterChain): Rejection {
  const what = name === '' ? 'connections with any server name, or none' : `"${name}"`;
  const [first, second] = [one, other].map(
    ({ server }) => `server ${server.index + 1} of ${server.gateway}`,
  );
  return {
    reason: `Envoy refuses the whole listener, and keeps what it had before: ${first} and ${second} both take ${what}. Keep each name in one server.`,
    origins: [...one.origins, ...other.origins],
  };
}
