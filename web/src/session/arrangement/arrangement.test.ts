import { describe, expect, test } from 'vitest';
import { openSession } from '../open-session.ts';
import { followNames, isPlain, PLAIN_ARRANGEMENT } from './arrangement.ts';

const TEXT = `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
---
apiVersion: v1
kind: Service
metadata: { name: bank, namespace: pay }
`;
const CART = 'Service/shop/cart';
const NOTE = {
  id: 'n',
  x: -150,
  y: 0,
  width: 120,
  height: 64,
  text: 'Cart',
  color: 'teal',
} as const;

function open() {
  const session = openSession({ text: TEXT });
  return { session, now: () => session.store.getState() };
}

describe('grouping by namespace', () => {
  test('is one step of the history and changes no text', () => {
    const { session, now } = open();
    const before = now().positions;
    session.toggleGroups();
    expect(now().arrangement.isGrouped).toBe(true);
    expect(now().undoLabel).toBe('Group by namespace');
    session.undo();
    expect(now().arrangement.isGrouped).toBe(false);
    expect(now().positions).toEqual(before);
    expect(session.text()).toBe(TEXT);
  });

  test('has places of its own, and both ways keep what was moved by hand', () => {
    const { session, now } = open();
    session.moveNodes(new Map([[CART, { x: 7, y: 8 }]]), 'Move cart');
    session.toggleGroups();
    session.moveNodes(new Map([[CART, { x: 900, y: 800 }]]), 'Move cart');
    session.toggleGroups();
    expect(now().positions.get(CART)).toEqual({ x: 7, y: 8 });
    session.toggleGroups();
    expect(now().positions.get(CART)).toEqual({ x: 900, y: 800 });
  });

  test('gives a node that changes its namespace a place in the other frame', () => {
    const { session, now } = open();
    session.toggleGroups();
    const before = now().positions.get(CART);
    session.dispatch({ kind: 'rename-resource', resource: CART, name: 'cart', namespace: 'pay' });
    expect(now().positions.get('Service/pay/cart')).not.toEqual(before);
    session.undo();
    expect(now().positions.get(CART)).toEqual(before);
  });
});

describe('the rest of the arrangement', () => {
  test('hiding is no step, and undo leaves it as it is', () => {
    const { session, now } = open();
    session.toggleGroups();
    session.hideNamespaces(['pay']);
    expect(now().undoLabel).toBe('Group by namespace');
    session.undo();
    expect(now().arrangement.hiddenNamespaces).toEqual(['pay']);
  });

  test('a note goes with the node that it is nearest to when all is laid out anew', () => {
    const { session, now } = open();
    session.moveNodes(new Map([[CART, { x: 0, y: 0 }]]), 'Move cart');
    session.arrange({ notes: [NOTE] }, 'Add a note');
    session.tidy();
    const { x, y } = now().positions.get(CART) ?? { x: 0, y: 0 };
    expect(now().arrangement.notes).toEqual([{ ...NOTE, x: NOTE.x + x, y: NOTE.y + y }]);
    session.undo();
    expect(now().arrangement.notes).toEqual([NOTE]);
  });

  test('a change that changes nothing is no step', () => {
    const { session, now } = open();
    session.arrange({ isGrouped: false, notes: now().arrangement.notes }, 'Nothing');
    expect(now().undoLabel).toBeNull();
  });

  test('nothing can be arranged where nothing can be changed, but hidden', () => {
    const session = openSession({ text: TEXT, readOnlyReason: 'Only to look at.' });
    session.toggleGroups();
    session.hideNamespaces(['pay']);
    const { arrangement } = session.store.getState();
    expect(arrangement).toEqual({ ...PLAIN_ARRANGEMENT, hiddenNamespaces: ['pay'] });
  });

  test('what is known of a node follows its new name', () => {
    const folded = { ...PLAIN_ARRANGEMENT, foldedNodes: [CART] };
    const followed = followNames(folded, [{ from: CART, to: 'Service/shop/basket' }]);
    expect(followed.foldedNodes).toEqual([CART, 'Service/shop/basket']);
    expect(isPlain(PLAIN_ARRANGEMENT)).toBe(true);
    expect(isPlain(folded)).toBe(false);
  });
});

test('an arrangement of an older version opens, without what came later', () => {
  const { requests: _, ...older } = { ...PLAIN_ARRANGEMENT, isGrouped: true };
  const session = openSession({ text: TEXT, arrangement: older as typeof PLAIN_ARRANGEMENT });
  const { arrangement } = session.store.getState();
  expect(arrangement).toMatchObject({ isGrouped: true, requests: [] });
});
