import { describe, expect, test } from 'vitest';
import { validationOf } from '../../../../../test/support/find-diagnostics.ts';

function gateway(servers: string, name = 'shop'): string {
  return `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: ${name}}\nspec:\n  servers: ${servers}\n`;
}

const HTTP = 'port: {number: 80, name: http, protocol: HTTP}';
const HTTPS = 'port: {number: 443, name: https, protocol: HTTPS}';

describe("Istio's validation of a Gateway (IST0106, IST0133)", () => {
  test('[A50] says nothing of one that Istio takes', () => {
    const servers = `[{${HTTP}, hosts: [shop.example.com, "*.example.org", ./a.b, "*/c.d", 10.1.2.3], tls: {httpsRedirect: true}}, {${HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: cert}}]`;
    expect(validationOf(gateway(servers))).toEqual([]);
  });

  test.each([
    ['[]', 'spec.servers <[]>', 'gateway must have at least one server'],
    [
      `[{${HTTP}}]`,
      `spec.servers[0].hosts <{${HTTP}}>`,
      'server config must contain at least one host',
    ],
    [
      `[{${HTTP}, hosts: [shop]}]`,
      'spec.servers[0].hosts[0] <shop>',
      'short names (non FQDN) are not allowed',
    ],
    [
      `[{${HTTP}, hosts: ["*shop.com"]}]`,
      'spec.servers[0].hosts[0] <"*shop.com">',
      'partial wildcard "*shop.com" not allowed',
    ],
    [
      `[{${HTTP}, hosts: [a..com]}]`,
      'spec.servers[0].hosts[0] <a..com>',
      'domain name ".com" invalid (label "" invalid)',
    ],
    [
      `[{${HTTP}, hosts: [a.b/a.com]}]`,
      'spec.servers[0].hosts[0] <a.b/a.com>',
      'invalid namespace value "a.b" in gateway',
    ],
    ['[{hosts: [a.com]}]', 'spec.servers[0].port <{hosts: [a.com]}>', 'port is required'],
    [
      '[{hosts: [a.com], port: {number: 80, name: x, protocol: HTPP}}]',
      'spec.servers[0].port.protocol <HTPP>',
      'invalid protocol "HTPP", supported protocols are HTTP, HTTP2, GRPC, GRPC-WEB, MONGO, REDIS, MYSQL, TCP',
    ],
    [
      '[{hosts: [a.com], port: {number: 70000, name: x, protocol: HTTP}}]',
      'spec.servers[0].port.number <70000>',
      'port number 70000 must be in the range 1..65535',
    ],
    [
      '[{hosts: [a.com], port: {number: 80, name: x, protocol: HTTP, targetPort: 8080}}]',
      'spec.servers[0].port.targetPort <8080>',
      'targetPort has no impact on Gateways',
    ],
    [
      '[{hosts: [a.com], port: {number: 80, protocol: HTTP}}]',
      'spec.servers[0].port.name <{number: 80, protocol: HTTP}>',
      'port name must be set: number:80 protocol:"HTTP"',
    ],
    [
      `[{${HTTP}, hosts: [a.com], bind: nowhere}]`,
      'spec.servers[0].bind <nowhere>',
      'nowhere is not a valid IP',
    ],
    [
      `[{${HTTPS}, hosts: [a.com]}]`,
      `spec.servers[0].tls <{${HTTPS}, hosts: [a.com]}>`,
      'server must have TLS settings for HTTPS/TLS protocols',
    ],
    [
      `[{${HTTP}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: x}}]`,
      'spec.servers[0].tls <{mode: SIMPLE, credentialName: x}>',
      'server cannot have TLS settings for plain text HTTP ports',
    ],
    [
      '[{port: {number: 9000, name: tcp, protocol: TCP}, hosts: [a.com], tls: {mode: PASSTHROUGH}}]',
      'spec.servers[0].tls <{mode: PASSTHROUGH}>',
      'server cannot have TLS settings for non HTTPS/TLS ports',
    ],
    [
      `[{${HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, serverCertificate: /c}}]`,
      'spec.servers[0].tls.privateKey <{mode: SIMPLE, serverCertificate: /c}>',
      'SIMPLE TLS requires a private key',
    ],
    [
      `[{${HTTPS}, hosts: [a.com], tls: {mode: ISTIO_MUTUAL, credentialName: x}}]`,
      'spec.servers[0].tls.credentialName <x>',
      'ISTIO_MUTUAL TLS cannot have associated credentialName',
    ],
    [
      `[{${HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: x, serverCertificate: /c}}]`,
      'spec.servers[0].tls.credentialName <x>',
      'only one of credential_name, credential_names, server_certificate/private_key, tls_certificates should be specified',
    ],
    [
      `[{${HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, serverCertificate: /c, privateKey: /k, caCrl: /l}}]`,
      'spec.servers[0].tls.caCrl </l>',
      'CRL is not supported with SIMPLE TLS',
    ],
  ])('[A50] refuses %s', (servers, place, istio) => {
    expect(validationOf(gateway(servers))).toEqual([`${place}: error: ${istio}`]);
  });

  test.each([
    [
      `[{${HTTPS}, hosts: [a.com], tls: {credentialName: x}}]`,
      'spec.servers[0].tls.credentialName <x>',
      'PASSTHROUGH mode does not use certificates, they will be ignored',
    ],
    [
      `[{${HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: x, httpsRedirect: true}}]`,
      'spec.servers[0].tls.httpsRedirect <true>',
      'tls.httpsRedirect should only be used with http servers',
    ],
    [
      `[{${HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: x, cipherSuites: [A, AES128-SHA, AES128-SHA]}}]`,
      'spec.servers[0].tls.cipherSuites <[A, AES128-SHA, AES128-SHA]>',
      'ignoring duplicate cipher suites: [AES128-SHA]',
    ],
    [
      `[{${HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: x, minProtocolVersion: TLSV1_0}}]`,
      'spec.servers[0].tls.minProtocolVersion <TLSV1_0>',
      'TLS version below TLSV1_2 require setting compatible ciphers as by default they no longer include compatible ciphers.',
    ],
  ])('[A50] warns of %s', (servers, place, istio) => {
    expect(validationOf(gateway(servers))).toContain(`${place}: warning: ${istio}`);
  });

  test('[A50] a name with a dot, and port names that repeat', () => {
    expect(
      validationOf(gateway(`[{${HTTP}, hosts: [a.com]}, {${HTTP}, hosts: [b.com]}]`, 'a.b')),
    ).toEqual([
      'metadata.name <a.b>: error: invalid gateway name: "a.b"',
      'spec.servers[1].port.name <http>: error: port names in servers must be unique: duplicate name http',
    ]);
  });
});
