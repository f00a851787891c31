import type { FieldPath } from '../../../documents/field-path.ts';
import type { Resource } from '../../../resources/resource.ts';
import {
  fieldOf,
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { isControlPlane } from '../../facts/is-control-plane.ts';
import { podOf } from '../../facts/pod-of.ts';

const RESERVED = 1337;
const OWN_CONTAINERS: readonly (string | null)[] = ['istio-proxy', 'istio-operator'];

/** A pod that runs as the user whose traffic passes Istio by. As Istio's deployment.ApplicationUIDAnalyzer has it. */
export const reservedUser: ResourceCheck = {
  name: 'reserved-user',
  codes: ['IST0144'],
  about: ['Pod', 'Deployment'],
  reads: [],
  run: (resource, _lookup, report) => {
    if (isControlPlane(resource)) return;
    const path = findUser(resource);
    if (path === null) return;
    report({
      code: 'IST0144',
      resource,
      path,
      message:
        'The user 1337 is that of the proxy: what this container sends passes Istio by. Use another user.',
      args: [],
    });
  },
};

function findUser(resource: Resource): FieldPath | null {
  const spec = recordField(podOf(resource), 'spec');
  const path = resource.kind === 'Pod' ? ['spec'] : ['spec', 'template', 'spec'];
  if (runsAsReserved(spec)) return [...path, 'securityContext', 'runAsUser'];
  const at = listField(spec, 'containers').findIndex(
    (container) =>
      isRecord(container) &&
      !OWN_CONTAINERS.includes(textField(container, 'name')) &&
      runsAsReserved(container),
  );
  return at < 0 ? null : [...path, 'containers', at, 'securityContext', 'runAsUser'];
}

function runsAsReserved(record: ValueRecord): boolean {
  return fieldOf(recordField(record, 'securityContext'), 'runAsUser') === RESERVED;
}
