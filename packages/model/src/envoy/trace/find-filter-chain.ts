import type { FilterChain, Listener } from '../gateway-config.ts';

/** What clients of https offer to speak inside. */
export const HTTPS_PROTOCOLS: readonly string[] = ['h2', 'http/1.1'];

/**
 * The filter chain that Envoy takes for a server name (null: the client sends none): the one that
 * has it, else that of the longest wildcard over it, else one that takes any. What is found is
 * final; only there it counts which protocols the client offers.
 */
export function findFilterChain(
  { filterChains }: Listener,
  serverName: string | null,
  protocols: readonly string[],
): FilterChain | null {
  for (const name of namesToTry(serverName)) {
    const level = filterChains.filter(({ serverNames }) =>
      name === null ? serverNames.length === 0 : serverNames.includes(name),
    );
    if (level.length === 0) continue;
    const offered = level.find(({ applicationProtocols }) =>
      applicationProtocols.some((protocol) => protocols.includes(protocol)),
    );
    return (
      offered ?? level.find(({ applicationProtocols }) => applicationProtocols.length === 0) ?? null
    );
  }
  return null;
}

/** `a.b.com`, `*.b.com`, `*.com`, and then any. */
function namesToTry(serverName: string | null): readonly (string | null)[] {
  if (serverName === null || serverName === '') return [null];
  const name = serverName.toLowerCase();
  const names: string[] = [name];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
    names.push(`*${name.slice(dot)}`);
  return [...names, null];
}
