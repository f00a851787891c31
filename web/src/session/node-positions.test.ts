import { applyTextEdits, buildSnapshot, layoutTopology, updateSnapshot } from '@portolan/model';
import { expect, test } from 'vitest';
import { followPlaces, type NodePlaces } from './node-positions.ts';
import { diffText } from './text-diff.ts';

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
