import type { GatewayServer } from '../resources/kinds/gateway.ts';
import type { GatewayWorkloads } from './gateway-workloads.ts';
import type { GraphLookup, ResourceOf } from './graph-lookup.ts';
import type { Reference } from './reference.ts';
import type { CredentialState } from './topology.ts';
import { listWords } from './word-list.ts';

const KUBERNETES_SCHEMES = ['kubernetes://', 'kubernetes-gateway://'];

/** For each server of the Gateway the Secret that it names; the references to them go into `references`. */
export function linkCredentials(
  lookup: GraphLookup,
  gateway: ResourceOf<'Gateway'>,
  found: GatewayWorkloads,
  references: Reference[] | null,
): readonly (CredentialState | null)[] {
  const podNamespaces = namespacesOf(found);
  return gateway.details.servers.map((server) => {
    const secret = secretOf(server);
    if (secret === null) return null;
    const namespaces = secret.namespace === null ? podNamespaces : [secret.namespace];
    const state = credentialState(lookup, secret.name, namespaces);
    const target = `Secret/${namespaces[0] ?? gateway.namespace}/${secret.name}`;
    // Whoever misses it is found from its id.
    if (namespaces.length === 0) lookup.findResource(target);
    references?.push({
      kind: 'credential',
      from: gateway.id,
      path: ['spec', 'servers', server.index, 'tls', 'credentialName'],
      text: server.tls?.credentialName ?? '',
      status: state.status,
      target,
    });
    return state;
  });
}

/** Gateway pods read Secrets of their own namespace. What the text has counts before assumptions. */
function namespacesOf({ workloads, services, assumed }: GatewayWorkloads): readonly string[] {
  const ofText = [...workloads, ...services];
  const pods = ofText.length > 0 ? ofText : assumed;
  return [...new Set(pods.map(({ namespace }) => namespace))];
}

function secretOf(
  server: GatewayServer,
): { readonly name: string; readonly namespace: string | null } | null {
  const written = server.tls?.credentialName ?? null;
  if (written === null) return null;
  const scheme = KUBERNETES_SCHEMES.find((prefix) => written.startsWith(prefix)) ?? '';
  const name = written.slice(scheme.length);
  if (name === '' || name.includes('://')) return null;
  const slash = name.indexOf('/');
  return slash < 0
    ? { name, namespace: null }
    : { name: name.slice(slash + 1), namespace: name.slice(0, slash) };
}

function credentialState(
  lookup: GraphLookup,
  name: string,
  namespaces: readonly string[],
): CredentialState {
  const has = namespaces.filter(
    (namespace) =>
      lookup.findResource(`Secret/${namespace}/${name}`) !== undefined ||
      lookup.assumptions.secrets.includes(`${namespace}/${name}`),
  );
  if (namespaces.length > 0 && has.length === namespaces.length) {
    return {
      name,
      namespaces,
      status: 'found',
      explanation: `The certificate and its key come from the Secret ${name} in namespace ${listWords(namespaces)}.`,
    };
  }
  const where =
    namespaces.length === 0
      ? "the namespace of the gateway's pods"
      : `namespace ${listWords(namespaces)}`;
  const place = namespaces.find((namespace) => !has.includes(namespace));
  return {
    name,
    namespaces,
    status: 'unknown',
    explanation: `The Secret ${name} is not in this text, which is usual. It has to be in ${where}: the gateway's pods read Secrets of their own namespace, not of the Gateway's. Without it no TLS connection succeeds. The command makes it from a certificate and its key.`,
    command: `kubectl create secret tls ${name} -n ${place ?? 'NAMESPACE'} --cert=tls.crt --key=tls.key`,
  };
}
