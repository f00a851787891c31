/** A Gateway's namespace and name. */
export interface GatewayName {
  readonly namespace: string;
  readonly name: string;
}

/**
 * The Gateway that a VirtualService of this namespace means: `gw`, `ns/gw`, `./gw`, or the legacy
 * `gw.ns` with anything after it. null for `mesh`, which is no Gateway, and for an empty text.
 */
export function resolveGatewayName(text: string, namespace: string): GatewayName | null {
  if (text === 'mesh' || text === '') return null;
  const slash = text.indexOf('/');
  if (slash >= 0) {
    const prefix = text.slice(0, slash);
    return { namespace: prefix === '.' ? namespace : prefix, name: text.slice(slash + 1) };
  }
  const [name = '', legacyNamespace] = text.split('.');
  return { namespace: legacyNamespace ?? namespace, name };
}
