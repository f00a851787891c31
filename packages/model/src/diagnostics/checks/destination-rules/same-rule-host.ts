import { resolveHost } from '../../../resources/host-name.ts';
import type { DestinationRule } from '../../../resources/kinds/destination-rule.ts';
import type { Resource } from '../../../resources/resource.ts';
import { findRecord, recordField } from '../../../resources/tolerant-value.ts';
import type { Finding, GroupCheck, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { RULES_BY_HOST, wildcardsOver } from '../../relations/destination-rules.ts';

const MOST = 20;

/** DestinationRules of one host that say something of the same subset, or of the whole host. As Kiali has it. */
export const sameRuleHost: GroupCheck = {
  name: 'same-rule-host',
  codes: ['KIA0201'],
  about: RULES_BY_HOST,
  reads: [],
  runGroup: ({ key, resources }, _lookup, report) => {
    const rules = resources.filter((resource) => counts(resource));
    for (const resource of rules) {
      const others = findSharing(resource, rules);
      if (others.length > 0) report(describe(resource, others, `for "${key}" too`, 'warning'));
    }
  },
};

/** A DestinationRule of a wildcard beside one of a host under it: for that host it does not count. As Kiali has it. */
export const wideRuleHost: ResourceCheck = {
  name: 'wide-rule-host',
  codes: ['KIA0201'],
  about: ['DestinationRule'],
  reads: [RULES_BY_HOST],
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'DestinationRule' || !counts(resource)) return;
    const host = resolveHost(details.host, namespace, lookup.assumptions);
    const wide = wildcardsOver(host)
      .flatMap((wildcard) => lookup.find(RULES_BY_HOST, wildcard))
      .filter((other) => counts(other) && !isMeshWide(other, lookup.assumptions.clusterDomain));
    const others = findSharing(resource, wide);
    if (others.length > 0)
      report(
        describe(
          resource,
          others,
          `for a wildcard over "${host}", and does not count here`,
          'info',
        ),
      );
  },
};

/** One that is for some workloads only stands beside others. */
function counts({ value, details }: Resource): boolean {
  return (
    details.type === 'DestinationRule' &&
    findRecord(recordField(value, 'spec'), 'workloadSelector') === null
  );
}

/** Mutual TLS for everything is meant to be replaced where a host says otherwise. */
function isMeshWide({ details, namespace }: Resource, domain: string): boolean {
  if (details.type !== 'DestinationRule' || details.tlsMode !== 'ISTIO_MUTUAL') return false;
  return [`*.${domain.split('.').at(-1)}`, `*.${namespace}.svc.${domain}`].includes(details.host);
}

function findSharing(resource: Resource, rules: readonly Resource[]): readonly Resource[] {
  const found: Resource[] = [];
  for (const other of rules) {
    if (found.length > MOST) break;
    if (other.id === resource.id) continue;
    if (resource.details.type !== 'DestinationRule' || other.details.type !== 'DestinationRule')
      continue;
    if (sharesSubset(resource.details, other.details)) found.push(other);
  }
  return found;
}

function sharesSubset(
  { subsets: one }: DestinationRule,
  { subsets: other }: DestinationRule,
): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return one.some(({ name }) => other.some((subset) => subset.name === name));
}

function describe(
  resource: Resource,
  others: readonly Resource[],
  what: string,
  severity: 'warning' | 'info',
): Finding {
  return {
    code: 'KIA0201',
    resource,
    path: ['spec', 'host'],
    severity,
    message: `The DestinationRule ${others.slice(0, MOST).map(fullName).join(', ')} is ${what}. ${severity === 'warning' ? 'Istio takes the settings of the first, and of a subset the first one of its name: put them into one DestinationRule.' : 'Repeat here what should count.'}`,
    related: others.slice(0, MOST).map(({ id }) => ({
      resource: id,
      path: ['spec', 'host'],
      message: 'the other one is here',
    })),
  };
}
