import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const service = (selector: string, name = 'web'): string => `---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec:
  ${selector}
`;

const deployment = (name: string, labels: string, namespace = 'shop'): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {template: {metadata: {labels: ${labels}}}}
`;

const OTHERS = deployment('one', '{app: one}') + deployment('two', '{app: two}');

describe('[A51] a Service that selects nothing', () => {
  test.each([
    [
      'shares a label',
      service('selector: {app: web, tier: «front»}'),
      deployment('x', '{app: web, tier: back}'),
    ],
    [
      'has the value under another key',
      service('selector: {name: «web»}', 'front'),
      deployment('x', '{app: web}'),
    ],
    [
      'shares a label, though not one that every JavaScript object has',
      service('selector: {app: web, constructor: «x»}'),
      deployment('x', '{app: web}'),
    ],
    ['has its name', service('selector: {app: «wep»}'), deployment('web', '{app: web}')],
  ])('is meant for what %s', (_why, text, workload) => {
    const [finding] = expectMarked('PTL270', text + workload + OTHERS);
    expect(finding).toMatchObject({ severity: 'warning', certainty: 'wrong' });
  });

  test('is meant for what is alone in its namespace', () => {
    const text = service('selector: {app: «hello-service»}');
    expectMarked('PTL270', text + deployment('hello', '{app: hello-deployment}'));
  });

  test('is meant for what has its labels, in another namespace', () => {
    const [finding] = expectMarked(
      'PTL270',
      service('«selector»: {app: web}') + deployment('web', '{app: web}', 'other') + OTHERS,
    );
    expect(finding?.message).toContain('own namespace only');
  });

  test('is none where it selects something, or nothing is like it', () => {
    expectMarked('PTL270', service('selector: {app: web}') + deployment('x', '{app: web, v: "1"}'));
    expectMarked('PTL270', service('selector: {app: web, version: v1}') + OTHERS);
    expectMarked('PTL270', service('selector: {app: web}'));
    expectMarked('PTL270', service('ports: []') + deployment('web', '{app: web}'));
  });

  test('is not meant for what shares a label that all have', () => {
    expectMarked(
      'PTL270',
      service('selector: {app: web, version: v1}') +
        deployment('one', '{app: one, version: v1}') +
        deployment('two', '{app: two}'),
    );
  });
});
