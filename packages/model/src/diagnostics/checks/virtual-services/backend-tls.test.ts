import { describe, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const service = (port: string): string => `---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80, name: http}, {port: 443, ${port}}]}
`;

const ENTRY = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: api}
spec: {hosts: [api.example.com], ports: [{number: 443, name: tls, protocol: HTTPS}]}
`;

const rule = (host: string, policy: string): string => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: rule}
spec: {host: "${host}", ${policy}}
`;

const virtualService = (routes: string, gateways = 'public'): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web}
spec:
  hosts: [shop.example.com]
  gateways: [${gateways}]
  ${routes}
`;

const http = (destination: string): string => `http: [{route: [{destination: ${destination}}]}]`;
const tls = (host: string): string =>
  `tls: [{match: [{sniHosts: [shop.example.com]}], route: [{destination: {host: ${host}}}]}]`;

const SIMPLE = 'trafficPolicy: {tls: {mode: SIMPLE}}';

describe('[A52] plain http', () => {
  test('does not go to a port for https', () => {
    const text = virtualService(http('{host: web, port: {number: «443»}}'));
    expectMarked('PTL271', text + service('name: https'));
    expectMarked('PTL271', text + service('name: https-web'));
    expectMarked('PTL271', text + service('name: web, appProtocol: https'));
    expectMarked('PTL271', virtualService(http('{host: «api.example.com»}')) + ENTRY);
  });

  test('goes to a port for http, or one whose protocol is not said', () => {
    expectMarked(
      'PTL271',
      virtualService(http('{host: web, port: {number: 80}}')) + service('name: https'),
    );
    expectMarked(
      'PTL271',
      virtualService(http('{host: web, port: {number: 443}}')) + service('name: web'),
    );
  });

  test('becomes https by a DestinationRule', () => {
    const text = virtualService(http('{host: web, port: {number: 443}}')) + service('name: https');
    expectMarked('PTL271', text + rule('web', SIMPLE));
    expectMarked('PTL271', text + rule('*.svc.cluster.local', SIMPLE));
    const byPort =
      'trafficPolicy: {portLevelSettings: [{port: {number: 443}, tls: {mode: MUTUAL}}]}';
    expectMarked('PTL271', text + rule('web', byPort));
    expectMarked('PTL271', text + rule('web', `subsets: [{name: v1, ${SIMPLE}}]`));
  });

  test('is not what a pod of the mesh sends to such a port', () => {
    const text = virtualService(http('{host: web, port: {number: 443}}'), 'mesh');
    expectMarked('PTL271', text + service('name: https'));
  });
});

describe('[A52] what the client has encrypted', () => {
  test('is not encrypted once more', () => {
    expectMarked(
      'PTL272',
      virtualService(tls('«web»')) + service('name: https') + rule('web', SIMPLE),
    );
  });

  test('is sent on as it is', () => {
    expectMarked('PTL272', virtualService(tls('web')) + service('name: https'));
    const mutual = 'trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}';
    expectMarked('PTL272', virtualService(tls('web')) + rule('web', mutual));
    expectMarked('PTL272', virtualService(http('{host: web}')) + rule('web', SIMPLE));
  });
});
