import { buildSnapshot, findTopologyNode, traceRequest } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { requestFor } from './request-for.ts';

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers:
  - {port: {number: 443, name: https, protocol: HTTPS}, hosts: [pay.example.com], tls: {mode: MUTUAL, credentialName: pay}}
  - {port: {number: 8443, name: tls, protocol: TLS}, hosts: ["*.example.com"], tls: {mode: PASSTHROUGH}}
  - {port: {number: 3306, name: db, protocol: TCP}, hosts: ["*"]}
`;

const TEXT = `${GATEWAY}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay}
spec:
  hosts: [pay.example.com]
  gateways: [public]
  http: [{match: [{uri: {prefix: /api}}], route: [{destination: {host: web}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bytes}
spec:
  hosts: ["*.example.com"]
  gateways: [public]
  tls: [{match: [{sniHosts: [secure.example.com], port: 8443}], route: [{destination: {host: web}}]}]
  tcp: [{match: [{port: 3306}], route: [{destination: {host: db}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: idle}
spec: {hosts: [idle.example.com], gateways: [public]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {ports: [{name: db, port: 3306}]}
---
apiVersion: v1
kind: Service
metadata: {name: alone}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: front, namespace: istio-system}
spec:
  type: LoadBalancer
  selector: {istio: ingressgateway}
  ports: [{name: https, port: 443}, {name: tls, port: 8443}, {name: db, port: 3306}]
`;

const snapshot = buildSnapshot(TEXT);

/** How the request for a node, or a row of it, ends; or why there is none. */
async function ending(id: string, row: string | null = null): Promise<string> {
  const node = findTopologyNode(snapshot, id);
  if (node === undefined) throw new Error(`no ${id}`);
  const built = await requestFor(snapshot, node, row);
  if (!built.ok) return built.reason;
  const { outcome, destination } = traceRequest(snapshot, built.request, null);
  return `${outcome} ${destination?.host.split('.')[0] ?? ''}`.trim();
}

describe('a request through what is selected', () => {
  test.each([
    ['VirtualService/default/pay', 'http-0', 'routed web'],
    ['VirtualService/default/bytes', 'tls-0', 'tcp-proxied web'],
    ['VirtualService/default/bytes', 'tcp-0-0', 'tcp-proxied db'],
    ['VirtualService/default/bytes', null, 'tcp-proxied web'],
    ['VirtualService/default/idle', null, 'idle has no route.'],
    ['Service/default/web', null, 'routed web'],
    ['Service/default/db', null, 'tcp-proxied db'],
    ['Gateway/default/public', 'server-1', 'tcp-proxied web'],
    ['Gateway/default/public', 'server-2', 'tcp-proxied db'],
    ['Service/default/alone', null, 'No route leads to alone.'],
  ])('%s, row %s: %s', async (id, row, end) => {
    expect(await ending(id, row)).toBe(end);
  });

  test('shows a certificate where a server wants one', async () => {
    // The handshake works; the VirtualService has no route for the start page.
    expect(await ending('Gateway/default/public', 'server-0')).toBe('no-route');
    expect(await ending('LoadBalancer/istio-system/front')).toBe('no-route');
  });
});
