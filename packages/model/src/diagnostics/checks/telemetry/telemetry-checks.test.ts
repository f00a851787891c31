import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const telemetry = (name: string, spec: string, namespace = 'shop') => `---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: ${name}, namespace: ${namespace}}
spec: {${spec}}
`;

const pod = `---
apiVersion: v1
kind: Pod
metadata: {name: cart, namespace: shop, labels: {app: cart}}
`;

const mesh = (config: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "${config}"}
`;

describe('[A132] a Telemetry', () => {
  test('is alone for the pods of its namespace', () => {
    const text = telemetry('«a»', '') + telemetry('«b»', '');
    const [one] = expectMarked('IST0160', text);
    expect(one).toMatchObject({
      severity: 'error',
      istioMessage:
        'The Telemetries [a b] in namespace "shop" have no workload selector, which can lead to undefined behavior.',
    });
    expectMarked('IST0160', telemetry('a', '') + telemetry('b', '', 'other'));
    expectMarked('IST0160', telemetry('a', '') + telemetry('b', 'selector: {matchLabels: {a: b}}'));
    expectMarked('IST0160', telemetry('a', '') + telemetry('b', 'targetRefs: [{kind: Service}]'));
  });

  test('is alone for the pods that it selects, and selects some', () => {
    const selects = (labels: string) => `selector: {matchLabels: ${labels}}`;
    const two =
      telemetry('a', selects('«{app: cart}»')) + telemetry('b', selects('«{app: cart}»')) + pod;
    const [one] = expectMarked('IST0159', two);
    expect(one?.istioMessage).toBe(
      'The Telemetries [a b] in namespace "shop" select the same workload pod "cart", which can lead to undefined behavior.',
    );
    expectMarked('IST0159', telemetry('a', selects('{app: cart}')) + pod);
    const [none] = expectMarked('IST0101', telemetry('a', selects('{app: «pay»}')) + pod);
    expect(none).toMatchObject({
      severity: 'error',
      istioMessage: 'Referenced selector not found: "app=pay"',
    });
    expect(expectMarked('IST0101', telemetry('a', selects('{app: «pay»}')))).toMatchObject([
      { severity: 'info', certainty: 'unknown' },
    ]);
  });

  test('says where its access log goes', () => {
    const empty = telemetry('a', 'accessLogging: [«{disabled: false}»]');
    const [unknown] = expectMarked('IST0157', empty);
    expect(unknown).toMatchObject({ severity: 'info', certainty: 'unknown' });
    const [one] = expectMarked('IST0157', empty + mesh('rootNamespace: istio-system'));
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage: 'The Telemetry a in namespace "shop" with empty providers will be ignored.',
    });
    const plain = empty.replaceAll(/[«»]/g, '');
    expectMarked('IST0157', plain + mesh('defaultProviders: {accessLogging: [envoy]}'));
    expectMarked('IST0157', telemetry('a', 'accessLogging: [{providers: [{name: envoy}]}]'));
  });
});
