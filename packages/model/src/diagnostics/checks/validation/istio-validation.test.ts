import { expect, test } from 'vitest';
import { buildSnapshot } from '../../../snapshot.ts';
import { diagnoseSnapshot } from '../../../snapshot-diagnoser.ts';
import { listDiagnostics } from '../../../snapshot-diagnosis.ts';
import { loadSchema } from '../../load-schema.ts';

const schema = await loadSchema();

test('[A51] a warning that Istio loses on its way has a code of its own', () => {
  const text = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec:
  host: cart
  subsets:
    - name: v1
      labels: {version: v1}
      trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}
`;
  const found = listDiagnostics(diagnoseSnapshot(buildSnapshot(text)));
  expect(found.filter(({ code }) => code === 'PTL160')).toEqual([
    expect.objectContaining({
      istioMessage: null,
      place: {
        path: ['spec', 'subsets', 0, 'trafficPolicy', 'outlierDetection', 'consecutiveErrors'],
        part: 'key',
      },
    }),
  ]);
  expect(found.filter(({ code }) => code === 'IST0133')).toEqual([]);
});

/** What Istio's validation says of a resource with this spec, by code and Istio's own words. */
function said(kind: string, spec: string): readonly string[] {
  const version = kind === 'EnvoyFilter' ? 'v1alpha3' : 'v1';
  const text = `apiVersion: networking.istio.io/${version}\nkind: ${kind}\nmetadata: {name: one}\nspec: ${spec}\n`;
  return listDiagnostics(diagnoseSnapshot(buildSnapshot(text), schema))
    .filter(({ code }) => code === 'IST0106' || code === 'IST0133')
    .map(({ code, data }) => `${code} ${String(data.rule)}`)
    .toSorted();
}

test.each([
  ['{address: 1.2.3.4, ports: {http: 8080}}', []],
  ['{address: vm.example.com}', []],
  ['{}', ['IST0106 address is required']],
  ['{network: far}', ['IST0133 address is unset with network "far"']],
  [
    '{address: "no name"}',
    ['IST0106 endpoint address "no name" is not a valid FQDN or an IP address'],
  ],
  ['{address: unix:///run/a}', []],
  ['{address: unix://a}', ['IST0106 a is not an absolute path to a file']],
  [
    '{address: unix:///run/a, ports: {http: 80}}',
    ['IST0106 unix endpoint unix:///run/a must not include ports'],
  ],
  [
    '{address: 1.2.3.4, ports: {http: 70000}}',
    ['IST0106 port number 70000 must be in the range 1..65535'],
  ],
])('[A50] a WorkloadEntry %s (ValidateWorkloadEntry)', (spec, expected) => {
  expect(said('WorkloadEntry', spec)).toEqual(expected);
});

test.each([
  ['{template: {}}', []],
  ['{}', ['IST0106 template is required']],
  ['{template: {}, probe: {httpGet: {port: 80}}}', []],
  ['{template: {}, probe: {periodSeconds: 5}}', ['IST0106 unknown health check method <nil>']],
  [
    '{template: {}, probe: {failureThreshold: -1, tcpSocket: {port: 0}}}',
    [
      'IST0106 failureThreshold must be non-negative',
      'IST0106 port number 0 must be in the range 1..65535',
    ],
  ],
  [
    '{template: {}, probe: {httpGet: {port: 80, scheme: http, httpHeaders: [{name: "a b"}]}}}',
    [
      'IST0106 httpGet.scheme must be one of "HTTPS", "HTTP"',
      'IST0106 header name a b is not a valid header name',
    ],
  ],
  ['{template: {}, probe: {exec: {}}}', ['IST0106 exec.command is required']],
])('[A50] a WorkloadGroup %s (ValidateWorkloadGroup)', (spec, expected) => {
  expect(said('WorkloadGroup', spec)).toEqual(expected.toSorted());
});

const EXPOSES =
  'IST0133 EnvoyFilter exposes internal implementation details that may change at any time. Prefer other APIs if possible, and exercise extreme caution, especially around upgrades.';

test.each([
  ['applyTo: CLUSTER, patch: {operation: REMOVE}', []],
  ['patch: {operation: REMOVE}', ['IST0106 Envoy filter: missing applyTo']],
  ['applyTo: CLUSTER', ['IST0106 Envoy filter: missing patch']],
  ['applyTo: CLUSTER, patch: {value: {}}', ['IST0106 Envoy filter: missing patch operation']],
  [
    'applyTo: CLUSTER, patch: {operation: ADD}',
    ['IST0106 Envoy filter: missing patch value for non-remove operation'],
  ],
  [
    'applyTo: CLUSTER, patch: {operation: REMOVE}, match: {listener: {}}',
    ['IST0106 Envoy filter: applyTo for cluster class objects cannot have non cluster match'],
  ],
  [
    'applyTo: HTTP_ROUTE, patch: {operation: REMOVE}, match: {cluster: {}}',
    [
      'IST0106 Envoy filter: applyTo for http route class objects cannot have non route configuration match',
    ],
  ],
  [
    'applyTo: LISTENER, patch: {operation: REMOVE}, match: {listener: {filterChain: {filter: {name: envoy.tcp_proxy}}}}',
    [
      'IST0133 Envoy filter: filter match has no effect when used with LISTENER',
      'IST0133 using deprecated filter name "envoy.tcp_proxy"; use "envoy.filters.network.tcp_proxy" instead',
    ],
  ],
  [
    'applyTo: NETWORK_FILTER, patch: {operation: REMOVE}, match: {listener: {filterChain: {filter: {name: a, subFilter: {name: b}}}}}',
    ['IST0106 Envoy filter: subfilter match can be used with applyTo HTTP_FILTER only'],
  ],
  ['match: {context: WAYPOINT}', []],
])('[A50] an EnvoyFilter whose patch is {%s} (ValidateEnvoyFilter)', (patch, expected) => {
  expect(said('EnvoyFilter', `{configPatches: [{${patch}}]}`)).toEqual(
    [EXPOSES, ...expected].toSorted(),
  );
});

test('[A50] an EnvoyFilter with a selector that cannot be is told nothing else', () => {
  expect(said('EnvoyFilter', '{workloadSelector: {labels: {a: "*"}}}')).toEqual([
    'IST0106 wildcard is not supported in selector: "a=*"',
  ]);
});
