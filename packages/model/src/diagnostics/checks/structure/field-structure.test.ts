import { describe, expect, test } from 'vitest';
import {
  findDiagnostics,
  placeOf,
  underlined,
  validationOf,
} from '../../../../test/support/find-diagnostics.ts';
import { loadSchema } from '../../load-schema.ts';

const schema = await loadSchema();
const CODES = Array.from({ length: 16 }, (_, index) => `PTL${100 + index}`);

function said(text: string): readonly string[] {
  return findDiagnostics(text, CODES, schema).map(
    (one) => `${one.code} ${one.severity} ${placeOf(one)} <${underlined(one)}>`,
  );
}

function istio(kind: string, spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`;
}

function service(spec: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: ${spec}\n`;
}

const SERVER = 'port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com]';
const TO = 'route: [{destination: {host: a}}]';

describe('[A54] the fields of a manifest', () => {
  test.each([
    [
      'a Gateway',
      istio(
        'Gateway',
        `{selector: {istio: x}, servers: [{${SERVER}, tls: {mode: SIMPLE, credentialName: c}}]}`,
      ),
    ],
    [
      'a VirtualService',
      istio(
        'VirtualService',
        `{hosts: [a.com], http: [{match: [{uri: {regex: "/a.*"}}], ${TO}, timeout: 5s}]}`,
      ),
    ],
    ['a Service', service('{ports: [{port: 80, targetPort: http}]}')],
    [
      'an unknown kind',
      'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {any: thing}\n',
    ],
    [
      'null, which is as if it were not there',
      service('{ports: [{port: 80, nodePort: }], selector: null}'),
    ],
    [
      'a patch of kustomize',
      '$patch: delete\napiVersion: v1\nkind: Service\nmetadata: {name: a}\nnonsense: 1\n',
    ],
  ])('are fine in %s', (_what, text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    [
      'misspelt',
      istio('VirtualService', `{hosts: [a.com], http: [{matches: [], ${TO}}]}`),
      'PTL100 error spec.http[0].matches key <matches>',
    ],
    [
      'unknown',
      istio('VirtualService', `{hosts: [a.com], http: [{websocketUpgrade: true, ${TO}}]}`),
      'PTL100 warning spec.http[0].websocketUpgrade key <websocketUpgrade>',
    ],
    [
      'on the wrong level',
      istio('Gateway', `{servers: [{${SERVER}, tls: {mode: PASSTHROUGH}}], tls: {mode: SIMPLE}}`),
      'PTL101 error spec.tls key <tls>',
    ],
    [
      'a text for a list',
      istio('VirtualService', `{hosts: a.com, http: [{${TO}}]}`),
      'PTL102 error spec.hosts <a.com>',
    ],
    [
      'a number in quotes',
      istio(
        'DestinationRule',
        '{host: a, trafficPolicy: {connectionPool: {tcp: {maxConnections: "1"}}}}',
      ),
      'PTL102 error spec.trafficPolicy.connectionPool.tcp.maxConnections <"1">',
    ],
    [
      'none of the allowed values',
      istio('Gateway', `{servers: [{${SERVER}, tls: {mode: simple}}]}`),
      'PTL103 error spec.servers[0].tls.mode <simple>',
    ],
    [
      'no name of a Secret',
      istio('Gateway', `{servers: [{${SERVER}, tls: {mode: SIMPLE, credentialName: a_b}}]}`),
      'PTL104 error spec.servers[0].tls.credentialName <a_b>',
    ],
    [
      'a path without slash',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {rules: [{http: {paths: [{path: a, pathType: Prefix, backend: {service: {name: a, port: {number: 1}}}}]}}]}\n',
      'PTL104 warning spec.rules[0].http.paths[0].path <a>',
    ],
    [
      'no duration',
      istio('VirtualService', `{hosts: [a.com], http: [{timeout: 5, ${TO}}]}`),
      'PTL105 error spec.http[0].timeout <5>',
    ],
    ['no port', service('{ports: [{port: 0}]}'), 'PTL106 error spec.ports[0].port <0>'],
    [
      'a key that cannot be one',
      service('{selector: {a b: c}, ports: [{port: 1}]}'),
      'PTL108 error spec.selector["a b"] key <a b>',
    ],
    [
      'what is missing',
      service('{ports: [{name: http}]}'),
      'PTL109 error spec.ports[0].port <{name: http}>',
    ],
    [
      'two of a choice',
      istio(
        'DestinationRule',
        '{host: a, trafficPolicy: {loadBalancer: {simple: RANDOM, consistentHash: {useSourceIp: true}}}}',
      ),
      'PTL110 error spec.trafficPolicy.loadBalancer.consistentHash key <consistentHash>',
    ],
    [
      'an old field',
      service('{loadBalancerIP: 1.1.1.1, ports: [{port: 1}]}'),
      'PTL112 info spec.loadBalancerIP key <loadBalancerIP>',
    ],
    [
      'an item of a List',
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: a}\n  spec: {prots: []}\n`,
      'PTL100 error items[0].spec.prots key <prots>',
    ],
    [
      'what a variable stands for',
      service('{ports: [{port: "$(PORT)"}]}'),
      'PTL102 info spec.ports[0].port <"$(PORT)">',
    ],
  ])('%s', (_what, text, expected) => {
    expect(said(text)).toEqual(expected === '' ? [] : [expected]);
  });

  test('a field on the wrong level is shown where it belongs', () => {
    const text = istio('Gateway', `{servers: [{${SERVER}, tls: {mode: PASSTHROUGH}}], tls: {}}`);
    expect(findDiagnostics(text, ['PTL101'], schema)[0]).toMatchObject({
      message: '"tls" does not belong under spec. It belongs under spec.servers[0].',
      data: { target: ['spec', 'servers', 0, 'tls'] },
    });
    const weight = istio(
      'VirtualService',
      '{hosts: [a.com], http: [{route: [{destination: {host: a}}, {weight: 1, destination: {host: b, weight: 1}}]}]}',
    );
    expect(findDiagnostics(weight, ['PTL101'], schema)[0]?.data).toEqual({
      name: 'weight',
      target: ['spec', 'http', 0, 'route', 1, 'weight'],
    });
  });

  test('a misspelt field names those that may be meant', () => {
    const text = istio('VirtualService', `{hosts: [a.com], http: [{${TO}, timout: 5s}]}`);
    expect(findDiagnostics(text, ['PTL100'], schema)[0]).toMatchObject({
      message: 'There is no field "timout" in spec.http[0]. Did you mean "timeout"?',
      data: { meant: ['timeout'] },
    });
  });

  test('[A55] what Istio says of a field, structure does not say again', () => {
    const text = istio('Gateway', '{servers: [{port: {number: 70000, protocol: HTPP}}]}');
    expect(said(text)).toEqual([]);
    expect(validationOf(text, schema).map((one) => one.split(' ')[0])).toEqual([
      'spec.servers[0].hosts',
      'spec.servers[0].port.name',
      'spec.servers[0].port.number',
      'spec.servers[0].port.protocol',
    ]);
    const both = istio('VirtualService', `{hosts: [a.com], http: [{redirect: {uri: /a}, ${TO}}]}`);
    expect(said(both)).toEqual([]);
  });

  test('nothing before the dictionary is loaded', () => {
    expect(findDiagnostics(service('{prots: []}'), CODES)).toEqual([]);
  });

  test('of one resource at most 100 are told', () => {
    const fields = Array.from({ length: 300 }, (_, index) => `nonsense${index}: 1`).join(', ');
    expect(said(service(`{${fields}}`))).toHaveLength(100);
  });
});

describe('[A56] the kind and its version', () => {
  function manifest(apiVersion: string, kind: string): string {
    return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`;
  }

  test.each([
    [
      'networking.istio.io/v1alpha1',
      'VirtualService',
      'PTL113 error apiVersion <networking.istio.io/v1alpha1>',
    ],
    ['apps/v1beta2', 'Deployment', 'PTL113 error apiVersion <apps/v1beta2>'],
    [
      'gateway.networking.k8s.io/v1alpha2',
      'HTTPRoute',
      'PTL113 info apiVersion <gateway.networking.k8s.io/v1alpha2>',
    ],
    ['v1', 'Deployment', 'PTL114 error apiVersion <v1>'],
    ['networking.istio.io/v1', 'VirtualServices', 'PTL114 error kind <VirtualServices>'],
    ['extensions/v1beta1', 'Ingress', 'PTL115 error kind <Ingress>'],
    ['config.istio.io/v1alpha2', 'RouteRule', 'PTL115 error kind <RouteRule>'],
  ])('%s %s', (apiVersion, kind, expected) => {
    expect(said(manifest(apiVersion, kind))).toEqual([expected]);
  });

  test.each([
    ['v1', 'ServiceAccount'],
    ['example.com/v1', 'Gateway'],
    ['serving.knative.dev/v1', 'Service'],
    ['networking.internal.knative.dev/v1alpha1', 'Ingress'],
    ['install.istio.io/v1alpha1', 'IstioOperator'],
    ['rbac.authorization.k8s.io/v1', 'Role'],
  ])('nothing of %s %s', (apiVersion, kind) => {
    expect(said(manifest(apiVersion, kind))).toEqual([]);
  });
});
