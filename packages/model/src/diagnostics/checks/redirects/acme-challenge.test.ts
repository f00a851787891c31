import { describe, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (redirect: string, hosts = 'shop.example.com'): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  servers:
    - {port: {number: 80, name: http, protocol: HTTP}, hosts: [${hosts}], tls: {httpsRedirect: ${redirect}}}
`;

const virtualService = (match: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: solver}
spec:
  hosts: [shop.example.com]
  gateways: [public]
  http:
    - match: [${match}]
      route: [{destination: {host: solver}}]
`;

describe('[A46] a route for the challenge of a certificate', () => {
  const challenge = '{uri: {prefix: /.well-known/acme-challenge/}}';

  test('is behind httpsRedirect, which answers first', () => {
    expectMarked('PTL242', gateway('true') + virtualService(`«${challenge}»`));
  });

  test('is reached without it, and where it is for another host', () => {
    expectMarked('PTL242', gateway('false') + virtualService(challenge));
    expectMarked('PTL242', gateway('true', 'api.example.com') + virtualService(challenge));
    expectMarked('PTL242', gateway('true') + virtualService('{uri: {prefix: /}}'));
  });
});
