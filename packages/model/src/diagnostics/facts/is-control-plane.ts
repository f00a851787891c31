import type { Resource } from '../../resources/resource.ts';

/** Whether it is a part of Istio itself: Istio's analyzers leave those alone. */
export function isControlPlane({ labels }: Resource): boolean {
  return Object.hasOwn(labels, 'istio') || labels.release === 'istio';
}

const GATEWAY_CONTROLLERS: readonly (string | undefined)[] = [
  'istio.io-gateway-controller',
  'istio.io-mesh-controller',
  'istio.io-eastwest-controller',
];

/** Whether Istio made it for a Gateway of the Gateway API. */
export function isManagedGateway({ labels }: Resource): boolean {
  return GATEWAY_CONTROLLERS.includes(labels['gateway.istio.io/managed']);
}
