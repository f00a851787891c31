import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { stemOf } from '../../commands/additions/addition.ts';

/**
 * The Secret that a server of the Gateway is likely to use: one that the Gateway names already, the
 * only one where its pods run, or one that is called after it.
 */
export function credentialFor(snapshot: Snapshot, gateway: Resource): string {
  const own = gateway.details.type === 'Gateway' ? gateway.details : null;
  const named = new Set(own?.servers.flatMap(({ tls }) => tls?.credentialName ?? []));
  const [first, ...others] = named.size > 0 ? named : secretsNear(snapshot, gateway);
  return first !== undefined && others.length === 0 ? first : `${stemOf(gateway.name)}-tls`;
}

/** Names of the Secrets in the namespaces where the Gateway's pods run. */
function secretsNear({ resources, assumptions }: Snapshot, gateway: Resource): readonly string[] {
  const selector = gateway.details.type === 'Gateway' ? gateway.details.selector : null;
  const pods = resources.flatMap(({ details, namespace }) =>
    details.type === 'Workload' && matchesSelector(selector, details.podLabels) ? [namespace] : [],
  );
  const assumed = assumptions.gateways.flatMap(({ labels, namespace }) =>
    matchesSelector(selector, labels) ? [namespace] : [],
  );
  const homes = pods.length > 0 ? pods : assumed;
  return resources
    .filter(({ details, namespace }) => details.type === 'Secret' && homes.includes(namespace))
    .map(({ name }) => name);
}
