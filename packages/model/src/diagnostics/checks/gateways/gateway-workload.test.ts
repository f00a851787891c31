import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (selector: string, port: string) => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: ${selector}
  servers: [{port: {number: ${port}, name: http, protocol: HTTP}, hosts: ["*"]}]
`;

const deployment = (labels: string, namespace = 'edge') => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: ${namespace}}
spec: {template: {metadata: {labels: ${labels}}}}
`;

const service = (selector: string, ports: string) => `---
apiVersion: v1
kind: Service
metadata: {name: edge, namespace: edge}
spec: {selector: ${selector}, ports: [${ports}]}
`;

describe('[A115] the selector of a Gateway', () => {
  test('picks a pod of the text, or an assumed one', () => {
    expectMarked('IST0101', gateway('{istio: ingressgateway}', '80'));
    expectMarked('IST0101', gateway('{istio: edge}', '80') + deployment('{istio: edge, v: one}'));
    expectMarked('IST0101', gateway('{}', '80'));
  });

  test('is unknown where the text has no gateway, and wrong where it has others', () => {
    const [one] = expectMarked(
      'IST0101',
      gateway('{istio: «edge»}', '80') + deployment('{app: a}'),
    );
    expect(one).toMatchObject({
      severity: 'info',
      certainty: 'unknown',
      istioMessage: 'Referenced selector not found: "istio=edge"',
    });
    expect(
      expectMarked('IST0101', gateway('{istio: «edge»}', '80') + deployment('{istio: other}')),
    ).toMatchObject([{ severity: 'error', certainty: 'wrong' }]);
  });
});

describe('[A115] a selector that is nearly that of an assumed gateway', () => {
  test('is a warning, with what is probably meant', () => {
    const [one] = expectMarked('IST0101', gateway('{istio: «ingress-gateway»}', '80'));
    expect(one).toMatchObject({
      severity: 'warning',
      certainty: 'unknown',
      data: { suggestion: 'istio=ingressgateway' },
    });
    for (const name of ['edge', 'egressgateway', 'ingressgateway2'])
      expect(expectMarked('IST0101', gateway(`{istio: «${name}»}`, '80'))).toMatchObject([
        { severity: 'info', data: { suggestion: null } },
      ]);
  });

  test('is not near what every JavaScript object has', () => {
    expect(expectMarked('IST0101', gateway('{toString: «x», constructor: y}', '80'))).toMatchObject(
      [{ data: { suggestion: null } }],
    );
  });
});

describe('[A116] the port of a server', () => {
  test('is a port of a Service in front of the pods, or a port that one leads to', () => {
    const pods =
      deployment('{istio: edge}') + service('{istio: edge}', '{port: 80, targetPort: 8080}');
    for (const port of ['80', '8080'])
      expectMarked('IST0162', gateway('{istio: edge}', port) + pods);
    const [one] = expectMarked('IST0162', gateway('{istio: edge}', '«81»') + pods);
    expect(one).toMatchObject({ severity: 'warning', certainty: 'wrong' });
    expect(one?.istioMessage).toContain('(port 81)');
    expect(one?.istioMessage).toContain('(Pod selector istio=edge)');
  });

  test('has no Service in front in another namespace, for other pods, or over UDP', () => {
    const selector = '{istio: edge}';
    const front = service(selector, '{port: 80}');
    expectMarked('IST0162', gateway(selector, '«80»') + deployment(selector, 'far') + front);
    const other = service('{istio: other}', '{port: 80}');
    expectMarked('IST0162', gateway(selector, '«80»') + deployment(selector) + other);
    const udp = service(selector, '{port: 80, protocol: UDP}');
    expectMarked('IST0162', gateway(selector, '«80»') + deployment(selector) + udp);
  });

  test('is unknown where the gateway is assumed', () => {
    expectMarked('IST0162', gateway('{istio: ingressgateway}', '8443'));
    expect(expectMarked('IST0162', gateway('{istio: ingressgateway}', '«31400»'))).toMatchObject([
      { severity: 'info', certainty: 'unknown' },
    ]);
  });
});
