import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { edgesOf, findResource, findTopologyNode } from '../../snapshot-lookup.ts';
import { valueAt } from '../fields/field-operation.ts';
import { type NameReader, textForm } from './name-form.ts';

/**
 * A credential of a Gateway or DestinationRule: a Secret, or with `configmap://` a ConfigMap, that the
 * proxies read. Without a namespace it is in that of the proxies' pods, which no text here decides.
 */
export const CREDENTIAL = textForm({
  resolve: (text, reader) => {
    const [, scheme = '', written, name = ''] = CREDENTIAL_TEXT.exec(text) ?? [];
    if (name === '') {
      return null;
    }
    const kind = scheme === 'configmap://' ? 'ConfigMap' : 'Secret';
    const namespaces = written === undefined ? proxyNamespaces(reader) : [written.slice(0, -1)];
    const ids = namespaces.map((namespace) => `${kind}/${namespace}/${name}`);
    return ids.find((id) => findResource(reader.snapshot, id) !== undefined) ?? ids[0] ?? null;
  },
  rewrite: (text, _, { namespace, name }) =>
    text.replace(
      CREDENTIAL_TEXT,
      (__, scheme = '', written = '') => `${scheme}${written === '' ? '' : `${namespace}/`}${name}`,
    ),
});

const CREDENTIAL_TEXT = /^((?:kubernetes|kubernetes-gateway|configmap):\/\/)?([^/:]+\/)?([^/:]+)$/;

/** Where the proxies run that read the credential: a workload selector picks pods beside its rule. */
function proxyNamespaces({ snapshot, resource, namespace }: NameReader): readonly string[] {
  if (resource.details.type === 'Gateway') {
    return gatewayNamespaces(snapshot, resource);
  }
  const isForPods = valueAt(resource.value, ['spec', 'workloadSelector']) !== undefined;
  const gateways = snapshot.resources.filter(({ details }) => details.type === 'Gateway');
  const all = isForPods
    ? [namespace]
    : gateways.flatMap((gateway) => gatewayNamespaces(snapshot, gateway));
  const assumed = snapshot.assumptions.gateways.map((gateway) => gateway.namespace);
  return [...new Set(all.length > 0 ? all : assumed)];
}

function gatewayNamespaces(snapshot: Snapshot, gateway: Resource): readonly string[] {
  const node = findTopologyNode(snapshot, gateway.id);
  const servers = node?.kind === 'Gateway' ? node.servers : [];
  const found = servers.find(({ credential }) => credential !== null)?.credential?.namespaces;
  return (
    found ??
    edgesOf(snapshot, gateway.id)
      .filter(({ kind }) => kind === 'exposes')
      .map(({ source }) => source.split('/')[1] ?? '')
  );
}
