import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const sidecar = (host: string, more = '', namespace = 'default') => `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: a, namespace: ${namespace}}
spec:
  egress: [{hosts: [${host}]}]${more}
---
apiVersion: v1
kind: Service
metadata: {name: cart}
`;

describe('[A151] a Sidecar', () => {
  test('names hosts that are there', () => {
    const domain = 'default.svc.cluster.local';
    expect(expectMarked('KIA1004', sidecar(`«./card.${domain}»`))).toMatchObject([
      { severity: 'warning', certainty: 'wrong' },
    ]);
    expect(expectMarked('KIA1004', sidecar('«./api.com»'))).toMatchObject([
      { severity: 'info', certainty: 'unknown' },
    ]);
    for (const host of [`./cart.${domain}`, `"*/*.${domain}"`, '"./*"'])
      expectMarked('KIA1004', sidecar(host));
  });

  test('for the mesh selects no pods', () => {
    const some = (key: string) => `\n  ${key}: {labels: {app: a}}`;
    expectMarked('KIA1006', sidecar('"./*"', some('«workloadSelector»'), 'istio-system'));
    expectMarked('KIA1006', sidecar('"./*"', some('workloadSelector')));
    expectMarked('KIA1006', sidecar('"./*"', '', 'istio-system'));
  });

  test('says what may leave the mesh', () => {
    expectMarked('KIA1007', sidecar('"./*"', '\n  «outboundTrafficPolicy»: {}'));
    expectMarked('KIA1007', sidecar('"./*"', '\n  outboundTrafficPolicy: {mode: REGISTRY_ONLY}'));
    expectMarked('KIA1007', sidecar('"./*"'));
  });
});
