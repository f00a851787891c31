import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';
import { DEFAULT_ASSUMPTIONS } from '../../../resources/assumptions.ts';

const redirecting = (value: string, hosts = 'shop.example.com'): string =>
  `{port: {number: 80, name: http, protocol: HTTP}, hosts: ["${hosts}"], tls: {httpsRedirect: ${value}}}`;

const https = (hosts: string): string =>
  `{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["${hosts}"], tls: {mode: SIMPLE, credentialName: cert}}`;

const gateway = (...servers: readonly string[]): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers: [${servers.join(', ')}]
`;

const BEHIND_TLS = {
  gateways: DEFAULT_ASSUMPTIONS.gateways.map((one) => ({ ...one, tlsTerminatedInFront: true })),
};

describe('[A46] httpsRedirect', () => {
  test('never ends where TLS ends in front, as is assumed', () => {
    const text = gateway(redirecting('«true»'), https('shop.example.com'));
    const [finding] = expectMarked('PTL240', text, BEHIND_TLS);
    expect(finding).toMatchObject({
      severity: 'error',
      certainty: 'wrong',
      data: { assumption: 'gateways' },
    });
    expectMarked('PTL240', text.replace(/[«»]/g, ''));
    expectMarked('PTL240', text.replace('«true»', 'false'), BEHIND_TLS);
  });

  test('may never end where the load balancer has a certificate', () => {
    const service = (protocol: string): string => `---
apiVersion: v1
kind: Service
metadata:
  name: istio-ingressgateway
  namespace: istio-system
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn
    service.beta.kubernetes.io/aws-load-balancer-backend-protocol: ${protocol}
spec:
  selector: {istio: ingressgateway}
`;
    const text = gateway(redirecting('«true»'));
    const [finding] = expectMarked('PTL240', text + service('http'));
    expect(finding).toMatchObject({ severity: 'warning', certainty: 'unknown' });
    expectMarked('PTL240', text.replace(/[«»]/g, '') + service('ssl'));
  });

  test('needs a server that takes https for the host, in any Gateway', () => {
    const [finding] = expectMarked('PTL241', gateway(redirecting('«true»')));
    expect(finding).toMatchObject({ severity: 'warning', data: { hosts: ['shop.example.com'] } });
    expectMarked('PTL241', gateway(redirecting('«true»'), https('api.example.com')));
    expectMarked('PTL241', gateway(redirecting('true'), https('*.example.com')));
    expectMarked('PTL241', gateway(redirecting('true', '*'), https('other/shop.example.com')));
    expectMarked('PTL241', gateway(redirecting('true')), BEHIND_TLS);
  });

  test('may find one in a namespace outside of the text', () => {
    const [finding] = expectMarked('PTL241', gateway(redirecting('«true»')), {
      foreignNamespaces: ['edge'],
    });
    expect(finding).toMatchObject({ severity: 'info', data: { assumption: 'foreignNamespaces' } });
  });
});
