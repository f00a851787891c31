import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const route = (name: string, hosts: string, more = '') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}}
spec:
  hosts: [${hosts}]${more}
  http: [{route: [{destination: {host: cart}}]}]
`;

describe('[A111] a host that several VirtualServices route inside the mesh', () => {
  test('is wrong, once in each', () => {
    const found = expectMarked(
      'IST0109',
      route('one', '«cart», other') + route('two', '«cart.default.svc.cluster.local», other'),
    );
    expect(found[0]).toMatchObject({
      severity: 'error',
      related: [{ resource: 'VirtualService/default/two', path: ['spec', 'hosts', 0] }],
    });
    expect(found[0]?.istioMessage).toContain(
      'The VirtualServices default/one,default/two associated with mesh gateway define the same host */cart.default.svc.cluster.local which',
    );
  });

  test('is fine on Gateways, in other names, or under a wildcard that all see', () => {
    const onGateway = '\n  gateways: [public]';
    expectMarked('IST0109', route('one', 'cart') + route('two', 'cart', onGateway));
    expectMarked('IST0109', route('one', 'cart') + route('two', 'pay'));
    expectMarked('IST0109', route('one', '"*.com"') + route('two', 'a.com'));
  });

  test('is wrong twice in one', () => {
    expectMarked('IST0109', route('one', '«cart», cart.default.svc.cluster.local'));
  });

  test('counts under a wildcard where one is seen by some namespaces only', () => {
    const hidden = '\n  exportTo: [far]';
    expectMarked('IST0109', route('one', '«"*.com"»') + route('two', '«a.com»', hidden));
    expectMarked('IST0109', route('one', '«a.com»') + route('two', '«"*.com"»', hidden));
    expectMarked('IST0109', route('one', 'b.org') + route('two', 'a.com', hidden));
    const near = '\n  exportTo: [near]';
    expectMarked('IST0109', route('one', 'a.com', near) + route('two', 'a.com', hidden));
  });
});
