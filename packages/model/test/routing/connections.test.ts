import { describe, expect, test } from 'vitest';
import {
  buildSnapshot,
  requestForRoute,
  requestsForRoutes,
  type Trace,
  traceRequest,
} from '../../src/index.ts';
import { backend, gateway } from './trace-text.ts';

const tcp = (port: number, name = `tcp-${port}`) =>
  `{port: {number: ${port}, name: ${name}, protocol: TCP}, hosts: ["*"]}`;
const tls = (port: number, mode: string, hosts = '"*"') =>
  `{port: {number: ${port}, name: tls-${port}, protocol: TLS}, hosts: [${hosts}], tls: {mode: ${mode}, credentialName: cert}}`;
const to = (host: string) => `route: [{destination: {host: ${host}}}]`;

function routes(spec: string, name = 'shop'): string {
  return `---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}}\nspec:\n  hosts: ["*"]\n  gateways: [public]\n  ${spec}\n`;
}

const FRONT = `---
apiVersion: v1
kind: Service
metadata: {name: front, namespace: istio-system}
spec:
  type: LoadBalancer
  selector: {istio: ingressgateway}
  ports: [{name: a, port: 9000}, {name: b, port: 9001}, {name: c, port: 443}]
`;

/** The trace of the connection for a route, or why there is none. */
function follow(text: string, path: readonly (string | number)[], name = 'shop'): Trace | string {
  const snapshot = buildSnapshot(text + FRONT + backend('db', 3306) + backend('web', 8443));
  const found = requestForRoute(
    snapshot,
    `VirtualService/default/${name}`,
    ['spec', ...path],
    null,
  );
  return found.ok ? traceRequest(snapshot, found.request, null) : found.reason;
}

describe('[V40] a connection for a route', () => {
  test('of tcp comes in by the port of its server', () => {
    const text =
      gateway(`${tcp(9000)}, ${tcp(9001)}`) +
      routes(`tcp: [{match: [{port: 9000}], ${to('web')}}, {match: [{port: 9001}], ${to('db')}}]`);
    expect(follow(text, ['tcp', 1])).toMatchObject({
      request: { protocol: 'tcp', port: 9001, sni: null, gateway: 'default/public' },
      outcome: 'tcp-proxied',
      destination: { host: 'db.default.svc.cluster.local' },
    });
  });

  test('of tls asks for a name that no other route has', () => {
    const text =
      gateway(tls(443, 'PASSTHROUGH', '"*.example.com"')) +
      routes(
        `tls: [{match: [{sniHosts: [www.example.com], port: 443}], ${to('web')}}, {match: [{sniHosts: ["*.example.com"]}], ${to('db')}}]`,
      );
    expect(follow(text, ['tls', 0])).toMatchObject({
      request: { protocol: 'tls', port: 443, sni: 'www.example.com' },
      destination: { host: 'web.default.svc.cluster.local' },
    });
    const wide = follow(text, ['tls', 1]);
    expect(wide).toMatchObject({
      outcome: 'tcp-proxied',
      destination: { host: 'db.default.svc.cluster.local' },
      request: { sni: expect.stringMatching(/^(?!www\.).+\.example\.com$/) },
    });
  });

  test('of tcp on a server that ends TLS shows what the server wants', () => {
    const text = gateway(tls(443, 'MUTUAL')) + routes(`tcp: [{${to('db')}}]`);
    expect(follow(text, ['tcp', 0])).toMatchObject({
      request: { protocol: 'tls', port: 443, clientCertificate: true },
      outcome: 'tcp-proxied',
    });
  });

  test('is not there for a route that Istio leaves out, and the reason is', () => {
    const two = `tcp: [{${to('web')}}, {${to('db')}}]`;
    expect(follow(gateway(tcp(9000)) + routes(two), ['tcp', 1])).toContain(
      'a server uses one, and another route comes first',
    );
    expect(follow(routes(two), ['tcp', 0])).toBe(
      'This route is on no gateway that is in this text or assumed.',
    );
  });

  test('is among the requests for all routes', () => {
    const text =
      gateway(`${tcp(9000)}, ${tls(443, 'PASSTHROUGH')}`) +
      routes(
        `tcp: [{match: [{port: 9000}], ${to('db')}}]\n  tls: [{match: [{sniHosts: [a.b]}], ${to('web')}}]`,
      );
    const all = requestsForRoutes(buildSnapshot(text + FRONT), null);
    expect(all.map(({ protocol, port, sni }) => [protocol, port, sni])).toEqual([
      ['tls', 443, 'a.b'],
      ['tcp', 9000, null],
    ]);
  });
});
