import { expect, test } from 'vitest';
import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../../resources/assumptions.ts';
import { gatewayOfHelm } from '../../resources/gateway-presets.ts';
import { type AssumedText, findOddAssumptions, whyNotAssumed } from './assumption-rules.ts';

test.each<[AssumedText, readonly string[], readonly string[]]>([
  [
    'external-host',
    ['api.example.com', '*.example.com'],
    ['', '*', 'http://a.b', 'a b', '1.2.3.4'],
  ],
  ['secret', ['istio-system/shop-tls', 'a/b.c'], ['shop-tls', 'a/b/c', '/b', 'a/', 'A/b']],
  ['cluster-domain', ['cluster.local', ''], ['*.local', 'a b', '.']],
  ['label', ['istio=ingress', 'a.io/b=', 'a=b'], ['istio', '=b', 'a=b=c', 'a=b c']],
])('[R11] a %s is what a cluster can have', (what, good, bad) => {
  expect(good.map((text) => whyNotAssumed(what, text))).toEqual(good.map(() => null));
  for (const text of bad) expect(whyNotAssumed(what, text), text).toMatch(/\w \w/);
});

test.each<[Partial<Assumptions>, string]>([
  [{ defaultNamespace: 'No' }, 'defaultNamespace: '],
  [{ clusterDomain: 'a b' }, 'clusterDomain: '],
  [{ externalHosts: ['a.b', '*'] }, 'externalHosts[1]: '],
  [{ foreignNamespaces: ['a/b'] }, 'foreignNamespaces[0]: '],
  [{ secrets: ['shop-tls'] }, 'secrets[0]: '],
  [{ gateways: [gatewayOfHelm('Edge', 'web')] }, 'gateways[0]: '],
  [{ gateways: [{ ...gatewayOfHelm('edge', 'web'), labels: { a: 'b c' } }] }, 'gateways[0]: '],
])('[R11] what no cluster can have is said with its field: %j', (odd, field) => {
  const found = findOddAssumptions({ ...DEFAULT_ASSUMPTIONS, ...odd });
  expect(found).toHaveLength(1);
  expect(found[0]?.startsWith(field)).toBe(true);
});

test('[R11] nothing is odd about the defaults', () => {
  expect(findOddAssumptions(DEFAULT_ASSUMPTIONS)).toEqual([]);
});
