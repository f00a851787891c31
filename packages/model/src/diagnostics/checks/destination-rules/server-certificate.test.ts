import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const rule = (tls: string, more = '') => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: db}
spec:
  host: db.example.com${more}
  trafficPolicy: {${tls}}
`;

describe('[A122] TLS to a host', () => {
  test('says who may sign its certificate', () => {
    const [one] = expectMarked('IST0128', rule('tls: {mode: «SIMPLE»}'));
    expect(one).toMatchObject({
      severity: 'warning',
      istioMessage:
        'DestinationRule default/db in namespace default has TLS mode set to SIMPLE but no caCertificates are set to validate server identity for host: db.example.com',
    });
    expectMarked('IST0128', rule('tls: {mode: SIMPLE, caCertificates: /ca.pem}'));
    expectMarked('IST0128', rule('tls: {mode: ISTIO_MUTUAL}'));
    expectMarked('IST0128', rule('tls: {mode: «MUTUAL», credentialName: a}'));
    const forSome = '\n  workloadSelector: {matchLabels: {app: a}}';
    expectMarked('IST0128', rule('tls: {mode: MUTUAL, credentialName: a}', forSome));
  });

  test('is a note where not to check is meant', () => {
    expect(
      expectMarked('IST0128', rule('tls: {mode: «SIMPLE», insecureSkipVerify: true}')),
    ).toMatchObject([{ severity: 'info' }]);
  });

  test('is asked of each port', () => {
    const ports = (tls: string) =>
      rule(`portLevelSettings: [{port: {number: 443}, tls: {${tls}}}]`);
    const [one] = expectMarked('IST0129', ports('mode: «SIMPLE»'));
    expect(one?.istioMessage).toContain('for host: db.example.com at port number:443');
    expectMarked('IST0129', ports('mode: SIMPLE, caCertificates: /ca.pem'));
  });
});
