import { applyTextEdits, buildSnapshot, layoutTopology, updateSnapshot } from '@portolan/model';
import { expect, test } from 'vitest';
import { diffText } from '../text/text-diff.ts';
import { followPlaces, type NodePlaces } from './node-positions.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts: ["shop.example.com"]
  http:
  - route:
    - destination: { host: cart }
---
apiVersion: v1
kind: Service
metadata:
  name: orders
`;

const snapshot = buildSnapshot(TEXT);
const positions = layoutTopology(snapshot.topology);

function typeOver(before: string, after: string) {
  const edits = diffText(TEXT, TEXT.replace(before, after));
  expect(applyTextEdits(TEXT, edits)).toBe(TEXT.replace(before, after));
  return followPlaces(snapshot, updateSnapshot(snapshot, edits), { positions, departed: [] })
    .positions;
}

test('a name that is typed over keeps the place of its node', () => {
  const followed = typeOver('name: orders', 'name: invoices');
  expect(followed.get('Service/default/invoices')).toEqual(positions.get('Service/default/orders'));
});

test('the missing end of a reference that is typed over stays where it is', () => {
  const followed = typeOver('host: cart', 'host: carts');
  expect(followed.get('Service/default/carts')).toEqual(positions.get('Service/default/cart'));
});

test('another kind is another node', () => {
  const followed = typeOver('kind: VirtualService', 'kind: Gateway');
  expect(followed.get('VirtualService/default/shop')).toEqual(
    positions.get('VirtualService/default/shop'),
  );
  expect(followed.get('Gateway/default/shop')).toBeDefined();
});

test('an edit that changes no node gives the same positions', () => {
  expect(typeOver('["shop.example.com"]', '["www.example.com"]')).toBe(positions);
});

test('a name that is erased and typed anew, letter by letter, keeps the place of its node', () => {
  const texts = ['order', 'o', '', 'b', 'bi', 'bills'].map((name) => {
    return TEXT.replace('name: orders', `name: ${name}`);
  });
  let before = snapshot;
  let places: NodePlaces = { positions, departed: [] };
  let text = TEXT;
  for (const after of texts) {
    const next = updateSnapshot(before, diffText(text, after));
    places = followPlaces(before, next, places);
    before = next;
    text = after;
  }
  expect(places.positions.get('Service/default/bills')).toEqual(
    positions.get('Service/default/orders'),
  );
});

test('what both texts only imply does not hold the layout of another text', () => {
  const gateway = (name: string, y: number) =>
    `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: ${name} }\nspec: { selector: { istio: ingressgateway }, servers: [{ port: { number: ${y}, protocol: HTTP }, hosts: ["*"] }] }\n`;
  const [one, other] = [gateway('front', 80), `${gateway('a', 80)}---\n${gateway('b', 81)}`];
  const before = buildSnapshot(one);
  const moved = new Map(
    [...layoutTopology(before.topology)].map(([id, { x, y }]) => [id, { x, y: y + 5000 }] as const),
  );
  const next = updateSnapshot(before, diffText(one, other));
  const places = followPlaces(before, next, { positions: moved, departed: [] });
  for (const [id, place] of layoutTopology(next.topology)) {
    expect(places.positions.get(id)).toEqual(place);
  }
  // The way back brings everything back beside what has its place again.
  const back = updateSnapshot(next, diffText(other, one));
  const { positions: again } = followPlaces(next, back, places);
  expect(again.get('Gateway/default/front')).toEqual(moved.get('Gateway/default/front'));
  expect(again.get('LoadBalancer/istio-system/istio-ingressgateway')).toEqual(
    moved.get('LoadBalancer/istio-system/istio-ingressgateway'),
  );
});
