import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (...servers: readonly string[]): string => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  servers:
${servers.map((server, index) => `    - ${server.replace('name', `name: p${index}`)}`).join('\n')}
`;

const plain = (protocol: string, port = 80): string =>
  `{port: {number: ${port}, name, protocol: ${protocol}}, hosts: ["*"]}`;
const tls = (hosts: string, protocol = 'HTTPS'): string =>
  `{port: {number: 80, name, protocol: ${protocol}}, hosts: ${hosts}, tls: {mode: SIMPLE, credentialName: c}}`;

describe('[A53] servers of a Gateway on one port', () => {
  test.each([
    ['https behind http', plain('HTTP'), tls('["*"]', '«HTTPS»')],
    ['TCP behind http', plain('HTTP'), plain('«TCP»')],
    ['TCP behind TCP', plain('TCP'), plain('«TCP»')],
    ['http behind TCP', plain('MONGO'), plain('«HTTP2»')],
  ])('lose %s', (_what, ...servers) => {
    const [finding] = expectMarked('PTL260', gateway(...servers));
    expect(finding).toMatchObject({ severity: 'error', data: { server: 1, port: 80 } });
  });

  test('keep http behind https, and lose https behind that', () => {
    const servers = [tls('[a.com]'), plain('HTTP')];
    expectMarked('PTL260', gateway(...servers));
    expectMarked('PTL260', gateway(...servers, tls('[b.com]', '«HTTPS»')));
  });

  test('keep what is alike, and what listens elsewhere', () => {
    expectMarked('PTL260', gateway(plain('HTTP'), plain('GRPC')));
    expectMarked('PTL260', gateway(tls('[a.com]'), tls('[b.com]', 'TLS')));
    expectMarked('PTL260', gateway(plain('HTTP'), plain('TCP', 81)));
    const bound = plain('TCP').replace('{port', '{bind: 10.0.0.1, port');
    expectMarked('PTL260', gateway(plain('HTTP'), bound));
  });

  test('are lost with all their hosts where one host is there before', () => {
    const [finding] = expectMarked('PTL261', gateway(tls('[a.com]'), tls('«[a.com, b.com]»')));
    expect(finding?.data).toMatchObject({ host: 'a.com' });
    expectMarked('PTL261', gateway(tls('[a.com]'), tls('[b.com, "*.a.com"]')));
    expectMarked('PTL261', gateway(tls('[a.com]'), tls('[a.com]')));
    expectMarked('PTL261', gateway(plain('HTTP'), plain('HTTP').replace('["*"]', '["*", a.com]')));
  });

  test('are compared as istiod compares them, which is as the compile does', () => {
    const own = tls('[./a.com]');
    expectMarked('PTL261', gateway(own, tls('«[default/a.com, b.com]»')));
    // A server that is dropped for its port has its hosts taken before.
    const servers = [plain('HTTP'), tls('[a.com]', '«HTTPS»'), tls('«[a.com, b.com]»')];
    expectMarked('PTL260', gateway(...servers.map((one) => one.replace(/«(\[.*\])»/, '$1'))));
    expectMarked('PTL261', gateway(...servers.map((one) => one.replace('«HTTPS»', 'HTTPS'))));
  });

  test('are not dropped by one that Istio makes nothing of', () => {
    const bare = plain('HTTPS');
    expectMarked('PTL260', gateway(bare, tls('[a.com]')));
  });
});
