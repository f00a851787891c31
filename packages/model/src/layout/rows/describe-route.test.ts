import { describe, expect, test } from 'vitest';
import type { GatewayNode, VirtualServiceNode } from '../../graph/topology.ts';
import { buildSnapshot } from '../../snapshot.ts';
import { describeRoute, describeRouteOf, describeServer } from './describe-route.ts';

function virtualService(spec: string): VirtualServiceNode {
  const text = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: shop}\nspec:\n${spec}`;
  return buildSnapshot(text).topology.nodes[0] as VirtualServiceNode;
}

function gateway(servers: string): GatewayNode {
  const text = `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: gw}\nspec:\n  selector: {app: x}\n  servers:\n${servers}`;
  return buildSnapshot(text).topology.nodes[0] as GatewayNode;
}

describe('[L5] a route in one sentence', () => {
  const node = virtualService(`  hosts: [shop]
  http:
  - redirect: {uri: /new}
    match: [{uri: {exact: /old}}]
  - match: [{uri: {prefix: /cart}}, {uri: {prefix: /basket}}]
    route:
    - {destination: {host: cart, port: {number: 8080}}, weight: 90}
    - {destination: {host: cart, subset: v2}, weight: 10}
    mirror: {host: audit}
    mirrorPercentage: {value: 5}
  tls:
  - match: [{sniHosts: [db.example.com], port: 443}]
    route: [{destination: {host: db}}]
`);

  test.each([
    ['http', 0, 'Route 1 of VirtualService shop: path is /old, redirects to /new, 301'],
    [
      'http',
      1,
      'Route 2 of VirtualService shop: path starts with /cart or path starts with /basket, to cart port 8080, 90 %, to cart subset v2, 10 %, a copy of 5 % to audit',
    ],
    ['tcp', 0, 'TCP route 1 of VirtualService shop'],
  ] as const)('%s %i', (protocol, index, sentence) => {
    expect(describeRoute(node, protocol, index)).toBe(sentence);
  });

  test('of TLS says so', () => {
    expect(describeRoute(node, 'tls', 0)).toMatch(
      /^TLS route 1 of VirtualService shop: .*, to db$/,
    );
  });
});

describe('[L7] a server in one sentence', () => {
  test.each([
    ['  - port: {number: 80, protocol: HTTP}\n    hosts: ["*"]\n', 'Server 80 HTTP, for *'],
    [
      '  - port: {number: 443, protocol: HTTPS}\n    hosts: [a.example.com, b.example.com]\n    tls: {mode: SIMPLE, credentialName: cert}\n',
      'Server 443 HTTPS, TLS SIMPLE, for a.example.com, b.example.com, Secret cert, not in this YAML',
    ],
    [
      '  - port: {number: 80, protocol: HTTP}\n    tls: {httpsRedirect: true}\n',
      'Server 80 HTTP, redirects to HTTPS, without hosts',
    ],
  ])('%j', (servers, sentence) => {
    const [server] = gateway(servers).servers;
    expect(server && describeServer(server)).toBe(sentence);
  });
});

test('[L5] a line names the route that it begins at, in words', () => {
  const text = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop]
  http:
  - match: [{uri: {prefix: /cart}}]
    route: [{destination: {host: cart}}]
  - delegate: {name: rest}
`;
  const { nodes, edges } = buildSnapshot(text).topology;
  const said = edges.map((edge) =>
    describeRouteOf(
      edge,
      nodes.find(({ id }) => id === edge.source),
    ),
  );
  expect(new Set(said)).toEqual(
    new Set([null, 'Route 1 of VirtualService shop: path starts with /cart']),
  );
});
