import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (servers: string, name = '«public»'): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: edge}
spec:
  servers: [${servers}]
`;

const virtualService = (hosts: string, gateways: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [${hosts}]
  gateways: [${gateways}]
`;

const server = (hosts: string, port = '80', protocol = 'HTTP', more = ''): string =>
  `{port: {number: ${port}, name: p${port}, protocol: ${protocol}}, hosts: ${hosts}${more}}`;

describe('[A42] a Gateway', () => {
  test('without a VirtualService answers nothing', () => {
    const [finding] = expectMarked(
      'PTL205',
      gateway(server('["*"]')) + virtualService('"*"', 'edge/other'),
    );
    expect(finding).toMatchObject({ severity: 'warning', certainty: 'wrong' });
    expectMarked(
      'PTL205',
      gateway(server('["*"]'), 'public') + virtualService('"*"', 'edge/public'),
    );
  });

  test('may have one outside of the text', () => {
    const unknown = {
      certainty: 'unknown',
      severity: 'info',
      data: { assumption: 'foreignNamespaces' },
    };
    expect(expectMarked('PTL205', gateway(server('["*"]')))).toMatchObject([unknown]);
    const assumed = { foreignNamespaces: ['team'] };
    const text = gateway(server('["*"]')) + virtualService('"*"', 'edge/other');
    expect(expectMarked('PTL205', text, assumed)).toMatchObject([unknown]);
  });

  test('needs none where it redirects, or finds Services by itself', () => {
    const redirect = server('["*"]', '80', 'HTTP', ', tls: {httpsRedirect: true}');
    const auto = server('["*.local"]', '15443', 'TLS', ', tls: {mode: AUTO_PASSTHROUGH}');
    expectMarked('PTL205', gateway(`${redirect}, ${auto}`, 'public'));
  });

  test('has a server that no VirtualService is for', () => {
    const servers = `${server('["*.example.com"]')}, ${server('«[a.example.org, team/shop.example.com]»', '81')}`;
    expectMarked(
      'PTL206',
      gateway(servers, 'public') + virtualService('shop.example.com', 'edge/public'),
    );
    expectMarked(
      'PTL206',
      gateway(`${server('["*.example.com"]')}, ${server('[a.example.org]', '81')}`, 'public') +
        virtualService('shop.example.com, "*.example.org"', 'edge/public'),
    );
  });
});
