import { type AssumedGateway, DEFAULT_ASSUMPTIONS } from '../../resources/assumptions.ts';
import type { Labels } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';

const [ISTIO_GATEWAY] = DEFAULT_ASSUMPTIONS.gateways;
const BARE_GATEWAY: AssumedGateway = {
  name: 'istio-ingressgateway',
  namespace: 'istio-system',
  labels: { istio: 'ingressgateway' },
  service: null,
  tlsTerminatedInFront: false,
};

/** The gateway workload that a new Gateway or LoadBalancer is for: the first assumed one. */
export function assumedGateway({ assumptions }: Snapshot): AssumedGateway {
  return assumptions.gateways[0] ?? ISTIO_GATEWAY ?? BARE_GATEWAY;
}

/** The labels by which a Gateway picks gateway pods: `istio` alone where they have it, as in Istio's own samples. */
export function gatewaySelector(labels: Labels): Labels {
  const { istio } = labels;
  return istio === undefined ? labels : { istio };
}
