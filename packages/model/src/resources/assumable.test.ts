import { describe, expect, test } from 'vitest';
import { type Assumable, assume, describeAssumable } from './assumable.ts';
import { DEFAULT_ASSUMPTIONS } from './assumptions.ts';
import { gatewayOfHelm, gatewayOfSelector, ISTIOCTL_GATEWAY } from './gateway-presets.ts';

const GATEWAY = { name: 'istio-ingressgateway', namespace: 'istio-system' };

describe('[R9] one thing is assumed', () => {
  test.each<[Assumable, string, object]>([
    [
      { kind: 'external-host', host: 'api.example.com' },
      'The host api.example.com exists outside this text',
      { externalHosts: ['api.example.com'] },
    ],
    [
      { kind: 'foreign-namespace', namespace: 'payments' },
      'The namespace payments belongs to another team',
      { foreignNamespaces: ['payments'] },
    ],
    [
      { kind: 'secret', namespace: 'istio-system', name: 'shop-tls' },
      'The Secret shop-tls exists in istio-system',
      { secrets: ['istio-system/shop-tls'] },
    ],
    [
      { kind: 'gateway', gateway: gatewayOfHelm('istio-ingress', 'edge') },
      'A gateway with the labels app=istio-ingress, istio=ingress runs in edge',
      { gateways: [ISTIOCTL_GATEWAY, gatewayOfHelm('istio-ingress', 'edge')] },
    ],
    [
      { kind: 'tls-in-front', gateway: GATEWAY },
      'A load balancer in front of istio-ingressgateway ends TLS',
      { gateways: [{ ...ISTIOCTL_GATEWAY, tlsTerminatedInFront: true }] },
    ],
    [
      { kind: 'gateway-port', gateway: GATEWAY, port: 9443 },
      'The Service istio-ingressgateway has the port 9443, too',
      {
        gateways: [
          {
            ...ISTIOCTL_GATEWAY,
            service: {
              type: 'LoadBalancer',
              ports: [
                { port: 80, targetPort: 8080 },
                { port: 443, targetPort: 8443 },
                { port: 9443, targetPort: 9443 },
              ],
            },
          },
        ],
      },
    ],
  ])('%j: %s', (assumable, words, expected) => {
    expect(describeAssumable(assumable)).toBe(words);
    const once = assume(DEFAULT_ASSUMPTIONS, assumable);
    expect(once).toEqual({ ...DEFAULT_ASSUMPTIONS, ...expected });
    expect(assume(once, assumable)).toEqual(once);
  });
});

describe('[R10] gateways as they are installed', () => {
  test("Helm's chart takes istio- away for the label, and its pods listen where the Service does", () => {
    expect(gatewayOfHelm('istio-ingress', 'istio-ingress')).toEqual({
      name: 'istio-ingress',
      namespace: 'istio-ingress',
      labels: { app: 'istio-ingress', istio: 'ingress' },
      service: {
        type: 'LoadBalancer',
        ports: [
          { port: 80, targetPort: 80 },
          { port: 443, targetPort: 443 },
        ],
      },
      tlsTerminatedInFront: false,
    });
    expect(gatewayOfHelm('edge', 'web').labels).toEqual({ app: 'edge', istio: 'edge' });
  });

  test.each([
    [{ istio: 'ingressgateway' }, 'istio-ingressgateway', 'istio-system'],
    [{ istio: 'ingress' }, 'istio-ingress', 'istio-ingress'],
    [{ app: 'edge', istio: 'edge' }, 'edge', 'edge'],
    [{ team: 'shop' }, 'gateway', 'gateway'],
  ])('the selector %j asks for %s in %s, with its labels', (selector, name, namespace) => {
    const gateway = gatewayOfSelector(selector);
    expect(gateway).toMatchObject({ name, namespace, labels: selector });
  });
});
