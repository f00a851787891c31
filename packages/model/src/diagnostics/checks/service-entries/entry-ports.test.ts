import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const entry = (name: string, ports: string, more = '') => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}}
spec:
  hosts: [api.example.com]${more}
  ports: [${ports}]
`;

const port = (protocol: string, number = '443') =>
  `{number: ${number}, name: a, protocol: ${protocol}}`;

const meshConfig = (config: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    ${config}
`;

describe('[A123] a port of a host outside', () => {
  test('has one protocol', () => {
    const found = expectMarked('IST0177', entry('a', port('«HTTP»')) + entry('b', port('«HTTPS»')));
    expect(found[0]).toMatchObject({
      severity: 'warning',
      istioMessage:
        'Multiple ServiceEntries (default/a, default/b) define the same host "api.example.com" and port 443 with conflicting protocols (HTTP, HTTPS).',
    });
    expectMarked('IST0177', entry('a', port('HTTP')) + entry('b', port('HTTPS', '80')));
    expectMarked('IST0177', entry('a', port('HTTP')) + entry('b', port('http')));
  });

  test('counts among those that the same namespaces see', () => {
    const far = '\n  exportTo: [far]';
    expectMarked(
      'IST0177',
      entry('a', port('HTTP'), '\n  exportTo: [near]') + entry('b', port('TLS'), far),
    );
    expectMarked('IST0177', entry('a', port('«HTTP»')) + entry('b', port('«TLS»'), far));
  });

  test('is given once', () => {
    const found = expectMarked(
      'KIA1211',
      entry('a', port('HTTP', '«443»')) + entry('b', port('HTTP', '«443»')),
    );
    expect(found[0]).toMatchObject({
      severity: 'warning',
      related: [{ resource: 'ServiceEntry/default/b' }],
    });
    expectMarked('KIA1211', entry('a', port('HTTP')) + entry('b', port('HTTP', '80')));
  });
});

describe('[A124] the addresses of a host outside', () => {
  test('are needed for TCP, where Istio gives none by itself', () => {
    expect(expectMarked('IST0134', entry('a', port('«TCP»')))).toMatchObject([
      {
        severity: 'info',
        certainty: 'unknown',
        istioMessage: 'ServiceEntry addresses are required for this protocol.',
      },
    ]);
    expectMarked('IST0134', entry('a', '{number: 443, name: «a»}'));
    expectMarked('IST0134', entry('a', port('HTTPS')));
    expectMarked('IST0134', entry('a', port('TCP'), '\n  addresses: [10.0.0.1]'));
  });

  test('depend on the settings of the mesh', () => {
    const on = '{ISTIO_META_DNS_CAPTURE: "true", ISTIO_META_DNS_AUTO_ALLOCATE: "true"}';
    expectMarked(
      'IST0134',
      entry('a', port('TCP')) + meshConfig(`defaultConfig: {proxyMetadata: ${on}}`),
    );
    expect(
      expectMarked('IST0134', entry('a', port('«TCP»')) + meshConfig('defaultConfig: {}')),
    ).toMatchObject([{ severity: 'warning', certainty: 'wrong' }]);
    const operator = `---\napiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: mesh}\nspec: {meshConfig: {defaultConfig: {proxyMetadata: ${on}}}}\n`;
    expectMarked('IST0134', entry('a', port('TCP')) + operator);
  });
});
