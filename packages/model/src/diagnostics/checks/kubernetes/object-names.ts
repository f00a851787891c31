import type { Resource } from '../../../resources/resource.ts';
import { isClusterScoped } from '../../../resources/resource-kind.ts';
import { fieldOf, findRecord, recordField, textField } from '../../../resources/tolerant-value.ts';
import {
  whyNotDnsLabel,
  whyNotLabelKey,
  whyNotLabelValue,
  whyNotNamespace,
  whyNotResourceName,
  whyNotServiceName,
} from '../../../schema/values/name-rules.ts';
import type { Finding, Report, ResourceCheck } from '../../engine/check.ts';
import { kindKey } from '../../engine/relation.ts';
import { isFilledInLater } from '../../facts/is-filled-in-later.ts';

/** Whether name, namespace, labels and annotations are ones that Kubernetes takes. */
export const objectNames: ResourceCheck = {
  name: 'object-names',
  codes: ['PTL120', 'PTL121', 'PTL122'],
  about: 'every',
  reads: [],
  run: (resource, _lookup, report) => {
    const say = (finding: Omit<Finding, 'resource'>, written: string) =>
      report({
        resource,
        ...finding,
        ...(isFilledInLater(written) ? { certainty: 'unknown' } : {}),
      });
    const why = findNameRule(resource)(resource.name);
    if (why !== null)
      say({ code: 'PTL120', path: ['metadata', 'name'], message: why }, resource.name);
    judgeNamespace(resource, say);
    judgeLabels(resource, report);
  },
};

const anything = () => null;

/** Of kinds that have names of their own kind; all others are DNS names. */
const NAME_RULES: Readonly<Record<string, (name: string) => string | null>> = {
  Service: whyNotServiceName,
  Namespace: whyNotDnsLabel,
  // Istio's validation says that it has no dots, in words of its own.
  Gateway: (name) => (/^[A-Za-z0-9-]+(\.|$)/.test(name) ? whyNotResourceName(name) : null),
};

/** In these groups almost anything can be a name: `system:nodes`. */
const FREE_NAMES = /^(?:rbac\.authorization|certificates|apiregistration)\.k8s\.io$/;

/** Groups without a dot are Kubernetes' own; others are files of tools that look alike. */
const BUILT_IN = ['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy'];

function findNameRule(resource: Resource): (name: string) => string | null {
  const { group } = resource;
  const isKubernetes = group.includes('.') || BUILT_IN.includes(group);
  if (!isKubernetes || FREE_NAMES.test(group)) return anything;
  const key = kindKey(resource);
  return (Object.hasOwn(NAME_RULES, key) ? NAME_RULES[key] : undefined) ?? whyNotResourceName;
}

type Say = (finding: Omit<Finding, 'resource'>, written: string) => void;

function judgeNamespace({ value, kind, namespace }: Resource, say: Say): void {
  const path = ['metadata', 'namespace'];
  const written = textField(recordField(value, 'metadata'), 'namespace');
  if (written === null || isClusterScoped(kind)) return;
  const why = whyNotNamespace(namespace);
  if (why !== null) say({ code: 'PTL121', path, message: why }, written);
}

function judgeLabels(resource: Resource, report: Report): void {
  const metadata = recordField(resource.value, 'metadata');
  for (const field of ['labels', 'annotations']) {
    const entries = findRecord(metadata, field);
    for (const key of Object.keys(entries ?? {})) {
      const path = ['metadata', field, key];
      const whyKey = whyNotLabelKey(field === 'labels' ? key : key.toLowerCase());
      if (whyKey !== null) report({ code: 'PTL122', resource, path, message: whyKey, part: 'key' });
      const value = field === 'labels' && entries !== null ? fieldOf(entries, key) : '';
      const whyValue = typeof value === 'string' ? whyNotLabelValue(value) : null;
      if (whyValue === null) continue;
      report({
        code: 'PTL122',
        resource,
        path,
        message: whyValue,
        ...(isFilledInLater(value) ? { certainty: 'unknown' } : {}),
      });
    }
  }
}
