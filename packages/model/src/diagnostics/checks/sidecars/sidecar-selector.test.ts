import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const sidecar = (name: string, labels: string | null, more = '') => `---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: ${name}}
spec:${labels === null ? '' : `\n  workloadSelector: {labels: ${labels}}`}
  egress: [{hosts: ["./*"]}]${more}
`;

const pod = (labels: string, annotations = '{}') => `---
apiVersion: v1
kind: Pod
metadata: {name: cart, labels: ${labels}, annotations: ${annotations}}
`;

const AMBIENT = `---
apiVersion: v1
kind: Namespace
metadata: {name: default, labels: {istio.io/dataplane-mode: ambient}}
`;

describe('[A128] a Sidecar', () => {
  test('is for a pod of its namespace', () => {
    const [one] = expectMarked('IST0101', sidecar('a', '{app: «card»}') + pod('{app: cart}'));
    expect(one).toMatchObject({
      severity: 'error',
      istioMessage: 'Referenced selector not found: "app=card"',
    });
    expectMarked('IST0101', sidecar('a', '{app: cart}') + pod('{app: cart}'));
    expect(expectMarked('IST0101', sidecar('a', '{app: «cart»}'))).toMatchObject([
      { certainty: 'unknown' },
    ]);
  });

  test('is the only one of a pod', () => {
    const found = expectMarked(
      'IST0110',
      sidecar('a', '«{app: cart}»') + sidecar('b', '«{v: one}»') + pod('{app: cart, v: one}'),
    );
    expect(found[0]).toMatchObject({
      severity: 'error',
      istioMessage:
        'The Sidecars [a b] in namespace "default" select the same workload pod "cart", which can lead to undefined behavior.',
    });
    expectMarked(
      'IST0110',
      sidecar('a', '{app: cart}') + sidecar('b', '{v: two}') + pod('{app: cart, v: one}'),
    );
  });

  test('is the only one of a namespace', () => {
    const found = expectMarked('IST0111', sidecar('«a»', null) + sidecar('«b»', null));
    expect(found[0]?.istioMessage).toBe(
      'The Sidecars [a b] in namespace "default" have no workload selector, which can lead to undefined behavior.',
    );
    expectMarked('IST0111', sidecar('a', null) + sidecar('b', '{app: cart}'));
  });

  test('does nothing in ambient mode', () => {
    const [one] = expectMarked('IST0167', sidecar('«a»', null) + AMBIENT);
    expect(one?.istioMessage).toBe(
      'The policy has no impact: namespace is in ambient mode, the policy has no impact.',
    );
    expectMarked(
      'IST0167',
      sidecar('a', '{app: cart}').replace('{labels: {app: cart}}', '«{labels: {app: cart}}»') +
        pod('{app: cart}', '{ambient.istio.io/redirection: enabled}'),
    );
    expectMarked('IST0167', sidecar('a', null));
  });

  test('has fields that Istio reads no more', () => {
    const proxy = '\n  outboundTrafficPolicy: {«egressProxy»: {host: a}}';
    const [one] = expectMarked('IST0002', sidecar('a', null, proxy));
    expect(one?.istioMessage).toBe('Deprecated: OutboundTrafficPolicy.EgressProxy ignored');
    expectMarked('IST0002', sidecar('a', null, '\n  outboundTrafficPolicy: {mode: ALLOW_ANY}'));
    const definition = (group: string) =>
      `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\nspec: {group: ${group}, names: {kind: ServiceRole}}\n`;
    expectMarked('IST0002', definition('«rbac.istio.io»'));
    expectMarked('IST0002', definition('networking.istio.io'));
  });
});
