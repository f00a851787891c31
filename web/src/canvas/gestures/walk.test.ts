import { buildScene, buildSnapshot } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { connectCommand } from '../lines/connect-command.ts';
import { edgesOfNode, neighbourOf, nextInOrder, pathOf, readingOrder, walk } from './walk.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [front]
  http:
    - match: [{uri: {prefix: /cart}}]
      route: [{destination: {host: cart, port: {number: 80}}}]
    - route: [{destination: {host: web, port: {number: 80}}}]
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}, {name: admin, port: 9000}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
`;
const LOAD_BALANCER = 'LoadBalancer/istio-system/istio-ingressgateway';
const [FRONT, SHOP] = ['Gateway/default/front', 'VirtualService/default/shop'];
const [CART, WEB] = ['Service/default/cart', 'Service/default/web'];

// The second Service in the text stands above the first one.
const scene = buildScene(
  buildSnapshot(TEXT).topology,
  new Map([
    [LOAD_BALANCER, { x: 0, y: 0 }],
    [FRONT, { x: 300, y: 0 }],
    [SHOP, { x: 600, y: 0 }],
    [CART, { x: 900, y: 400 }],
    [WEB, { x: 900, y: 0 }],
  ]),
);

describe('[P9] with the keyboard', () => {
  test('nodes are read column by column, each from top to bottom', () => {
    expect(readingOrder(scene).map(({ id }) => id)).toEqual([
      LOAD_BALANCER,
      FRONT,
      SHOP,
      WEB,
      CART,
    ]);
  });

  test('Tab begins at the first node and leads out after the last, backwards before the first', () => {
    expect(nextInOrder(scene, null, 1)?.id).toBe(LOAD_BALANCER);
    expect(nextInOrder(scene, SHOP, 1)?.id).toBe(WEB);
    expect(nextInOrder(scene, CART, 1)).toBeUndefined();
    expect(nextInOrder(scene, SHOP, -1)?.id).toBe(FRONT);
    expect(nextInOrder(scene, LOAD_BALANCER, -1)).toBeUndefined();
  });

  test('arrows follow the edges and go up and down the column', () => {
    expect(walk(scene, FRONT, 'right')?.id).toBe(SHOP);
    expect(walk(scene, SHOP, 'right')?.id).toBe(WEB);
    expect(walk(scene, WEB, 'down')?.id).toBe(CART);
    expect(walk(scene, CART, 'left')?.id).toBe(SHOP);
    expect(walk(scene, CART, 'down')).toBeUndefined();
    expect(walk(scene, LOAD_BALANCER, 'left')).toBeUndefined();
  });

  test('the edges of a node come from top to bottom, those that arrive first', () => {
    const ends = edgesOfNode(scene, SHOP).map(({ source, target }) => [source.id, target.id]);
    expect(ends).toEqual([
      [FRONT, SHOP],
      [SHOP, CART],
      [SHOP, WEB],
    ]);
  });

  test('a whole path can be taken, upstream or downstream', () => {
    expect([...pathOf(scene, FRONT, 'right')].sort()).toEqual([CART, FRONT, SHOP, WEB].sort());
    expect([...pathOf(scene, CART, 'left')].sort()).toEqual(
      [CART, FRONT, LOAD_BALANCER, SHOP].sort(),
    );
  });
});

describe('[P9] when something goes', () => {
  const places = new Map(scene.nodes.map(({ id, x, y }) => [id, { x, y }]));
  const after = (text: string, more: ReadonlyMap<string, { x: number; y: number }> = new Map()) =>
    buildScene(buildSnapshot(text).topology, new Map([...places, ...more]));
  const node = (id: string) => ({ kind: 'node', id }) as const;
  const [gateway, , cart, web] = TEXT.split('---\n');
  if (cart === undefined) throw new Error('no documents');

  test('the node next to it in its column is near, below before above', () => {
    const withoutWeb = after([gateway, cart].join('---\n'));
    expect(neighbourOf(scene, node(WEB), withoutWeb)).toEqual(node(CART));
    const withoutCart = after([gateway, web].join('---\n'));
    expect(neighbourOf(scene, node(CART), withoutCart)).toEqual(node(WEB));
  });

  test('where its column is empty, the next one in reading order is', () => {
    expect(neighbourOf(scene, node(SHOP), after([gateway, cart].join('---\n')))).toEqual(
      node(CART),
    );
    expect(neighbourOf(scene, node(CART), after(''))).toBeNull();
  });

  test('what has its place under another name is the same to the user', () => {
    const renamed = TEXT.replaceAll('cart', 'basket');
    const basket = 'Service/default/basket';
    const now = after(renamed, new Map([[basket, { x: 900, y: 400 }]]));
    expect(neighbourOf(scene, node(CART), now)).toEqual(node(basket));
  });

  test('another line of its source is near a line, else its source', () => {
    const [toCart, toWeb] = edgesOfNode(scene, SHOP).slice(-2);
    if (toCart === undefined || toWeb === undefined) throw new Error('no edges');
    const edge = ({ id }: { readonly id: string }) => ({ kind: 'edge', id }) as const;
    const withoutWeb = { ...scene, edges: scene.edges.filter(({ id }) => id !== toWeb.id) };
    expect(neighbourOf(scene, edge(toWeb), withoutWeb)).toEqual(edge(toCart));
    expect(neighbourOf(scene, edge(toWeb), { ...scene, edges: [] })).toEqual(node(SHOP));
  });
});

describe('a line that is drawn', () => {
  const [shop, cart, front] = [SHOP, CART, FRONT].map((id) => {
    const node = scene.nodeById.get(id);
    if (node === undefined) throw new Error(`no ${id}`);
    return node;
  });
  if (shop === undefined || cart === undefined || front === undefined) throw new Error('no nodes');

  test('means the route that it starts at and the port that it ends at', () => {
    const command = connectCommand({ node: shop, row: 'http-1-0' }, { node: cart, row: 'port-1' });
    expect(command).toEqual({
      kind: 'connect',
      source: SHOP,
      target: CART,
      route: { protocol: 'http', index: 1 },
      port: 9000,
    });
  });

  test('leaves both open where it is drawn from or to no row that says them', () => {
    expect(connectCommand({ node: front, row: 'server-0' }, { node: shop, row: 'hosts' })).toEqual({
      kind: 'connect',
      source: FRONT,
      target: SHOP,
    });
    expect(connectCommand({ node: shop, row: 'http-more' }, { node: cart, row: null })).toEqual({
      kind: 'connect',
      source: SHOP,
      target: CART,
    });
  });
});
