import { describe, expect, test } from 'vitest';
import { findDiagnostics, placeOf, underlined } from '../../../../test/support/find-diagnostics.ts';
import { loadSchema } from '../../load-schema.ts';

const schema = await loadSchema();
const CODES = ['PTL120', 'PTL121', 'PTL122', 'PTL123', 'PTL130', 'PTL131', 'PTL132'];

function said(text: string): readonly string[] {
  return findDiagnostics(text, CODES, schema).map(
    (one) => `${one.code} ${one.severity} ${placeOf(one)} <${underlined(one)}>`,
  );
}

function manifest(apiVersion: string, kind: string, metadata: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {${metadata}}\n`;
}

function service(spec: string): string {
  return `${manifest('v1', 'Service', 'name: a')}spec: {${spec}}\n`;
}

describe('[A57] names, namespaces and labels', () => {
  test.each([
    [
      'apps/v1',
      'Deployment',
      'name: a.b-c, namespace: shop, labels: {app.example.com/name: A_b.c, empty: ""}, annotations: {a/B: "any thing"}',
    ],
    ['v1', 'Service', 'name: a-1, namespace: shop'],
    ['v1', 'Namespace', 'name: shop'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'name: "system:nodes"'],
    ['mcpchecker/v1', 'Task', 'name: List all Things'],
  ])('are fine in %s %s', (apiVersion, kind, metadata) => {
    expect(
      said(manifest(apiVersion, kind, metadata)).filter((one) => !one.includes('PTL13')),
    ).toEqual([]);
  });

  test.each([
    ['apps/v1', 'Deployment', 'name: Shop', 'PTL120 error metadata.name <Shop>'],
    ['apps/v1', 'Deployment', 'name: a_b', 'PTL120 error metadata.name <a_b>'],
    [
      'v1',
      'ConfigMap',
      `name: ${'a'.repeat(254)}`,
      `PTL120 error metadata.name <${'a'.repeat(254)}>`,
    ],
    ['v1', 'Namespace', 'name: a.b', 'PTL120 error metadata.name <a.b>'],
    ['example.com/v1', 'Thing', 'name: "<name>"', 'PTL120 info metadata.name <"<name>">'],
    ['apps/v1', 'Deployment', 'name: a, namespace: a.b', 'PTL121 error metadata.namespace <a.b>'],
    [
      'apps/v1',
      'Deployment',
      'name: a, labels: {-a: b}',
      'PTL122 error metadata.labels["-a"] key <-a>',
    ],
    ['apps/v1', 'Deployment', 'name: a, labels: {a: b c}', 'PTL122 error metadata.labels.a <b c>'],
    [
      'apps/v1',
      'Deployment',
      'name: a, annotations: {a/b/c: x}',
      'PTL122 error metadata.annotations["a/b/c"] key <a/b/c>',
    ],
  ])('%s %s {%s}', (apiVersion, kind, metadata, expected) => {
    expect(said(manifest(apiVersion, kind, metadata))).toEqual([expected]);
  });

  test.each(['a.b', '1a', 'A'])('%s is no name of a Service', (name) => {
    const text = `${manifest('v1', 'Service', `name: "${name}"`)}spec: {ports: [{port: 1}]}\n`;
    expect(said(text)).toEqual([`PTL120 error metadata.name <"${name}">`]);
  });

  test('a Gateway with a dot in its name is told by Istio alone', () => {
    const text = manifest('networking.istio.io/v1', 'Gateway', 'name: a.b');
    expect(said(text)).toEqual([]);
  });
});

describe('[A59] the same resource twice', () => {
  test('is said of the one that does not count', () => {
    const one = `${manifest('v1', 'ConfigMap', 'name: a')}`;
    const found = findDiagnostics(`${one}---\n${one}---\n${one}`, CODES);
    expect(found.map(({ code, document }) => [code, document.text.startsWith('---')])).toEqual([
      ['PTL123', false],
      ['PTL123', true],
    ]);
    expect(found[0]?.related).toMatchObject([{ resource: 'ConfigMap/default/a' }]);
  });

  test('and not of one in another namespace', () => {
    const text = `${manifest('v1', 'ConfigMap', 'name: a')}---\n${manifest('v1', 'ConfigMap', 'name: a, namespace: b')}`;
    expect(said(text)).toEqual([]);
  });
});

describe('[A60] a Service', () => {
  test.each([
    'ports: [{port: 80}]',
    'ports: [{name: http, port: 80, nodePort: 30080}, {name: dns, port: 80, protocol: UDP}], type: NodePort, externalTrafficPolicy: Local',
    'clusterIP: None',
    'type: ExternalName, externalName: a.com',
    'type: LoadBalancer, ports: [{port: 1}], loadBalancerSourceRanges: [10.0.0.0/8], externalTrafficPolicy: Local, healthCheckNodePort: 31000',
    'ports: [{port: 1}], sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 10}}',
  ])('is fine with %s', (spec) => {
    expect(said(service(spec))).toEqual([]);
  });

  test.each([
    ['selector: {a: b}', 'PTL130 error spec.ports <{selector: {a: b}}>'],
    ['ports: [{port: 1, name: a}, {port: 2}]', 'PTL130 error spec.ports[1].name <{port: 2}>'],
    ['ports: [{port: 1, name: a}, {port: 2, name: a}]', 'PTL130 error spec.ports[1].name <a>'],
    ['ports: [{port: 1, name: a}, {port: 1, name: b}]', 'PTL130 error spec.ports[1].port <1>'],
    [
      'type: NodePort, ports: [{port: 1, name: a, nodePort: 30001}, {port: 2, name: b, nodePort: 30001}]',
      'PTL130 error spec.ports[1].nodePort <30001>',
    ],
    [
      'type: NodePort, ports: [{port: 1, nodePort: 80}]',
      'PTL132 warning spec.ports[0].nodePort <80>',
    ],
    ['ports: [{port: 1, nodePort: 30001}]', 'PTL131 error spec.ports[0].nodePort <30001>'],
    ['type: ExternalName', 'PTL131 error spec.externalName <{type: ExternalName}>'],
    [
      'type: ExternalName, externalName: a.com, clusterIP: 10.0.0.1',
      'PTL131 error spec.clusterIP <10.0.0.1>',
    ],
    ['type: LoadBalancer, clusterIP: None', 'PTL131 error spec.clusterIP <None>'],
    ['ports: [{port: 1}], clusterIP: auto', 'PTL131 error spec.clusterIP <auto>'],
    [
      'ports: [{port: 1}], externalTrafficPolicy: Local',
      'PTL131 error spec.externalTrafficPolicy <Local>',
    ],
    [
      'ports: [{port: 1}], loadBalancerSourceRanges: [10.0.0.0/8]',
      'PTL131 error spec.loadBalancerSourceRanges <[10.0.0.0/8]>',
    ],
    [
      'type: LoadBalancer, ports: [{port: 1}], healthCheckNodePort: 31000',
      'PTL131 error spec.healthCheckNodePort <31000>',
    ],
    [
      'ports: [{port: 1}], sessionAffinityConfig: {clientIP: {}}',
      'PTL131 error spec.sessionAffinityConfig <{clientIP: {}}>',
    ],
  ])('is refused with %s', (spec, expected) => {
    expect(said(service(spec))).toEqual([expected]);
  });
});
