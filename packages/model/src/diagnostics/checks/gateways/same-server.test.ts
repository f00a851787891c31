import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (
  name: string,
  host: string,
  more: Partial<Record<'selector' | 'bind', string>> = {},
) => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ${name}}
spec:
  selector: ${more.selector ?? '{istio: ingressgateway}'}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    bind: "${more.bind ?? ''}"
    hosts: [${host}]
    tls: {mode: SIMPLE, credentialName: cert-${name}}
`;

const pod = (labels: string) => `---
apiVersion: v1
kind: Pod
metadata: {name: edge, labels: ${labels}}
`;

describe('[A117] a host on a port of a workload', () => {
  test('is in one Gateway only', () => {
    const found = expectMarked('IST0145', gateway('a', 'x.com, «y.com»') + gateway('b', '«y.com»'));
    expect(found).toMatchObject([
      {
        severity: 'error',
        istioMessage:
          'Conflict with gateways default/b (workload selector istio=ingressgateway, port 443, hosts x.com,y.com).',
        related: [{ resource: 'Gateway/default/b' }],
      },
      { resource: 'Gateway/default/b' },
    ]);
    expectMarked('IST0145', gateway('a', 'x.com') + gateway('b', 'y.com'));
    expectMarked('IST0145', gateway('a', 'x.com') + gateway('b', '"*.com"'));
    expectMarked('IST0145', gateway('a', 'x.com') + gateway('b', 'x.com', { bind: '10.0.0.1' }));
  });

  test('is of one workload where the selectors have a pod in common', () => {
    const wide = { selector: '{a: one}' };
    const narrow = { selector: '{a: one, b: two}' };
    const both = (mark: (text: string) => string) =>
      gateway('a', mark('x.com'), wide) + gateway('b', mark('x.com'), narrow);
    expectMarked('IST0145', both((text) => `«${text}»`) + pod('{a: one, b: two}'));
    expectMarked('IST0145', both((text) => text) + pod('{a: one}'));
  });
});

describe('[A118] a certificate', () => {
  test('is of one Gateway only, where pods are the same', () => {
    const same = (name: string, text: string) => text.replace(`cert-${name}`, '«cert»');
    const found = expectMarked(
      'IST0138',
      same('a', gateway('a', 'x.com')) + same('b', gateway('b', 'y.com')),
    );
    expect(found[0]?.istioMessage).toBe(
      'Duplicate certificate in multiple gateways [default/a default/b] may cause 404s if clients re-use HTTP2 connections.',
    );
    expectMarked('IST0138', gateway('a', 'x.com') + gateway('b', 'y.com'));
    const wide = gateway('a', 'x.com', { selector: '{a: one}' });
    const narrow = gateway('b', 'y.com', { selector: '{a: one, b: two}' });
    expectMarked('IST0138', same('a', wide) + narrow.replace('cert-b', 'cert'));
  });
});
