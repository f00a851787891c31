import type { Judge } from '../judge.ts';
import { judgeDomain } from '../parts/domain-name.ts';
import { judgeConnectionPool } from '../parts/judge-connection-pool.ts';
import { judgeSelector } from '../parts/judge-selector.ts';
import { at, isEmptyList, isSet, type Place, textOf } from '../place.ts';
import { judgeDestination } from '../virtual-service/judge-destination.ts';
import { judgeEgress } from './judge-egress.ts';
import { judgeIngress } from './judge-ingress.ts';

/** All that Istio's validation says of a Sidecar. */
export function validateSidecar(judge: Judge, manifest: Place): void {
  const spec = at(manifest, 'spec');
  const selector = at(spec, 'workloadSelector');
  const around = ['sidecar: ', ', will be applied to all services in namespace'] as const;
  if (!judgeSelector(judge, selector, at(selector, 'labels'), around)) return;
  const isEmpty =
    isEmptyList(at(spec, 'egress')) &&
    isEmptyList(at(spec, 'ingress')) &&
    !isSet(at(spec, 'outboundTrafficPolicy')) &&
    !isSet(at(spec, 'inboundConnectionPool'));
  if (isEmpty) {
    judge.refuse(
      spec,
      'sidecar: empty configuration provided',
      'This Sidecar sets nothing. Add egress, ingress or outboundTrafficPolicy.',
    );
    return;
  }
  judgeIngress(judge, at(spec, 'ingress'));
  judgeConnectionPool(judge, at(spec, 'inboundConnectionPool'));
  judgeEgress(judge, at(spec, 'egress'));
  judgeEgressProxy(judge, at(spec, 'outboundTrafficPolicy'));
}

function judgeEgressProxy(judge: Judge, policy: Place): void {
  const proxy = at(policy, 'egressProxy');
  if (!isSet(proxy)) return;
  if (textOf(at(policy, 'mode')) !== 'ALLOW_ANY') {
    judge.refuse(
      proxy,
      'sidecar: egress_proxy must be set only with ALLOW_ANY outbound_traffic_policy mode',
      'An egressProxy gets what the mesh does not know, and without mode: ALLOW_ANY nothing of that is let out.',
    );
    return;
  }
  judgeDomain(judge, at(proxy, 'host'));
  if (!isSet(at(proxy, 'port'))) {
    judge.refuse(
      at(proxy, 'port'),
      'sidecar: egress_proxy port must be non-nil',
      'The egressProxy has no port. Write its number.',
    );
    return;
  }
  judgeDestination(judge, proxy);
}
