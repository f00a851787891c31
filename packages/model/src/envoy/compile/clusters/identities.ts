import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { recordField, textField, textsField } from '../../../resources/tolerant-value.ts';
import type { RegistryService } from '../world/registry-service.ts';
import type { Endpoints } from './find-endpoints.ts';

const TRUST_DOMAIN = 'cluster.local';

/**
 * Who may answer for a host, as certificates of the mesh say it: the service accounts of its pods,
 * and what the ServiceEntry lists (`initServiceAccounts`). Sorted.
 */
export function identitiesOf(
  { source }: RegistryService,
  { workloads }: Endpoints,
): readonly string[] {
  const listed =
    source.kind === 'ServiceEntry'
      ? textsField(recordField(source.resource.value, 'spec'), 'subjectAltNames')
      : [];
  return [...new Set([...listed, ...workloads.map(identityOf)])].sort();
}

function identityOf({ kind, namespace, value }: ResourceOf<'Workload'>): string {
  const spec = recordField(value, 'spec');
  const pod = kind === 'Pod' ? spec : recordField(recordField(spec, 'template'), 'spec');
  const account = textField(pod, 'serviceAccountName') ?? 'default';
  return `spiffe://${TRUST_DOMAIN}/ns/${namespace}/sa/${account}`;
}
