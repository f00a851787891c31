import type { Resource } from '../../../resources/resource.ts';
import { findSecretFault } from '../../certificates/find-secret-fault.ts';
import type { Finding, Lookup, ResourceCheck } from '../../engine/check.ts';
import { findPods, READS_OF_PODS } from '../../facts/find-pods.ts';
import { fullName } from '../../facts/full-name.ts';
import { CREDENTIALS, SECRETS_BY_NAME } from '../../relations/secrets.ts';

/**
 * The Secrets that a Gateway's servers name: are they there, where the gateway's pods read them,
 * with a certificate that is valid now? As Istio's gateway.SecretAnalyzer has it.
 */
export const gatewayCredential: ResourceCheck = {
  name: 'gateway-credential',
  codes: ['IST0101', 'IST0161'],
  about: ['Gateway'],
  reads: [...READS_OF_PODS, SECRETS_BY_NAME, CREDENTIALS],
  run: (resource, lookup, report) => {
    const { details } = resource;
    if (details.type !== 'Gateway') return;
    const named = details.servers.filter(({ tls }) => tls?.credentialName);
    if (named.length === 0) return;
    const pods = findPods(lookup, details.selector);
    // What the text has counts before assumptions.
    const pod = pods.find(({ resource: own }) => own !== null) ?? pods[0];
    if (pod === undefined) return;
    for (const { index, tls } of named) {
      const finding = checkCredential(resource, tls?.credentialName ?? '', pod.namespace, lookup);
      if (finding !== null)
        report({
          resource,
          path: ['spec', 'servers', index, 'tls', 'credentialName'],
          ...finding,
        });
    }
  },
};

const SCHEME = /^kubernetes(?:-gateway)?:\/\//;

function checkCredential(
  gateway: Resource,
  written: string,
  podNamespace: string,
  lookup: Lookup,
): Omit<Finding, 'resource' | 'path'> | null {
  const named = written.replace(SCHEME, '');
  const slash = named.indexOf('/');
  const namespace = slash < 0 ? podNamespace : named.slice(0, slash);
  const name = named.slice(slash + 1);
  const [secret] = lookup.find(SECRETS_BY_NAME, `${namespace}/${name}`);
  if (secret === undefined) return missSecret(written, { namespace, name }, lookup);
  const fault = findSecretFault(secret, lookup.now);
  if (fault === null) return null;
  return {
    code: 'IST0161',
    message: `The Secret ${namespace}/${name} ${fault}, so no TLS connection succeeds here. Make it anew from a certificate and its key.`,
    args: [gateway.name, podNamespace],
    related: [{ resource: secret.id, path: ['data'], message: 'this is the Secret' }],
    data: { namespace, name },
  };
}

function missSecret(
  written: string,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  lookup: Lookup,
): Omit<Finding, 'resource' | 'path'> | null {
  const { secrets } = lookup.assumptions;
  if (secrets.includes(`${namespace}/${name}`)) return null;
  const elsewhere = lookup.find(SECRETS_BY_NAME, `/${name}`);
  const finding = {
    code: 'IST0101',
    args: ['credentialName', written],
    data: { reference: 'secret', namespace, name },
  } as const;
  const settledBy = [{ kind: 'secret', namespace, name }] as const;
  if (elsewhere.length > 0)
    return {
      ...finding,
      message: `The Secret "${name}" is in the namespace ${elsewhere.map((one) => one.namespace).join(', ')}, and the gateway's pods read it in ${namespace}. Put it there.`,
      related: elsewhere.slice(0, 20).map(({ id }) => ({
        resource: id,
        path: ['metadata', 'namespace'],
        message: 'the Secret is in this namespace',
      })),
    };
  const isForeign = lookup.assumptions.foreignNamespaces.includes(namespace);
  if (!isForeign && lookup.find(CREDENTIALS, namespace).length > 0)
    return {
      ...finding,
      message: `There is no Secret "${name}" in the namespace ${namespace}, where the gateway's pods read it, so no TLS connection succeeds here. Create it, or name one that is there.`,
      settledBy,
    };
  return {
    ...finding,
    certainty: 'unknown',
    settledBy,
    message: `The Secret "${name}" is not in this text, which is usual. It has to be in the namespace ${namespace}; say in the assumptions that it is there, as ${fullName({ namespace, name })}.`,
  };
}
