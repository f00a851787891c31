import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const rule = (name: string, host: string, more = '') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${name}}
spec:
  host: ${host}${more}
`;

const subsets = (...names: readonly string[]) =>
  `\n  subsets: [${names.map((name) => `{name: ${name}, labels: {v: a}}`).join(', ')}]`;
const tls = (mode: string) => `\n  trafficPolicy: {tls: {mode: ${mode}}}`;

const peer = (mode: string, namespace = 'istio-system') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: peers, namespace: ${namespace}}
spec: {mtls: {mode: ${mode}}}
`;

describe('[A147] a host', () => {
  test('has one DestinationRule', () => {
    const whole = 'cart.default.svc.cluster.local';
    expect(
      expectMarked('KIA0201', rule('a', '«cart»') + rule('b', `«${whole}»`, subsets('v1'))),
    ).toMatchObject([
      { severity: 'warning' },
      { related: [{ resource: 'DestinationRule/default/a' }] },
    ]);
    expectMarked(
      'KIA0201',
      rule('a', '«cart»', subsets('v1', 'v2')) + rule('b', '«cart»', subsets('v1')),
    );
    expectMarked('KIA0201', rule('a', 'cart', subsets('v1')) + rule('b', 'cart', subsets('v2')));
    expectMarked('KIA0201', rule('a', 'cart') + rule('b', 'pay'));
    const some = '\n  workloadSelector: {matchLabels: {app: a}}';
    expectMarked('KIA0201', rule('a', 'cart') + rule('b', 'cart', some));
  });

  test('under a wildcard follows its own, which is noted', () => {
    expect(
      expectMarked('KIA0201', rule('a', '«cart»') + rule('b', '"*.svc.cluster.local"')),
    ).toMatchObject([{ severity: 'info' }]);
    expectMarked('KIA0201', rule('a', 'cart') + rule('b', '"*.local"', tls('ISTIO_MUTUAL')));
  });
});

describe('[A148] mutual TLS of a wildcard', () => {
  test('is not lost beside other settings of a host', () => {
    const wide = rule('b', '"*.local"', tls('ISTIO_MUTUAL'));
    const policy = '\n  «trafficPolicy»: {loadBalancer: {simple: RANDOM}}';
    expectMarked('KIA0204', rule('a', 'cart', policy) + wide);
    expectMarked('KIA0204', rule('a', 'cart', tls('DISABLE')) + wide);
    expectMarked('KIA0204', rule('a', 'cart') + wide);
    expectMarked('KIA0204', rule('a', 'cart', policy.replaceAll(/[«»]/g, '')));
  });

  test('is not turned off where pods accept nothing else', () => {
    const off = (host: string, mode: string) => rule('a', host, tls(mode));
    expectMarked('KIA0208', off('"*.local"', '«DISABLE»') + peer('STRICT'));
    expectMarked('KIA0208', off('"*.local"', 'DISABLE') + peer('PERMISSIVE'));
    const shop = '"*.shop.svc.cluster.local"';
    expectMarked('KIA0207', off(shop, '«DISABLE»') + peer('STRICT', 'shop'));
    expectMarked('KIA0207', off(shop, 'DISABLE') + peer('STRICT', 'other'));
  });

  test('needs a policy where Istio does not turn it on by itself', () => {
    const config = (auto: string) =>
      `---\napiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: mesh}\nspec: {meshConfig: {enableAutoMtls: ${auto}}}\n`;
    const mesh = (mode: string) => rule('a', '"*.local"', tls(mode));
    expectMarked('KIA0205', mesh('«ISTIO_MUTUAL»') + config('false'));
    expectMarked('KIA0205', mesh('ISTIO_MUTUAL') + config('true'));
    expectMarked('KIA0205', mesh('ISTIO_MUTUAL') + config('false') + peer('STRICT'));
    const shop = (mode: string) => rule('a', '"*.shop.svc.cluster.local"', tls(mode));
    expectMarked('KIA0206', shop('«ISTIO_MUTUAL»') + config('false'));
    expectMarked('KIA0206', shop('ISTIO_MUTUAL') + config('false') + peer('PERMISSIVE', 'shop'));
  });
});

describe('[A149] a subset', () => {
  test('has labels', () => {
    const one = (labels: string) => rule('a', 'cart', `\n  subsets: [{${labels}}]`);
    expect(expectMarked('KIA0209', one('name: «v1»'))).toMatchObject([{ severity: 'info' }]);
    expectMarked('KIA0209', one('name: v1, labels: {v: one}'));
  });
});

describe('[A150] a namespace of exportTo', () => {
  test('is there', () => {
    const shop = '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
    const text = (name: string) => rule('a', 'cart', `\n  exportTo: [${name}]`);
    expect(expectMarked('KIA0005', text('«ship»') + shop)).toMatchObject([{ severity: 'error' }]);
    expect(expectMarked('KIA0005', text('«ship»'))).toMatchObject([{ certainty: 'unknown' }]);
    for (const name of ['shop', '.', '"*"', 'default', 'istio-system'])
      expectMarked('KIA0005', text(name) + shop);
  });
});
