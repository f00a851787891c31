import { matchesSelector } from '../../resources/match-selector.ts';
import type { CursorContext } from '../cursor-context.ts';
import { findHostResource } from '../names/known-hosts.ts';
import { type KnownPods, listPods } from '../names/known-pods.ts';
import { looseText } from '../reader/loose-value.ts';

/** A label that pods have. */
export interface LabelIdea {
  readonly key: string;
  readonly value: string;
  readonly detail: string;
}

/** Labels that make sense in a map of labels: those of the pods that it is about, each pair once. */
export function labelIdeas(context: CursorContext): readonly LabelIdea[] {
  const seen = new Set<string>();
  return podsMeant(context).flatMap(({ labels, name }) =>
    Object.entries(labels).flatMap(([key, value]) => {
      const pair = `${key}=${value}`;
      if (seen.has(pair)) return [];
      seen.add(pair);
      return [{ key, value, detail: name }];
    }),
  );
}

/** Of a subset those behind its host, of a Gateway those anywhere, gateways first; else those in the namespace. */
function podsMeant({ snapshot, resource }: CursorContext): readonly KnownPods[] {
  const pods = listPods(snapshot);
  if (resource.kind === 'Gateway') {
    const isGateway = ({ labels }: KnownPods) => 'istio' in labels;
    return [...pods.filter(isGateway), ...pods.filter((one) => !isGateway(one))];
  }
  const near = pods.filter(({ namespace }) => namespace === resource.namespace);
  if (resource.kind !== 'DestinationRule') return near;
  const host = looseText(resource.node, ['spec', 'host']);
  const service = findHostResource(snapshot, host, resource.namespace);
  if (service?.details.type !== 'Service' || service.details.selector === null) return near;
  const { selector } = service.details;
  return pods.filter(
    ({ labels, namespace }) => namespace === service.namespace && matchesSelector(selector, labels),
  );
}
