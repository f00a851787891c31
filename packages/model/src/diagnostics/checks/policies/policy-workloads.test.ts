import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const policy = (spec: string, namespace = 'shop', kind = 'AuthorizationPolicy') => `---
apiVersion: security.istio.io/v1
kind: ${kind}
metadata: {name: policy, namespace: ${namespace}}
spec: {${spec}}
`;

const pod = (labels: string) => `---
apiVersion: v1
kind: Pod
metadata: {name: cart, namespace: shop, labels: ${labels}}
`;

const namespace = (name: string, labels: string) =>
  `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: ${labels}}\n`;
const MESH = namespace('shop', '{istio-injection: enabled}');

describe('[A129] a policy', () => {
  test('is for a workload of the mesh', () => {
    const selects = (labels: string) => policy(`selector: {matchLabels: ${labels}}`);
    const [one] = expectMarked('IST0127', selects('«{app: card}»') + pod('{app: cart}') + MESH);
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage: 'No matching workloads for this resource with the following labels: app=card',
    });
    expectMarked('IST0127', selects('{app: cart}') + pod('{app: cart}') + MESH);
    expect(expectMarked('IST0127', selects('«{app: cart}»') + pod('{app: cart}'))).toMatchObject([
      { severity: 'info', certainty: 'unknown' },
    ]);
    const ambient = namespace('shop', '{istio.io/dataplane-mode: ambient}');
    expectMarked('IST0127', policy('') + pod('{app: cart}') + ambient);
    expectMarked('IST0127', policy('').replace('name: policy', 'name: «policy»') + MESH);
    expectMarked('IST0127', policy('', 'istio-system'));
    expectMarked('IST0127', policy('targetRefs: [{kind: Gateway, name: a}]') + MESH);
  });

  test('names namespaces that are there', () => {
    const from = (field: string, name: string) =>
      policy(`rules: [{from: [{source: {${field}: [${name}]}}]}]`) + MESH;
    const [one] = expectMarked('IST0101', from('namespaces', '«ship»'));
    expect(one).toMatchObject({
      severity: 'error',
      istioMessage: 'Referenced namespace not found: "ship"',
    });
    expectMarked('IST0101', from('notNamespaces', '«ship»'));
    for (const name of ['shop', 'SHOP', '"*"', '"sh*"', '"*op"'])
      expectMarked('IST0101', from('namespaces', name));
  });

  test('for a Gateway of the Gateway API names it', () => {
    const gatewayPod = pod('{app: cart, gateway.networking.k8s.io/gateway-name: public}');
    const [one] = expectMarked(
      'IST0166',
      policy('«selector»: {matchLabels: {app: cart}}') + gatewayPod,
    );
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage:
        'Ineffective selector on Kubernetes Gateway public. Use the TargetRef field instead.',
    });
    expectMarked('IST0166', policy('selector: {matchLabels: {app: cart}}') + pod('{app: cart}'));
    expectMarked(
      'IST0166',
      policy('targetRef: {}, selector: {matchLabels: {app: cart}}') + gatewayPod,
    );
  });

  test('of tokens leads istiod to addresses that it may not reach', () => {
    const istiod = (name: string, env: string) =>
      `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: istio-system, labels: {app: istiod}}\nspec: {template: {spec: {containers: [{name: a, env: [${env}]}]}}}\n`;
    const tokens = policy('', 'shop', 'RequestAuthentication');
    const [one] = expectMarked('IST0175', tokens + istiod('«istiod»', ''));
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage:
        'BLOCKED_CIDRS_IN_JWKS_URIS is not configured but 1 RequestAuthentication resource(s) exist (shop/policy). Consider configuring it to restrict JWKS URI fetches to trusted networks.',
    });
    const set = '{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: 10.0.0.0/8}';
    expectMarked('IST0175', tokens + istiod('istiod', set));
    expectMarked('IST0175', istiod('istiod', ''));
  });
});
