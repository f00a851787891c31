import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const text = (header: string) => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [public]
  http:
  - match: [{headers: {${header}: {exact: admin}}}]
    fault: {delay: {percentage: {value: 10}, fixedDelay: 1s}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec: {selector: {istio: ingressgateway}}
`;

const authentication = (value: string) => `---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tokens, namespace: istio-system}
spec: {selector: {matchLabels: {istio: ${value}}}}
`;

describe('[A112] a route by a claim of a token', () => {
  test('needs a RequestAuthentication for the pods of the Gateway', () => {
    const marked = text('«"@request.auth.claims.groups"»');
    expect(expectMarked('IST0149', marked)).toMatchObject([{ certainty: 'unknown' }]);
    const [one] = expectMarked('IST0149', marked + authentication('other'));
    expect(one).toMatchObject({ severity: 'error', certainty: 'wrong' });
    expect(one?.istioMessage).toContain(
      '(key: @request.auth.claims.groups) but found no request authentication for the gateway (default/public) pod (istio-system/istio-ingressgateway)',
    );
    expectMarked(
      'IST0149',
      text('"@request.auth.claims.groups"') + authentication('ingressgateway'),
    );
    expectMarked('IST0149', text('"@request.auth.claims"'));
    expectMarked('IST0149', text('«"@request.auth.claims[a]"»'));
  });
});

describe('[A113] a field that is deprecated', () => {
  test('is the share of a delay as percent', () => {
    const marked = text('x').replace('percentage: {value: 10}', '«percent»: 10');
    expect(expectMarked('IST0002', marked)).toMatchObject([{ severity: 'warning' }]);
    expectMarked('IST0002', text('x'));
  });
});
