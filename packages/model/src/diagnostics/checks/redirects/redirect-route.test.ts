import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';
import { DEFAULT_ASSUMPTIONS } from '../../../resources/assumptions.ts';

const HTTP = '{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}';
const HTTPS =
  '{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: cert}}';

const gateway = (...servers: readonly string[]): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers: [${servers.join(', ')}]
`;

const virtualService = (host: string, ...http: readonly string[]): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${host.split('.')[0]}}
spec:
  hosts: [${host}]
  gateways: [public]
  http:
${http.map((route) => `    - ${route}`).join('\n')}
`;

const ROUTE = 'route: [{destination: {host: web}}]';

describe('[A47] a redirect of a route', () => {
  test('to https is a circle where it answers https too', () => {
    const text = virtualService('a.example.com', '«redirect»: {scheme: https}');
    const [finding] = expectMarked('PTL243', gateway(HTTP, HTTPS) + text);
    expect(finding).toMatchObject({
      severity: 'error',
      data: { loop: ['https://a.example.com/', 'https://a.example.com/'] },
    });
    expectMarked('PTL243', gateway(HTTP) + text.replace(/[«»]/g, ''));
  });

  test('to https is right where a match, or a server, keeps it to http', () => {
    const matched = (match: string): string =>
      virtualService('a.example.com', `{match: [{${match}}], redirect: {scheme: https}}`, ROUTE);
    expectMarked('PTL243', gateway(HTTP, HTTPS) + matched('scheme: {exact: http}'));
    expectMarked('PTL243', gateway(HTTP, HTTPS) + matched('port: 80'));
  });

  test('to https is a circle where TLS ends in front', () => {
    const gateways = DEFAULT_ASSUMPTIONS.gateways.map((one) => ({
      ...one,
      tlsTerminatedInFront: true,
    }));
    const text = virtualService('a.example.com', '«redirect»: {scheme: https}');
    expectMarked('PTL243', gateway(HTTP) + text, { gateways });
  });

  test('to a path is a circle where the same route answers that', () => {
    const text = (route: string): string =>
      gateway(HTTP) + virtualService('a.example.com', route, ROUTE);
    expectMarked('PTL243', text('{match: [{uri: {prefix: /old}}], «redirect»: {uri: /old/new}}'));
    expectMarked('PTL243', text('{match: [{uri: {prefix: /old}}], redirect: {uri: /new}}'));
    expectMarked('PTL243', text('{match: [{uri: {exact: /old}}], redirect: {uri: /old/new}}'));
  });

  test('to another host is a circle where that leads back', () => {
    const both = (back: string): string =>
      gateway(HTTP) +
      virtualService('a.example.com', '«redirect»: {authority: b.example.com}') +
      virtualService('b.example.com', back);
    const found = expectMarked('PTL243', both('«redirect»: {authority: a.example.com}'));
    expect(found).toHaveLength(2);
    expectMarked('PTL243', both(ROUTE).replace(/[«»]/g, ''));
  });

  test('is followed no further than the text goes, and not where an order decides', () => {
    expectMarked(
      'PTL243',
      gateway(HTTP) + virtualService('a.example.com', 'redirect: {authority: www.example.org}'),
    );
    const twice = virtualService('a.example.com', 'redirect: {scheme: https}');
    expectMarked('PTL243', gateway(HTTP, HTTPS) + twice + twice.replace('{name: a}', '{name: b}'));
  });

  test('to https needs a server that takes it', () => {
    const text = virtualService('a.example.com', '«redirect»: {scheme: https}');
    const [finding] = expectMarked('PTL244', gateway(HTTP) + text);
    expect(finding?.data).toMatchObject({ host: 'a.example.com', assumption: 'gateways' });
    expectMarked('PTL244', gateway(HTTP, HTTPS) + text.replace(/[«»]/g, ''));
    const other = 'redirect: {scheme: https, authority: www.example.org}';
    expectMarked('PTL244', gateway(HTTP) + virtualService('a.example.com', other));
  });
});
