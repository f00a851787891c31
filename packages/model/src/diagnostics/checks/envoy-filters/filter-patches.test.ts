import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const filter = (name: string, operation: string, applyTo = 'HTTP_FILTER', more = '') => `---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: ${name}, namespace: istio-system}
spec:
  ${more}configPatches:
    - applyTo: ${applyTo}
      match: {context: GATEWAY}
      patch: {operation: ${operation}, value: {name: envoy.lua}}
`;

const versioned = (name: string) =>
  filter(name, 'MERGE').replace('context: GATEWAY', 'proxy: {proxyVersion: 1.2.*}');

describe('[A131] a patch of an EnvoyFilter', () => {
  test.each([
    ['IST0153', 'ADD', 'HTTP_ROUTE', 'CLUSTER'],
    ['IST0153', 'ADD', 'ROUTE_CONFIGURATION', 'VIRTUAL_HOST'],
    ['IST0154', 'REMOVE', 'HTTP_ROUTE', 'HTTP_FILTER'],
    ['IST0152', 'REPLACE', 'CLUSTER', 'NETWORK_FILTER'],
    ['IST0152', 'REPLACE', 'HTTP_ROUTE', 'VIRTUAL_HOST'],
  ] as const)('%s: %s goes not with %s, but with %s', (code, operation, bad, good) => {
    const [one] = expectMarked(code, filter('a', `«${operation}»`, bad));
    expect(one).toMatchObject({ severity: 'error', certainty: 'wrong' });
    expectMarked(code, filter('a', operation, good));
  });

  test.each(['INSERT_BEFORE', 'INSERT_AFTER', 'REMOVE', 'REPLACE'])(
    'that goes by other filters (%s) is noted where it has no priority',
    (operation) => {
      const [one] = expectMarked('IST0151', filter('a', `«${operation}»`));
      expect(one).toMatchObject({ severity: 'info' });
      expect(one?.istioMessage).toMatch(/^This EnvoyFilter does not have a priority and has a/);
      expectMarked('IST0151', filter('a', operation, 'HTTP_FILTER', 'priority: 10\n  '));
      expectMarked('IST0151', filter('a', 'INSERT_FIRST'));
    },
  );

  test('is noted otherwise where another one patches the filter for some versions', () => {
    const [one] = expectMarked('IST0155', filter('a', '«REPLACE»') + versioned('b'));
    expect(one).toMatchObject({
      severity: 'info',
      related: [{ resource: 'EnvoyFilter.networking.istio.io/istio-system/b' }],
    });
    expectMarked('IST0151', filter('a', 'REPLACE') + versioned('b'));
    expectMarked('IST0155', filter('a', 'REPLACE') + versioned('b').replace('envoy.lua', 'other'));
  });
});
