import { matchesSelector } from '../../resources/match-selector.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Pods that run alike: those of a workload of the text, or of a gateway that is assumed to run. */
export interface KnownPods {
  readonly labels: Labels;
  readonly namespace: string;
  readonly name: string;
  /** null: an assumed gateway. */
  readonly resource: Resource | null;
}

/** All pods that are known, those of the text first. */
export function listPods({ resources, assumptions }: Snapshot): readonly KnownPods[] {
  const written = resources.flatMap((resource): readonly KnownPods[] => {
    const { details, namespace, name } = resource;
    return details.type === 'Workload'
      ? [{ labels: details.podLabels, namespace, name, resource }]
      : [];
  });
  const assumed = assumptions.gateways.map(({ labels, namespace, name }) => ({
    ...{ labels, namespace, name },
    resource: null,
  }));
  return [...written, ...assumed];
}

/** The pods that have all labels of a selector; those of one namespace, or of all. */
export function pickPods(
  snapshot: Snapshot,
  selector: Labels,
  namespace: string | null,
): readonly KnownPods[] {
  return listPods(snapshot).filter(
    (pods) =>
      (namespace === null || pods.namespace === namespace) &&
      matchesSelector(selector, pods.labels),
  );
}
