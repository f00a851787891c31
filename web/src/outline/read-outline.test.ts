import { buildSnapshot } from '@portolan/model';
import { expect, test } from 'vitest';
import { type OutlineEntry, readOutline } from './read-outline.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [gw]
  http:
  - match: [{uri: {prefix: /cart}}]
    route: [{destination: {host: cart}}]
  - route: [{destination: {host: basket}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: api}
spec: {hosts: [api.example.com], gateways: [gw], http: [{route: [{destination: {host: cart}}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {selector: {app: cart}, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart-v1}
spec: {template: {metadata: {labels: {app: cart}}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gw}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
`;

function lines(entries: readonly OutlineEntry[], indent = ''): readonly string[] {
  return entries.flatMap(({ label, note, children }) => [
    `${indent}${label}${note === '' ? '' : ` (${note})`}`,
    ...lines(children, `${indent}  `),
  ]);
}

test('[P9] the outline is the map in words, in the way that requests take', () => {
  expect(lines(readOutline(buildSnapshot(TEXT)))).toEqual([
    'On the canvas',
    '  LoadBalancer istio-ingressgateway, namespace istio-system (implied)',
    '    Gateway gw, namespace default',
    '      Server 80 HTTP, for *',
    '      VirtualService shop, namespace default',
    '        Route 1 of VirtualService shop: path starts with /cart, to cart',
    '          Service cart, namespace default',
    '            Deployment cart-v1',
    '        Route 2 of VirtualService shop: any request, to basket (broken)',
    '          Service basket, namespace default (missing, broken connection)',
    '      VirtualService api, namespace default',
    '        Route 1 of VirtualService api: any request, to cart',
    '          Service cart, namespace default (see above)',
    'In the text only',
    '  Deployment cart-v1, namespace default (apps)',
    '  Gateway gw, namespace default (gateway.networking.k8s.io)',
    '  ConfigMap settings, namespace default',
  ]);
});

test('VirtualServices that delegate in a circle are listed once each', () => {
  const delegate = (name: string, to: string) =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}}\nspec: {hosts: [${name}], http: [{delegate: {name: ${to}}}]}\n`;
  const text = `${delegate('a', 'b')}---\n${delegate('b', 'a')}`;
  const all = lines(readOutline(buildSnapshot(text)));
  expect(all.filter((line) => /^ +VirtualService a,.*default/.test(line))).toHaveLength(2);
});

test('keys are unique', () => {
  const keys = (entries: readonly OutlineEntry[]): readonly string[] =>
    entries.flatMap(({ key, children }) => [key, ...keys(children)]);
  const all = keys(readOutline(buildSnapshot(TEXT)));
  expect(new Set(all).size).toBe(all.length);
});
