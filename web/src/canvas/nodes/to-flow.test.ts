import {
  buildScene,
  buildSnapshot,
  layoutTopology,
  type Point,
  type Scene,
  updateSnapshot,
} from '@portolan/model';
import { expect, test } from 'vitest';
import { type FlowMarks, toFlowNodes } from './to-flow.ts';

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
  http: [{route: [{destination: {host: cart, port: {number: 80}}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
`;
const NOTHING: FlowMarks = { type: 'table', selected: new Set(), refused: new Set(), path: null };
const LOAD_BALANCER = 'LoadBalancer/istio-system/istio-ingressgateway';

const snapshot = buildSnapshot(TEXT);
const places = layoutTopology(snapshot.topology);

function sceneAt(moved: readonly (readonly [string, Point])[] = []): Scene {
  return buildScene(snapshot.topology, new Map([...places, ...moved]));
}

test('nodes stand in columns from the load balancer to the Service, as tall as they are measured', () => {
  const { nodes } = sceneAt();
  expect(nodes.map(({ id }) => id)).toEqual([
    LOAD_BALANCER,
    'Gateway/default/front',
    'VirtualService/default/shop',
    'Service/default/cart',
  ]);
  for (const node of nodes) expect(node.height).toBe(node.geometry.height);
});

test('an edge runs from the row of its destination to the row of the port that it reaches', () => {
  const scene = sceneAt();
  const edge = scene.edges.find(({ edge: { kind } }) => kind === 'routes');
  const [line] = edge?.lines ?? [];
  const source = scene.nodeById.get('VirtualService/default/shop');
  const target = scene.nodeById.get('Service/default/cart');
  const row = source?.geometry.rows.find(({ id }) => id === 'http-0-0');
  const port = target?.geometry.rows.find(({ id }) => id === 'port-0');
  expect(line?.curve.startX).toBe((source?.x ?? 0) + (source?.width ?? 0));
  expect(line?.curve.startY).toBe((source?.y ?? 0) + (row?.y ?? 0) + (row?.height ?? 0) / 2);
  expect(line?.curve.endX).toBe(target?.x);
  expect(line?.curve.endY).toBe((target?.y ?? 0) + (port?.y ?? 0) + (port?.height ?? 0) / 2);
});

test('what did not move is the same object, what did and its edges are not', () => {
  const before = sceneAt();
  const after = sceneAt([['Service/default/cart', { x: 5, y: 7 }]]);
  const same = (id: string) => before.nodeById.get(id) === after.nodeById.get(id);
  expect(same('Service/default/cart')).toBe(false);
  expect(same('Gateway/default/front')).toBe(true);
  const edgeIds = before.edges.filter((edge) => after.edges.includes(edge)).map(({ id }) => id);
  expect(edgeIds).toEqual(
    before.edges.map(({ id }) => id).filter((id) => !id.endsWith('Service/default/cart#http-0-0')),
  );
  expect(edgeIds).toHaveLength(2);
});

test('a node without a place and an edge without an end do no harm', () => {
  expect(buildScene(snapshot.topology, new Map()).nodes[0]).toMatchObject({ x: 0, y: 0 });
  const { nodes, edges } = snapshot.topology;
  const cut = { nodes: nodes.filter(({ kind }) => kind !== 'Service'), edges };
  expect(buildScene(cut, places).edges).toHaveLength(2);
});

test('[P7] after a keystroke only the node that it is about is a new React Flow node', () => {
  const scene = sceneAt();
  const before = toFlowNodes(scene, scene.nodes, NOTHING);
  const at = TEXT.lastIndexOf('name: http') + 'name: http'.length;
  const typed = updateSnapshot(snapshot, [{ range: { start: at, end: at }, newText: 's' }]);
  const next = buildScene(typed.topology, places);
  const after = toFlowNodes(next, next.nodes, NOTHING);
  const changed = after.filter((node, index) => node !== before[index]).map(({ id }) => id);
  expect(changed).toEqual(['Service/default/cart']);
});

test('[P7] selecting a node makes a new React Flow node of that one alone', () => {
  const scene = sceneAt();
  const before = toFlowNodes(scene, scene.nodes, NOTHING);
  const selected = new Set(['Gateway/default/front']);
  const after = toFlowNodes(scene, scene.nodes, { ...NOTHING, selected });
  const changed = after.filter((node, index) => node !== before[index]);
  expect(changed.map(({ id, selected: is }) => [id, is])).toEqual([
    ['Gateway/default/front', true],
  ]);
});

test('[P9] a node tells a screen reader its kind, name, namespace, content and what is wrong', () => {
  const broken = buildSnapshot(TEXT.replace('host: cart', 'host: basket'));
  const scene = buildScene(broken.topology, layoutTopology(broken.topology));
  const labels = new Map(
    toFlowNodes(scene, scene.nodes, NOTHING).map(({ id, ariaLabel }) => [id, ariaLabel]),
  );
  expect(labels.get('VirtualService/default/shop')).toBe(
    'VirtualService shop, namespace default. for shop.example.com, 1 route. 1 broken connection.',
  );
  expect(labels.get('Service/default/basket')).toMatch(
    /^Service, missing basket, namespace default\. .*1 broken connection\.$/,
  );
  expect(labels.get(LOAD_BALANCER)).toMatch(
    /^LoadBalancer, implied istio-ingressgateway, namespace istio-system\. /,
  );
});
