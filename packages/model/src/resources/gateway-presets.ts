import type { AssumedGateway } from './assumptions.ts';
import type { Labels } from './resource.ts';

/** The ingress gateway as `istioctl install` sets it up: its pods listen on 8080 and 8443. */
export const ISTIOCTL_GATEWAY: AssumedGateway = {
  name: 'istio-ingressgateway',
  namespace: 'istio-system',
  labels: { app: 'istio-ingressgateway', istio: 'ingressgateway' },
  service: {
    type: 'LoadBalancer',
    ports: [
      { port: 80, targetPort: 8080 },
      { port: 443, targetPort: 8443 },
    ],
  },
  tlsTerminatedInFront: false,
};

/**
 * A gateway as Helm's chart `istio/gateway` installs it. The label `istio` is the name of the release
 * without `istio-` in front, and pods listen on the ports of the Service.
 */
export function gatewayOfHelm(release: string, namespace: string): AssumedGateway {
  return {
    name: release,
    namespace,
    labels: { app: release, istio: release.replace(/^istio-/, '') },
    service: {
      type: 'LoadBalancer',
      ports: [
        { port: 80, targetPort: 80 },
        { port: 443, targetPort: 443 },
      ],
    },
    tlsTerminatedInFront: false,
  };
}

/**
 * The gateway that a Gateway with this selector is likely meant for: that of istioctl where it has
 * all of the labels, else one of Helm's chart in a namespace of its own name, with all of them.
 */
export function gatewayOfSelector(selector: Labels): AssumedGateway {
  const { app, istio } = selector;
  if (istio === ISTIOCTL_GATEWAY.labels.istio && app === undefined)
    return { ...ISTIOCTL_GATEWAY, labels: { ...ISTIOCTL_GATEWAY.labels, ...selector } };
  const release = app ?? (istio === undefined ? 'gateway' : `istio-${istio}`);
  const gateway = gatewayOfHelm(release, release);
  return { ...gateway, labels: { ...gateway.labels, ...selector } };
}
