import {
  findServiceName,
  isExternalHost,
  isWildcard,
  wildcardSuffixes,
} from '../../../resources/host-name.ts';
import {
  findRecord,
  isRecord,
  listField,
  recordField,
  textField,
} from '../../../resources/tolerant-value.ts';
import type { Lookup, ResourceCheck } from '../../engine/check.ts';
import { ROOT_NAMESPACE } from '../../relations/policies.ts';
import { ANYWHERE, REGISTRY_HOSTS, REGISTRY_HOSTS_UNDER } from '../../relations/registry-hosts.ts';
import { SERVICES } from '../../relations/services.ts';
import { sidecarSelectorOf } from '../../relations/sidecars.ts';

/** The hosts that a Sidecar lets its pods reach: are they there? As Kiali has it. */
export const sidecarHosts: ResourceCheck = {
  name: 'sidecar-hosts',
  codes: ['KIA1004'],
  about: ['Sidecar.networking.istio.io'],
  reads: [REGISTRY_HOSTS, REGISTRY_HOSTS_UNDER, SERVICES],
  run: (resource, lookup, report) => {
    const spec = recordField(resource.value, 'spec');
    for (const [at, listener] of listField(spec, 'egress').entries())
      for (const [index, host] of listField(
        isRecord(listener) ? listener : {},
        'hosts',
      ).entries()) {
        const name = typeof host === 'string' ? host.slice(host.indexOf('/') + 1) : '*';
        if (name === '*' || name === '' || isThere(name, lookup)) continue;
        const service = findServiceName(name, lookup.assumptions);
        const isKnown =
          service !== null &&
          !lookup.assumptions.foreignNamespaces.includes(service.namespace) &&
          lookup.find(SERVICES, service.namespace).length > 0;
        report({
          code: 'KIA1004',
          resource,
          path: ['spec', 'egress', at, 'hosts', index],
          certainty: isKnown ? 'wrong' : 'unknown',
          message: `No Service and no ServiceEntry in this text has the host "${name}", so this lets pods reach nothing more${isKnown ? '' : ', unless the mesh has it'}. Write the whole name of a host, or * for all.`,
          settledBy: [{ kind: 'external-host', host: name }],
          data: { host: name },
        });
      }
  },
};

function isThere(name: string, lookup: Lookup): boolean {
  if (isExternalHost(name, lookup.assumptions)) return true;
  if (isWildcard(name)) return lookup.find(REGISTRY_HOSTS_UNDER, name.slice(1)).length > 0;
  return [name, ...wildcardSuffixes(name).map((suffix) => `*${suffix}`)].some(
    (one) => lookup.find(REGISTRY_HOSTS, `${ANYWHERE} ${one}`).length > 0,
  );
}

/** A Sidecar for the whole mesh is for all pods; what may leave the mesh is said in full. As Kiali has it. */
export const sidecarScope: ResourceCheck = {
  name: 'sidecar-scope',
  codes: ['KIA1006', 'KIA1007'],
  about: ['Sidecar.networking.istio.io'],
  reads: [],
  run: (resource, _lookup, report) => {
    if (resource.namespace === ROOT_NAMESPACE && sidecarSelectorOf(resource) !== null)
      report({
        code: 'KIA1006',
        resource,
        path: ['spec', 'workloadSelector'],
        part: 'key',
        message: `A Sidecar in ${ROOT_NAMESPACE} is for all pods of the mesh, but one with a workloadSelector is for pods of ${ROOT_NAMESPACE} alone. Leave the selector out, or put the Sidecar into the namespace of the pods.`,
      });
    const policy = findRecord(recordField(resource.value, 'spec'), 'outboundTrafficPolicy');
    if (policy === null || textField(policy, 'mode') !== null) return;
    report({
      code: 'KIA1007',
      resource,
      path: ['spec', 'outboundTrafficPolicy'],
      part: 'key',
      message:
        'Without a mode this means REGISTRY_ONLY: pods reach only hosts that the mesh knows. Write the mode to be clear.',
    });
  },
};
