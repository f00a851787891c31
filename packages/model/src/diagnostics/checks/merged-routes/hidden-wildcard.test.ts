import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (hosts = '"*"'): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  servers: [{port: {number: 80, name: web, protocol: HTTP}, hosts: [${hosts}]}]
`;

const virtualService = (name: string, hosts: string, ...matches: readonly string[]): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}}
spec:
  hosts: [${hosts}]
  gateways: [public]
  http:
${matches.map((match) => `    - match: [${match}]\n      route: [{destination: {host: ${name}}}]`).join('\n')}
`;

const LOGIN = '{uri: {prefix: /login}}';
const ALL = '{uri: {prefix: /}}';

describe('[A45] a host with a VirtualService of its own', () => {
  test('hides the routes of a wildcard', () => {
    const [finding] = expectMarked(
      'PTL213',
      gateway() +
        virtualService('any', '"*"', LOGIN, ALL) +
        virtualService('shop', '«shop.example.com»', '{uri: {prefix: /cart}}'),
    );
    expect(finding).toMatchObject({
      severity: 'info',
      resource: 'VirtualService/default/shop',
      data: {
        host: 'shop.example.com',
        wildcard: '*',
        other: 'VirtualService/default/any',
        route: 0,
      },
    });
    expect(finding?.message).toContain('"GET /login"');
  });

  test('hides only the nearest wildcard', () => {
    const [finding] = expectMarked(
      'PTL213',
      gateway() +
        virtualService('any', '"*"', ALL) +
        virtualService('below', '"*.example.com"', ALL) +
        virtualService('shop', '«shop.example.com»', '{uri: {prefix: /cart}}'),
    );
    expect(finding?.data).toMatchObject({ wildcard: '*.example.com' });
  });

  test('hides nothing where it answers these requests itself', () => {
    expectMarked(
      'PTL213',
      gateway() +
        virtualService('any', '"*"', LOGIN, ALL) +
        virtualService('shop', 'shop.example.com', ALL),
    );
  });

  test('hides nothing where the Gateway has the host, so that the routes are merged', () => {
    expectMarked(
      'PTL213',
      gateway('"*", shop.example.com') +
        virtualService('any', '"*"', LOGIN, ALL) +
        virtualService('shop', 'shop.example.com', '{uri: {prefix: /cart}}'),
    );
  });

  test('hides nothing of a wildcard for other names', () => {
    expectMarked(
      'PTL213',
      gateway() +
        virtualService('any', '"*.example.org"', LOGIN) +
        virtualService('shop', 'shop.example.com', '{uri: {prefix: /cart}}'),
    );
  });
});
