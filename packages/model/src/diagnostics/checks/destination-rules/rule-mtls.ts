import { resolveHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import { findRecord, isRecord, listField, recordField } from '../../../resources/tolerant-value.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { RULES_BY_HOST, wildcardsOver } from '../../relations/destination-rules.ts';
import { findMeshConfig, MESH_CONFIGS } from '../../relations/mesh-config.ts';
import { PEER_AUTHENTICATIONS, peerMode, ROOT_NAMESPACE } from '../../relations/policies.ts';

/**
 * Mutual TLS that a DestinationRule turns off without saying so, or against what the pods ask for.
 * As Kiali has it.
 */
export const ruleMtls: ResourceCheck = {
  name: 'rule-mtls',
  codes: ['KIA0204', 'KIA0205', 'KIA0206', 'KIA0207', 'KIA0208'],
  about: ['DestinationRule'],
  reads: [RULES_BY_HOST, PEER_AUTHENTICATIONS, MESH_CONFIGS],
  run: (resource, lookup, report) => {
    checkOverridden(resource, lookup, report);
    checkPolicies(resource, lookup, report);
  },
};

function checkOverridden(resource: Resource, lookup: Lookup, report: Report): void {
  const { details, namespace, value } = resource;
  const policy = findRecord(recordField(value, 'spec'), 'trafficPolicy');
  if (details.type !== 'DestinationRule' || policy === null) return;
  const isSaid =
    findRecord(policy, 'tls') !== null ||
    listField(policy, 'portLevelSettings').some(
      (setting) => isRecord(setting) && findRecord(setting, 'tls') !== null,
    );
  if (isSaid) return;
  const host = resolveHost(details.host, namespace, lookup.assumptions);
  const other = [host, ...wildcardsOver(host)]
    .flatMap((one) => lookup.find(RULES_BY_HOST, one))
    .find(
      (one) =>
        one.id !== resource.id &&
        one.details.type === 'DestinationRule' &&
        one.details.tlsMode === 'ISTIO_MUTUAL',
    );
  if (other === undefined) return;
  report({
    code: 'KIA0204',
    resource,
    path: ['spec', 'trafficPolicy'],
    part: 'key',
    message: `The DestinationRule ${fullName(other)} asks for mutual TLS, and this one for the same host says nothing of it: one replaces the other as a whole. Add tls: {mode: ISTIO_MUTUAL} here.`,
    related: [
      {
        resource: other.id,
        path: ['spec', 'trafficPolicy', 'tls', 'mode'],
        message: 'asks for mutual TLS',
      },
    ],
  });
}

/** A wildcard over the whole mesh, or over a namespace, against the PeerAuthentications there. */
function checkPolicies(resource: Resource, lookup: Lookup, report: Report): void {
  const { details } = resource;
  if (details.type !== 'DestinationRule') return;
  const scope = scopeOf(details.host, lookup.assumptions.clusterDomain);
  if (scope === null) return;
  const isMesh = scope === ROOT_NAMESPACE;
  const policies = [...new Set([scope, ROOT_NAMESPACE])].flatMap((namespace) =>
    lookup.find(PEER_AUTHENTICATIONS, namespace),
  );
  const place = { resource, path: ['spec', 'trafficPolicy', 'tls', 'mode'] } as const;
  const where = isMesh ? 'the mesh' : `the namespace ${scope}`;
  if (details.tlsMode === 'DISABLE') {
    const strict = policies.find((policy) => peerMode(policy) === 'STRICT');
    if (strict === undefined) return;
    report({
      ...place,
      code: isMesh ? 'KIA0208' : 'KIA0207',
      message: `TLS is turned off here, but the PeerAuthentication ${fullName(strict)} lets nothing else into the pods of ${where}: connections are reset. Make it PERMISSIVE, or leave mutual TLS on.`,
      related: [{ resource: strict.id, path: ['spec', 'mtls', 'mode'], message: 'asks for TLS' }],
    });
  }
  if (details.tlsMode !== 'ISTIO_MUTUAL') return;
  const config = findMeshConfig(lookup);
  if (config === null || config.enableAutoMtls !== false) return;
  if (policies.some((policy) => ['STRICT', 'PERMISSIVE'].includes(peerMode(policy) ?? ''))) return;
  report({
    ...place,
    code: isMesh ? 'KIA0205' : 'KIA0206',
    message: `Mutual TLS is asked for here, but no PeerAuthentication turns it on for the pods of ${where}. Add one.`,
  });
}

/** The namespace for whose pods the host stands; the root namespace for the whole mesh; null for others. */
function scopeOf(host: string, domain: string): string | null {
  if (host === `*.${domain.split('.').at(-1)}`) return ROOT_NAMESPACE;
  const suffix = `.svc.${domain}`;
  const namespace =
    host.startsWith('*.') && host.endsWith(suffix) ? host.slice(2, -suffix.length) : '';
  return namespace === '' || namespace.includes('.') ? null : namespace;
}
