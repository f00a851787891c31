import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (...servers: readonly string[]): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  servers:
${servers.map((one, index) => `    - {hosts: ["*"], port: {number: ${index + 1}, name: p${index}, ${one}}`).join('\n')}
`;

const HTTP = 'protocol: HTTP}';
const TCP = 'protocol: TCP}';
const tls = (protocol: string, mode: string): string => `protocol: ${protocol}}, tls: {${mode}}`;

const virtualService = (routes: string, gateways = 'public'): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [${gateways}]
${routes}
`;

describe('[A43] routes of a VirtualService', () => {
  test.each([
    ['http', tls('HTTPS', 'mode: PASSTHROUGH')],
    ['http', tls('HTTPS', 'credentialName: cert')],
    ['http', tls('TLS', 'mode: SIMPLE')],
    ['http', TCP],
    ['tls', tls('HTTPS', 'mode: SIMPLE')],
    ['tls', tls('TLS', 'mode: MUTUAL')],
    ['tls', HTTP],
    ['tcp', HTTP],
    ['tcp', tls('HTTPS', 'mode: SIMPLE')],
    ['tcp', tls('TLS', 'mode: PASSTHROUGH')],
  ])('%s are not used by a server with %s', (protocol, server) => {
    const [finding] = expectMarked(
      'PTL230',
      virtualService(`  «${protocol}»: [{route: [{destination: {host: a}}]}]`) + gateway(server),
    );
    expect(finding).toMatchObject({ severity: 'error', data: { protocol } });
  });

  test.each([
    ['http', HTTP],
    ['http', 'protocol: grpc}'],
    ['http', tls('HTTPS', 'mode: MUTUAL')],
    ['tls', tls('HTTPS', 'mode: PASSTHROUGH')],
    ['tls', tls('TLS', '')],
    ['tcp', TCP],
    ['tcp', tls('TLS', 'mode: SIMPLE')],
  ])('%s are used by a server with %s', (protocol, server) => {
    expectMarked(
      'PTL230',
      virtualService(`  ${protocol}: [{route: [{destination: {host: a}}]}]`) + gateway(server),
    );
  });

  test('do no harm beside others that are used, but do nothing', () => {
    const text = `  http: [{route: [{destination: {host: a}}]}]\n  «tcp»: [{route: [{destination: {host: a}}]}]`;
    const [finding] = expectMarked('PTL230', virtualService(text) + gateway(HTTP));
    expect(finding?.severity).toBe('warning');
    expectMarked('PTL230', virtualService(text.replace(/[«»]/g, '')) + gateway(HTTP, TCP));
  });

  test('may be used by the mesh, or by a Gateway that is not in the text', () => {
    const text = '  tcp: [{route: [{destination: {host: a}}]}]';
    expectMarked('PTL230', virtualService(text, 'public, mesh') + gateway(HTTP));
    expectMarked('PTL230', virtualService(text, 'public, other/more') + gateway(HTTP));
  });
});
