import type { Resource } from '../../../resources/resource.ts';
import {
  fieldOf,
  findLabels,
  isRecord,
  listField,
  recordField,
} from '../../../resources/tolerant-value.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { findPods, printSelector, READS_OF_PODS } from '../../facts/find-pods.ts';
import { isAmbient, isInMesh } from '../../facts/is-in-mesh.ts';
import { NAMESPACES, NAMESPACES_IN_USE } from '../../relations/namespaces.ts';
import { EVERY } from '../../relations/pods.ts';
import { ROOT_NAMESPACE } from '../../relations/policies.ts';

/**
 * An AuthorizationPolicy: is there a workload of the mesh that it is for, and are the namespaces of
 * its sources there? As Istio's authz.AuthorizationPoliciesAnalyzer has it.
 */
export const policyWorkloads: ResourceCheck = {
  name: 'policy-workloads',
  codes: ['IST0101', 'IST0127'],
  about: ['AuthorizationPolicy.security.istio.io'],
  reads: [...READS_OF_PODS, NAMESPACES, NAMESPACES_IN_USE],
  run: (resource, lookup, report) => {
    checkWorkloads(resource, lookup, report);
    checkNamespaces(resource, lookup, report);
  },
};

function checkWorkloads(resource: Resource, lookup: Lookup, report: Report): void {
  const { namespace, value } = resource;
  const spec = recordField(value, 'spec');
  if (['targetRef', 'targetRefs'].some((field) => fieldOf(spec, field) !== undefined)) return;
  const selector = findLabels(recordField(spec, 'selector'), 'matchLabels');
  const isRoot = namespace === ROOT_NAMESPACE;
  if (isRoot && selector === null) return;
  const pods = findPods(lookup, selector, isRoot ? undefined : namespace);
  if (pods.some(({ resource: pod }) => pod === null || isMeshed(pod, lookup))) return;
  // Whether a pod is in the mesh, its Namespace says.
  const isKnown = lookup.find(NAMESPACES, namespace).length > 0 && !isRoot;
  const printed = printSelector(selector);
  const which = selector === null ? 'workload' : `workload with the labels ${printed}`;
  const where = isRoot ? 'the mesh' : `the namespace ${namespace}`;
  report({
    code: 'IST0127',
    resource,
    path: selector === null ? ['metadata', 'name'] : ['spec', 'selector', 'matchLabels'],
    certainty: isKnown ? 'wrong' : 'unknown',
    message: `No ${which} in ${where} is in the mesh, as far as this text tells, so this policy protects nothing. Correct the labels, or let the namespace's pods get a proxy.`,
    args: [printed],
  });
}

function isMeshed(pod: Resource, lookup: Lookup): boolean {
  const [home] = lookup.find(NAMESPACES, pod.namespace);
  return isInMesh(pod, lookup) || (home !== undefined && isAmbient(home));
}

function checkNamespaces(resource: Resource, lookup: Lookup, report: Report): void {
  const rules = listField(recordField(resource.value, 'spec'), 'rules');
  for (const [rule, one] of rules.entries())
    for (const [from, two] of listField(isRecord(one) ? one : {}, 'from').entries()) {
      const source = recordField(isRecord(two) ? two : {}, 'source');
      for (const field of ['namespaces', 'notNamespaces'])
        for (const [index, name] of listField(source, field).entries()) {
          if (typeof name !== 'string' || isNamespaceThere(name, lookup)) continue;
          const isKnown = lookup.find(NAMESPACES, EVERY).length > 0;
          report({
            code: 'IST0101',
            resource,
            path: ['spec', 'rules', rule, 'from', from, 'source', field, index],
            certainty: isKnown ? 'wrong' : 'unknown',
            message: `There is no namespace "${name}" in this text, so no request comes from there${isKnown ? '' : ' unless the cluster has it'}. Correct the name.`,
            args: ['namespace', name],
            settledBy: [{ kind: 'foreign-namespace', namespace: name }],
            data: { reference: 'namespace', name },
          });
        }
    }
}

/** `*` at either end stands for anything; capital letters make no difference. */
function isNamespaceThere(name: string, lookup: Lookup): boolean {
  const wanted = name.toLowerCase();
  if (wanted === '*' || lookup.assumptions.foreignNamespaces.includes(name)) return true;
  if (lookup.find(NAMESPACES, name).length > 0) return true;
  if (lookup.find(NAMESPACES_IN_USE, name).length > 0) return true;
  return lookup.find(NAMESPACES, EVERY).some(({ name: known }) => {
    if (wanted.endsWith('*')) return known.startsWith(wanted.slice(0, -1));
    return wanted.startsWith('*') ? known.endsWith(wanted.slice(1)) : known === wanted;
  });
}
