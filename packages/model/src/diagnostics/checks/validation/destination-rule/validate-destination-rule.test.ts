import { describe, expect, test } from 'vitest';
import { validationOf } from '../../../../../test/support/find-diagnostics.ts';

function destinationRule(spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: cart, namespace: shop}\nspec: {${spec}}\n`;
}

describe("Istio's validation of a DestinationRule (IST0106, IST0133, PTL160)", () => {
  test('[A50] says nothing of one that Istio takes', () => {
    const spec = `host: "*.shop.svc.cluster.local", exportTo: ["."], workloadSelector: {matchLabels: {app: cart}},
      trafficPolicy: {loadBalancer: {consistentHash: {httpCookie: {name: c, ttl: 0s}, maglev: {tableSize: 65537}}, localityLbSetting: {distribute: [{from: us/*, to: {us/a/*: 80, us/b: 20}}]}},
        connectionPool: {tcp: {connectTimeout: 1s, idleTimeout: 0s}, http: {http2MaxRequests: 1}}, outlierDetection: {interval: 1s, maxEjectionPercent: 100},
        tls: {mode: MUTUAL, credentialName: c}, portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]},
      subsets: [{name: v1, labels: {version: v1}, trafficPolicy: {tls: {mode: SIMPLE}}}, {name: v2}]`;
    expect(validationOf(destinationRule(spec))).toEqual([]);
  });

  test.each([
    ['subsets: []', 'spec.host <{subsets: []}>', 'empty domain name not allowed'],
    [
      'host: a, trafficPolicy: {}',
      'spec.trafficPolicy <{}>',
      'traffic policy must have at least one field',
    ],
    [
      'host: a, trafficPolicy: {tunnel: {}, proxyProtocol: {}}',
      'spec.trafficPolicy.proxyProtocol <{}>',
      'tunnel and proxyProtocol must not be set together',
    ],
    [
      'host: a, subsets: [{name: v1}, {name: v1}]',
      'spec.subsets[1].name <v1>',
      'duplicate subset names: v1',
    ],
    [
      'host: a, subsets: [{labels: {}}]',
      'spec.subsets[0].name <{labels: {}}>',
      'subset name cannot be empty',
    ],
    [
      'host: a, subsets: [{name: v_1}]',
      'spec.subsets[0].name <v_1>',
      'subset name is invalid: v_1',
    ],
    ['host: a, subsets: [~]', 'spec.subsets[0] <~>', 'subset may not be null'],
    [
      'host: a, subsets: [{name: v1, labels: {a/b/c: x}}]',
      'spec.subsets[0].labels["a/b/c"] key <a/b/c>',
      'invalid tag key: "a/b/c"',
    ],
    [
      'host: a, subsets: [{name: v1, trafficPolicy: {outlierDetection: {maxEjectionPercent: 101}}}]',
      'spec.subsets[0].trafficPolicy.outlierDetection.maxEjectionPercent <101>',
      'percentage 101 is not in range 0..100',
    ],
    [
      'host: a, trafficPolicy: {outlierDetection: {consecutiveLocalOriginFailures: 1}}',
      'spec.trafficPolicy.outlierDetection.consecutiveLocalOriginFailures <1>',
      'outlier detection consecutive local origin failures is specified, but split external local origin errors is set to false',
    ],
    [
      'host: a, trafficPolicy: {connectionPool: {}}',
      'spec.trafficPolicy.connectionPool <{}>',
      'connection pool must have at least one field',
    ],
    [
      'host: a, trafficPolicy: {connectionPool: {tcp: {maxConnections: -1}}}',
      'spec.trafficPolicy.connectionPool.tcp.maxConnections <-1>',
      'max connections must be non-negative',
    ],
    [
      'host: a, trafficPolicy: {connectionPool: {tcp: {connectTimeout: 0s}}}',
      'spec.trafficPolicy.connectionPool.tcp.connectTimeout <0s>',
      'duration must be greater than 1ms',
    ],
    [
      'host: a, trafficPolicy: {connectionPool: {http: {h2UpgradePolicy: UPGRADE, useClientProtocol: true}}}',
      'spec.trafficPolicy.connectionPool.http.useClientProtocol <true>',
      'use client protocol must not be true when H2UpgradePolicy is UPGRADE',
    ],
    [
      'host: a, trafficPolicy: {loadBalancer: {consistentHash: {httpCookie: {ttl: 0s}}}}',
      'spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.name <{ttl: 0s}>',
      'name required for HttpCookie',
    ],
    [
      'host: a, trafficPolicy: {loadBalancer: {consistentHash: {maglev: {tableSize: 10}}}}',
      'spec.trafficPolicy.loadBalancer.consistentHash.maglev.tableSize <10>',
      'tableSize must be a prime number for maglev',
    ],
    [
      'host: a, trafficPolicy: {outlierDetection: {}, loadBalancer: {localityLbSetting: {failover: [{from: a, to: a}]}}}',
      'spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0].to <a>',
      'locality lb failover settings must specify different regions',
    ],
    [
      'host: a, trafficPolicy: {loadBalancer: {localityLbSetting: {distribute: [{from: a, to: {b: 50}}]}}}',
      'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to <{b: 50}>',
      'total locality weight 50 != 100',
    ],
    [
      'host: a, trafficPolicy: {loadBalancer: {localityLbSetting: {distribute: [{from: a, to: {b/*: 50, b/c: 50}}]}}}',
      'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to["b/c"] key <b/c>',
      'locality b/c overlap with previous specified ones',
    ],
    [
      'host: a, trafficPolicy: {loadBalancer: {warmup: {minimumPercent: 5}}}',
      'spec.trafficPolicy.loadBalancer.warmup.duration <{minimumPercent: 5}>',
      'duration is required',
    ],
    [
      'host: a, trafficPolicy: {tls: {mode: MUTUAL, clientCertificate: /c}}',
      'spec.trafficPolicy.tls.privateKey <{mode: MUTUAL, clientCertificate: /c}>',
      'private key required for mutual tls',
    ],
    [
      'host: a, trafficPolicy: {tls: {mode: SIMPLE, credentialName: c, caCertificates: /c}}',
      'spec.trafficPolicy.tls.caCertificates </c>',
      'cannot specify client certificates or CA certificate or CA CRL If credentialName is set',
    ],
    [
      'host: a, trafficPolicy: {tls: {mode: SIMPLE, insecureSkipVerify: true, caCertificates: /c}}',
      'spec.trafficPolicy.tls.caCertificates </c>',
      'cannot specify CaCertificates or CredentialName or SubjectAltNames when InsecureSkipVerify is set true',
    ],
    [
      'host: a, trafficPolicy: {portLevelSettings: [{tls: {mode: SIMPLE}}]}',
      'spec.trafficPolicy.portLevelSettings[0].port <{tls: {mode: SIMPLE}}>',
      'portTrafficPolicy must have valid port',
    ],
    [
      'host: a, trafficPolicy: {tunnel: {targetHost: a.com, targetPort: 0, protocol: GET}}',
      'spec.trafficPolicy.tunnel.protocol <GET>',
      'tunnel protocol must be "CONNECT" or "POST"',
    ],
    [
      'host: a, workloadSelector: {matchLabels: {app: a}}, exportTo: [other]',
      'spec.exportTo <[other]>',
      'destination rule with workload selector cannot have exportTo beyond current namespace',
    ],
    [
      'host: a, workloadSelector: {matchLabels: {app: "a*"}}',
      'spec.workloadSelector.matchLabels.app <"a*">',
      'wildcard is not supported in selector: "app=a*"',
    ],
  ])('[A50] refuses %s', (spec, place, istio) => {
    expect(validationOf(destinationRule(spec))).toContain(`${place}: error: ${istio}`);
  });

  test.each([
    [
      'host: a, trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}',
      'spec.trafficPolicy.outlierDetection.consecutiveErrors key <consecutiveErrors>: warning: outlier detection consecutive errors is deprecated, use consecutiveGatewayErrors or consecutive5xxErrors instead',
    ],
    [
      'host: a, trafficPolicy: {loadBalancer: {localityLbSetting: {failover: [{from: a, to: b}]}}}',
      'spec.trafficPolicy.loadBalancer.localityLbSetting.failover <[{from: a, to: b}]>: warning: outlier detection policy must be provided for failover',
    ],
    [
      'host: a, subsets: [{name: v1, trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}}]',
      'spec.subsets[0].trafficPolicy.outlierDetection.consecutiveErrors key <consecutiveErrors>: lost',
    ],
    [
      'host: a, workloadSelector: {}',
      'spec.workloadSelector <{}>: warning: workload selector specified without labels',
    ],
  ])('[A50] [A51] warns of %s', (spec, expected) => {
    expect(validationOf(destinationRule(spec))).toEqual([expected]);
  });
});
