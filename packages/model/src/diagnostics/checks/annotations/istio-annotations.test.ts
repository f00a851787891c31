import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const resource = (kind: string, annotation: string, labels = '{}') => `
apiVersion: ${kind === 'Deployment' ? 'apps/v1' : 'v1'}
kind: ${kind}
metadata:
  name: cart
  labels: ${labels}
  annotations:
    ${annotation}
`;

describe('[A130] an annotation of Istio', () => {
  test('is one that it knows', () => {
    const [one] = expectMarked('IST0108', resource('Pod', '«sidecar.istio.io/proxyCpus»: a'));
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage: 'Unknown annotation: sidecar.istio.io/proxyCpus',
      data: { suggestion: 'sidecar.istio.io/proxyCPU' },
    });
    expect(expectMarked('IST0108', resource('Pod', '«sidecar.istio.io/zone»: a'))).toMatchObject([
      { severity: 'info' },
    ]);
    for (const name of ['sidecar.istio.io/proxyCPU', 'istio.io/rev', 'example.com/istio.io'])
      expectMarked('IST0108', resource('Pod', `${name}: a`));
  });

  test('is on a kind where it counts', () => {
    const [one] = expectMarked(
      'IST0107',
      resource('Deployment', '«sidecar.istio.io/logLevel»: debug'),
    );
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage: 'Misplaced annotation: sidecar.istio.io/logLevel can only be applied to Pod',
    });
    expectMarked('IST0107', resource('Pod', 'sidecar.istio.io/logLevel: debug'));
    expectMarked('IST0107', resource('Service', 'networking.istio.io/exportTo: "."'));
    expectMarked('IST0107', resource('Pod', '«networking.istio.io/exportTo»: "."'));
    expectMarked('IST0107', resource('Deployment', 'galley.istio.io/analyze-suppress: "*"'));
  });

  test.each([
    ['sidecar.istio.io/interceptionMode', 'TPROXY', 'tproxy'],
    ['sidecar.istio.io/rewriteAppHTTPProbers', '"true"', '"yes"'],
    ['status.sidecar.istio.io/port', '"15020"', 'many'],
    ['traffic.sidecar.istio.io/includeInboundPorts', '"*"', '"80;90"'],
    ['traffic.sidecar.istio.io/excludeOutboundPorts', '"80,443"', '"80,66000"'],
    ['traffic.sidecar.istio.io/includeOutboundIPRanges', '10.0.0.0/8,fd00::/8', '10.0.0.0'],
    ['traffic.sidecar.istio.io/excludeOutboundIPRanges', '10.0.0.0/8', '10.0.0.0/33'],
  ])('%s has a value that it takes', (name, right, wrong) => {
    expectMarked('IST0125', resource('Pod', `${name}: ${right}`));
    expect(expectMarked('IST0125', resource('Pod', `${name}: «${wrong}»`))).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  test('is not deprecated', () => {
    const [one] = expectMarked('IST0135', resource('Pod', '«sidecar.istio.io/inject»: "true"'));
    expect(one).toMatchObject({ severity: 'info' });
    const label = '{sidecar.istio.io/inject: "true"}';
    expectMarked('IST0135', resource('Pod', 'sidecar.istio.io/inject: "true"', label));
    expectMarked('IST0135', resource('Pod', 'sidecar.istio.io/logLevel: debug'));
  });
});
