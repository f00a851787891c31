import { findServiceName, resolveHost } from '../../../resources/host-name.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels } from '../../../resources/resource.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import { showValue, writeAtFix } from '../fix-field.ts';
import type { Fixable, Fixer } from '../quick-fix.ts';
import { MOST_SUGGESTIONS } from '../references/find-similar.ts';

/** A subset that no pod is in, or that all are in: the labels that set some pods of its host apart. */
export const fixSubsetLabels: Fixer = (fixable) => {
  const { resource, path, diagnostic } = fixable;
  const { details } = resource;
  if (details.type !== 'DestinationRule') return [];
  const subset = details.subsets.find(({ index }) => index === path[2]);
  const pods = podsOf(fixable, details.host);
  if (subset === undefined || pods.length === 0) return [];
  const place = path.slice(0, 3);
  const keys = Object.keys(subset.labels);
  const isEmpty = diagnostic.code === 'KIA0209';
  const wanted = pods
    .map((labels) => pick(labels, isEmpty || keys.length === 0 ? ['version'] : keys))
    .filter((labels) => Object.keys(labels).length > 0)
    .filter((labels) => !isEmpty || labels.version === subset.name)
    .toSorted((one, other) => likeness(other, subset.name) - likeness(one, subset.name));
  const byText = new Map(wanted.map((labels) => [showValue(labels), labels]));
  return [...byText]
    .slice(0, MOST_SUGGESTIONS)
    .map(([text, labels]) =>
      writeAtFix(fixable, [...place, 'labels'], labels, `Write the labels ${text}`),
    );
};

/** The labels of the pods that the host's Service selects. */
function podsOf({ snapshot, resource }: Fixable, host: string): readonly Labels[] {
  const fqdn = resolveHost(host, resource.namespace, snapshot.assumptions);
  const name = findServiceName(fqdn, snapshot.assumptions);
  const service = findResource(snapshot, `Service/${name?.namespace}/${name?.name}`);
  if (service?.details.type !== 'Service' || service.details.selector === null) return [];
  const { selector } = service.details;
  return snapshot.resources.flatMap(({ details, namespace }) =>
    details.type === 'Workload' &&
    namespace === service.namespace &&
    matchesSelector(selector, details.podLabels)
      ? [details.podLabels]
      : [],
  );
}

function pick(labels: Labels, keys: readonly string[]): Labels {
  return Object.fromEntries(
    keys.flatMap((key) => (labels[key] === undefined ? [] : [[key, labels[key]]])),
  );
}

/** The subset is most often named after its version. */
function likeness(labels: Labels, name: string): number {
  return Object.values(labels).includes(name) ? 1 : 0;
}
