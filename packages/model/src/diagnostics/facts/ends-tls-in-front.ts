import type { Assumable } from '../../resources/assumable.ts';
import type { Gateway } from '../../resources/kinds/gateway.ts';
import { matchesSelector } from '../../resources/match-selector.ts';
import type { Lookup } from '../engine/check.ts';

/** Whether it is assumed that a load balancer in front of the Gateway's pods ends TLS. */
export function endsTlsInFront({ selector }: Gateway, { assumptions }: Lookup): boolean {
  return assumptions.gateways.some(
    ({ labels, tlsTerminatedInFront }) => tlsTerminatedInFront && matchesSelector(selector, labels),
  );
}

/** The assumption that it is so, for each of the assumed gateways that run the Gateway. */
export function endTlsInFront(
  { selector }: Gateway,
  { assumptions }: Lookup,
): readonly Assumable[] {
  return assumptions.gateways
    .filter(({ labels }) => matchesSelector(selector, labels))
    .map(({ name, namespace }) => ({ kind: 'tls-in-front', gateway: { name, namespace } }));
}
