import { describe, expect, test } from 'vitest';
import { encodeText, makeCertificate } from '../../../../test/support/make-certificate.ts';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (credential: string, selector = 'istio: ingressgateway') => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: shop}
spec:
  selector: {${selector}}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: ["*"]
    tls: {mode: SIMPLE, credentialName: ${credential}}
`;

const secret = (name: string, data: string, namespace = 'istio-system') => `---
apiVersion: v1
kind: Secret
metadata: {name: ${name}, namespace: ${namespace}}
type: kubernetes.io/tls
${data}
`;

const data = (certificate: string, names = ['tls.crt', 'tls.key']) =>
  `data: {${names[0]}: ${encodeText(certificate)}, ${names[1]}: ${encodeText('secret')}}`;
const GOOD = makeCertificate('20000101000000', '29990101000000');

describe('[A114] the Secret of a TLS server', () => {
  test('is read where the pods of the gateway are', () => {
    expectMarked('IST0101', gateway('cert') + secret('cert', data(GOOD)));
    const [one] = expectMarked('IST0101', gateway('«cert»') + secret('cert', data(GOOD), 'shop'));
    expect(one).toMatchObject({
      severity: 'error',
      istioMessage: 'Referenced credentialName not found: "cert"',
      related: [{ resource: 'Secret/shop/cert' }],
    });
  });

  test('is unknown where the text has no certificates there, and wrong where it has', () => {
    expect(expectMarked('IST0101', gateway('«cert»'))).toMatchObject([
      { severity: 'info', certainty: 'unknown' },
    ]);
    expectMarked('IST0101', gateway('cert'), { secrets: ['istio-system/cert'] });
    expect(expectMarked('IST0101', gateway('«cert»') + secret('other', data(GOOD)))).toMatchObject([
      { severity: 'error', certainty: 'wrong' },
    ]);
  });

  test('has a certificate and a key, by one of two pairs of names', () => {
    const names = ['cert', 'key'];
    expectMarked('IST0161', gateway('cert') + secret('cert', data(GOOD, names)));
    const [one] = expectMarked(
      'IST0161',
      gateway('«cert»') + secret('cert', data(GOOD, ['tls.cert', 'tls.key'])),
    );
    expect(one).toMatchObject({
      severity: 'error',
      istioMessage:
        'The credential referenced by the Gateway public in namespace istio-system is invalid, which can cause the traffic not to work as expected.',
    });
    expectMarked('IST0161', gateway('«cert»') + secret('cert', data('no certificate')));
  });

  test('may be written as it is', () => {
    const plain = `stringData:\n  tls.key: secret\n  tls.crt: |\n${GOOD.replace(/^/gm, '    ')}`;
    expectMarked('IST0161', gateway('cert') + secret('cert', plain));
  });

  test('is valid now', () => {
    const old = makeCertificate('20000101000000', '230314120000');
    const early = makeCertificate('29980101000000', '29990101000000');
    const [one] = expectMarked('IST0161', gateway('«cert»') + secret('cert', data(old)));
    expect(one?.message).toContain('expired');
    const [other] = expectMarked('IST0161', gateway('«cert»') + secret('cert', data(early)));
    expect(other?.message).toContain('not valid yet');
  });

  test('is never shown', () => {
    const text = gateway('«cert»') + secret('cert', data('hush hush'));
    expect(
      JSON.stringify(expectMarked('IST0161', text).map((one) => ({ ...one, document: 0 }))),
    ).not.toMatch(/hush|aHVza|secret"/);
  });
});
