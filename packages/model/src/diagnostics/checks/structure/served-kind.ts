import type { Resource } from '../../../resources/resource.ts';
import type { FieldDictionary } from '../../../schema/field-dictionary.ts';
import { knownKinds, knownVersions } from '../../../schema/field-dictionary.ts';
import { nearestWords } from '../../../schema/nearest-words.ts';
import { quoted } from '../../../schema/values/quoted.ts';
import type { Finding, ResourceCheck } from '../../engine/check.ts';
import { findRetiredKind } from './retired-kinds.ts';

/** Whether clusters serve the kind under this group and version. */
export const servedKind: ResourceCheck = {
  name: 'served-kind',
  codes: ['PTL113', 'PTL114', 'PTL115'],
  about: 'every',
  reads: [],
  run: (resource, { schema }, report) => {
    const retired = findRetiredKind(resource);
    if (retired !== null)
      report({
        code: 'PTL115',
        resource,
        path: ['kind'],
        message: `${resource.kind} of ${resource.group} is gone. ${retired}`,
      });
    const finding = schema === null || retired !== null ? null : judge(resource, schema.dictionary);
    if (finding !== null) report({ resource, ...finding });
  },
};

type KindFinding = Omit<Finding, 'resource'>;

function judge(resource: Resource, dictionary: FieldDictionary): KindFinding | null {
  const { group, version, kind } = resource;
  if (version === '') return null;
  const versions = knownVersions(dictionary, group, kind);
  if (versions.includes(version)) return null;
  if (versions.length > 0) return describeVersion(resource, versions);
  const kinds = knownKinds(dictionary);
  const elsewhere = kinds.filter((one) => one.kind === kind && !isForeign(group)).reverse();
  if (elsewhere.length > 0) {
    const meant = [...new Map(elsewhere.map((one) => [one.group, one])).values()].map(toApiVersion);
    return {
      code: 'PTL114',
      path: ['apiVersion'],
      message: `${group === '' ? 'Kubernetes itself' : group} has no kind ${kind}. Write apiVersion: ${meant.join(' or ')}.`,
      data: { meant },
    };
  }
  return isIstio(group) ? describeKind(resource, dictionary) : null;
}

function toApiVersion({ group, version }: { group: string; version: string }): string {
  return group === '' ? version : `${group}/${version}`;
}

function describeVersion(
  { group, version, kind }: Resource,
  versions: readonly string[],
): KindFinding {
  const meant = versions.map((one) => toApiVersion({ group, version: one }));
  // What the Gateway API serves is chosen when its kinds are installed.
  const isOpen = group === 'gateway.networking.k8s.io';
  return {
    code: 'PTL113',
    path: ['apiVersion'],
    certainty: isOpen ? 'unknown' : 'wrong',
    message: `${kind} is not served in the version ${quoted(version)}${isOpen ? ' where its kinds are installed as they are released now' : ''}. Write apiVersion: ${meant[0]}.`,
    data: { meant },
  };
}

function describeKind({ group, kind }: Resource, dictionary: FieldDictionary): KindFinding | null {
  const kinds = new Set(
    knownKinds(dictionary)
      .filter((one) => one.group === group)
      .map((one) => one.kind),
  );
  const meant = nearestWords(kind, [...kinds]).slice(0, 2);
  if (meant.length === 0) return null;
  return {
    code: 'PTL114',
    path: ['kind'],
    message: `${group} has no kind ${quoted(kind)}. Did you mean ${meant.join(' or ')}?`,
    data: { meant },
  };
}

function isIstio(group: string): boolean {
  return group === 'istio.io' || group.endsWith('.istio.io');
}

/** Groups of other makers, who may well have a kind of the same name. */
function isForeign(group: string): boolean {
  const isKubernetes = !group.includes('.') || group.endsWith('.k8s.io') || isIstio(group);
  return !isKubernetes || group.endsWith('.x-k8s.io');
}
