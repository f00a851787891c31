import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const service = (ports: string, more = '', labels = '{}') => `
apiVersion: v1
kind: Service
metadata: {name: cart, labels: ${labels}}
spec:
  ports: [${ports}]${more}
`;

describe('[A119] the name of a port', () => {
  test('says the protocol', () => {
    const [one] = expectMarked('IST0118', service('{name: «web», port: 80, targetPort: 8080}'));
    expect(one).toMatchObject({
      severity: 'info',
      istioMessage:
        "Port name web (port: 80, targetPort: 8080) doesn't follow the naming convention of Istio port.",
    });
    const [other] = expectMarked('IST0118', service('{port: «80»}'));
    expect(other?.istioMessage).toContain('Port name  (port: 80, targetPort: 0)');
    for (const name of [
      'http',
      'HTTP-web',
      'tcp',
      'grpc-web',
      'grpc-webby',
      'http_proxy-a',
      'redis',
    ])
      expectMarked('IST0118', service(`{name: ${name}, port: 80}`));
    for (const name of ['httpx', 'hbone', 'http3', 'x-http'])
      expectMarked('IST0118', service(`{name: «${name}», port: 80}`));
  });

  test('does not count beside appProtocol', () => {
    expectMarked('IST0118', service('{name: web, port: 80, appProtocol: http}'));
    expectMarked('IST0118', service('{name: web, port: 80, appProtocol: kubernetes.io/h2c}'));
    expectMarked('IST0118', service('{name: http, port: 80, appProtocol: «mqtt»}'));
    expectMarked('IST0118', service('{name: «http», port: 80, appProtocol: ""}'));
  });

  test('does not matter for UDP, for well-known ports, and in Istio itself', () => {
    expectMarked('IST0118', service('{name: dns, port: 5353, protocol: UDP}'));
    expectMarked('IST0118', service('{name: db, port: 3306}'));
    expectMarked('IST0118', service('{name: web, port: 80}', '', '{istio: pilot}'));
  });

  test('is not tcp, nor without protocol, where the Service is a name for a host outside', () => {
    const external = '\n  type: ExternalName\n  externalName: example.com';
    const [one] = expectMarked('IST0150', service('{name: «tcp», port: 80}', external));
    expect(one).toMatchObject({ severity: 'warning' });
    expect(one?.istioMessage).toContain('Port name for ExternalName service is invalid.');
    expectMarked('IST0150', service('{name: «web», port: 80}', external));
    expectMarked('IST0150', service('{name: http, port: 80}', external));
    expectMarked('IST0150', service('{name: tcp-web, port: 80}', external));
  });
});
