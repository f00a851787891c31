import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const deployment = (name: string, more = '', labels = '{app: cart}') => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec: {template: {metadata: {labels: ${labels}}${more}}}
`;

const service = (name: string, ports: string) => `---
apiVersion: v1
kind: Service
metadata: {name: ${name}}
spec: {selector: {app: cart}, ports: [${ports}]}
`;

const namespace = (labels: string, name = 'default') => `---
apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: ${labels}}
`;

const MESH = namespace('{istio-injection: enabled}');

describe('[A125] a port of a Deployment', () => {
  test('has one protocol', () => {
    const services = service('a', '{port: 53}') + service('b', '{port: 53, protocol: UDP}');
    const [one] = expectMarked('IST0116', MESH + deployment('«cart»') + services);
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage:
        'This deployment cart is associated with multiple services using port 53 but different protocols: [default/a default/b]',
    });
    expectMarked('IST0116', deployment('cart') + services);
    expectMarked('IST0116', MESH + deployment('cart') + service('a', '{port: 53}'));
  });

  test('is reached by one port', () => {
    const services =
      service('a', '{port: 80, targetPort: 8080}') + service('b', '{port: 81, targetPort: 8080}');
    const [one] = expectMarked('IST0137', MESH + deployment('«cart»') + services);
    expect(one).toMatchObject({
      istioMessage:
        'This deployment cart is associated with multiple services [default/a default/b] using targetPort "8080" but different ports: [80 81].',
    });
    expectMarked('IST0137', MESH + deployment('cart') + services.replace('port: 81', 'port: 80'));
  });

  test('counts where its pods are in the mesh', () => {
    const services = service('a', '{port: 80}, {port: 81, targetPort: 80}');
    const proxy = ', spec: {containers: [{name: istio-proxy, image: a}]}';
    expectMarked('IST0137', deployment('«cart»', proxy) + services);
    const out = '{app: cart, sidecar.istio.io/inject: "false"}';
    expectMarked('IST0137', MESH + deployment('cart', '', out) + services);
  });
});

describe('[A126] the user of a container', () => {
  test('is not that of the proxy', () => {
    const user = (name: string, id: string) =>
      `, spec: {containers: [{name: ${name}, securityContext: {runAsUser: ${id}}}, {name: b, securityContext: {runAsUser: 1337}}]}`;
    expect(expectMarked('IST0144', deployment('a', user('a', '«1337»')))).toMatchObject([
      { severity: 'warning' },
    ]);
    expectMarked(
      'IST0144',
      deployment('a', user('istio-proxy', '1337').replace(', {name: b', ', {name: istio-operator')),
    );
    expectMarked('IST0144', deployment('a', ', spec: {securityContext: {runAsUser: «1337»}}'));
    expectMarked('IST0144', deployment('a', ', spec: {securityContext: {runAsUser: 1338}}'));
  });
});

describe('[A127] a namespace', () => {
  const injector = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector, namespace: istio-system}
data: {values: '{"sidecarInjectorWebhook": {"enableNamespacesByDefault": true}}'}
`;

  test('says whether its pods get a proxy', () => {
    expect(expectMarked('IST0102', namespace('{}', '«shop»'))).toMatchObject([
      {
        severity: 'info',
        istioMessage:
          "The namespace is not enabled for Istio injection. Run 'kubectl label namespace shop istio-injection=enabled' to enable it, or 'kubectl label namespace shop istio-injection=disabled' to explicitly mark it as not needing injection.",
      },
    ]);
    for (const label of [
      'istio-injection: disabled',
      'istio.io/rev: a',
      'istio.io/dataplane-mode: ambient',
    ])
      expectMarked('IST0102', namespace(`{${label}}`));
    expectMarked('IST0102', namespace('{}', 'istio-system'));
    expectMarked('IST0102', namespace('{}') + injector);
    expectMarked('IST0148', namespace('{}', '«shop»') + injector);
    expectMarked('IST0148', namespace('{istio-injection: disabled}') + injector);
  });

  test('says it once', () => {
    expect(
      expectMarked('IST0123', namespace('{istio-injection: enabled, «istio.io/rev»: a}')),
    ).toMatchObject([{ severity: 'warning' }]);
    expectMarked('IST0123', namespace('{istio-injection: disabled, istio.io/rev: a}'));
    expectMarked('IST0123', namespace('{istio.io/rev: a}'));
  });

  test('with proxies has pods with one', () => {
    const pod = (name: string, spec: string) =>
      `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {${spec}}\n`;
    const [one] = expectMarked('IST0103', MESH + pod('«a»', 'containers: [{name: a, image: b}]'));
    expect(one).toMatchObject({
      istioMessage:
        'The pod default/a is missing the Istio proxy. This can often be resolved by restarting or redeploying the workload.',
    });
    expectMarked('IST0103', MESH + pod('a', 'containers: [{name: istio-proxy, image: b}]'));
    expectMarked('IST0103', MESH + pod('a', 'hostNetwork: true'));
    expectMarked('IST0103', pod('a', ''));
  });
});
