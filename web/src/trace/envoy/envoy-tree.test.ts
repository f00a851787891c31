import { buildSnapshot, finish, gatewayConfigsInSlices } from '@portolan/model';
import { expect, test } from 'vitest';
import { envoyTree, findElementAt } from './envoy-tree.ts';

const SHOP = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [shop]
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: carts}
spec:
  host: cart
  trafficPolicy:
    loadBalancer: {simple: RANDOM}
`;

test('the lines of a DestinationRule lead to the cluster that they make, and it says so', () => {
  const snapshot = buildSnapshot(SHOP);
  const [config] = finish(gatewayConfigsInSlices(snapshot));
  if (config === undefined) throw new Error('There is no gateway');
  const tree = envoyTree(config);
  const found = findElementAt(tree, snapshot, SHOP.indexOf('RANDOM'));
  expect(found?.name).toBe('outbound|80||cart.default.svc.cluster.local');
  expect(found?.detail).toBe('all requests; by DestinationRule carts');
  expect(found?.json()).toMatchObject({ lb_policy: 'RANDOM' });
});
