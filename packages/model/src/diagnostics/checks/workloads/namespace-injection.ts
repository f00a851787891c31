import { parseDocument } from '../../../documents/parse-document.ts';
import type { Resource } from '../../../resources/resource.ts';
import { fieldOf, isRecord, recordField, textField } from '../../../resources/tolerant-value.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { hasProxy, injectionOf } from '../../facts/is-in-mesh.ts';
import { podOf } from '../../facts/pod-of.ts';
import { INJECTORS } from '../../relations/injectors.ts';
import { NAMESPACES } from '../../relations/namespaces.ts';

const INJECTION = 'istio-injection';
const REVISION = 'istio.io/rev';
const MODE = 'istio.io/dataplane-mode';
const ROOT_NAMESPACE = 'istio-system';

/** Whether a namespace says if its pods get a proxy. As Istio's injection.Analyzer has it. */
export const namespaceInjection: ResourceCheck = {
  name: 'namespace-injection',
  codes: ['IST0102', 'IST0123', 'IST0148'],
  about: ['Namespace'],
  reads: [INJECTORS],
  run: (resource, lookup, report) => {
    const { name, labels } = resource;
    if (name === ROOT_NAMESPACE) return;
    reportSeveral(resource, report);
    if (labels[MODE] === 'ambient') return;
    if ((labels[INJECTION] ?? '') !== '' || labels[REVISION] !== undefined) return;
    const place = { resource, path: ['metadata', 'name'] } as const;
    if (injectsByDefault(lookup, ''))
      report({
        ...place,
        code: 'IST0148',
        message: `Pods of the namespace ${name} get a proxy of Istio, because Istio is installed so that all do.`,
        args: [],
      });
    else
      report({
        ...place,
        code: 'IST0102',
        message: `The namespace ${name} does not say whether its pods get a proxy of Istio, so they get none. Label it istio-injection: enabled, or disabled to say that this is meant.`,
        args: [name, name],
      });
  },
};

/** A pod without a proxy where its namespace says that it has one. As Istio's injection.Analyzer has it. */
export const podProxy: ResourceCheck = {
  name: 'pod-proxy',
  codes: ['IST0103'],
  about: ['Pod'],
  reads: [NAMESPACES],
  run: (resource, lookup, report) => {
    const [namespace] = lookup.find(NAMESPACES, resource.namespace);
    if (namespace?.labels[INJECTION] !== 'enabled' || namespace.name === ROOT_NAMESPACE) return;
    if (namespace.labels[MODE] === 'ambient') return;
    const pod = podOf(resource);
    const isOnHost = fieldOf(recordField(pod, 'spec'), 'hostNetwork') === true;
    if (injectionOf(pod) === 'false' || isOnHost || hasProxy(pod)) return;
    report({
      code: 'IST0103',
      resource,
      path: ['metadata', 'name'],
      message: `The pod ${resource.name} has no proxy of Istio, though its namespace says that pods get one. A pod gets it when it starts: restart it if it runs already.`,
      args: [fullName(resource)],
      related: [
        { resource: namespace.id, path: ['metadata', 'labels', INJECTION], message: 'says so' },
      ],
    });
  },
};

function reportSeveral(resource: Resource, report: Report): void {
  const { labels } = resource;
  const injection = labels[INJECTION];
  const isOpen = injection === undefined || injection === 'enabled';
  const seen = [INJECTION, ...(isOpen ? [REVISION, MODE] : [])].filter(
    (label) => labels[label] !== undefined,
  );
  if (seen.length < 2) return;
  report({
    code: 'IST0123',
    resource,
    path: ['metadata', 'labels', seen[1] ?? ''],
    part: 'key',
    message: `The namespace ${resource.name} says in several labels how its pods take part in the mesh (${seen.join(', ')}). Keep one of them.`,
    args: [seen],
    data: { labels: seen },
  });
}

/** Whether Istio is installed so that pods get a proxy unless their namespace says otherwise. */
function injectsByDefault(lookup: Lookup, revision: string): boolean {
  return lookup.find(INJECTORS, revision).some(({ value }) => {
    const written = textField(recordField(value, 'data'), 'values') ?? '';
    const { value: values } = parseDocument(written);
    const webhook = isRecord(values) ? recordField(values, 'sidecarInjectorWebhook') : {};
    return fieldOf(webhook, 'enableNamespacesByDefault') === true;
  });
}
