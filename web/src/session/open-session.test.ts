import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type OpenSession, openSession } from './open-session.ts';
import { createPlainTextStore } from './text/plain-text-store.ts';
import type { HistoryStep, TextListener } from './text/text-store.ts';

const SHOP = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: front # the door
spec:
  selector: { istio: ingressgateway }
  servers:
  - port: { number: 80, name: http, protocol: HTTP }
    hosts: ["*"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts: ["shop.example.com"]
  gateways: [front]
  http:
  - route:
    - destination: { host: cart, port: { number: 80 } }
---
apiVersion: v1
kind: Service
metadata:
  name: cart
spec:
  ports:
  - port: 80
`;

const CART = 'Service/default/cart';
const BASKET = 'Service/default/basket';

let session: OpenSession;

beforeEach(() => {
  session = openSession({ text: SHOP });
});

function positionOf(id: string) {
  return session.store.getState().positions.get(id);
}

function moveCart(x: number): void {
  session.moveNodes(new Map([[CART, { x, y: 7 }]]), 'Move cart');
}

function rename(name: string, resource = CART) {
  return session.dispatch({ kind: 'rename-resource', resource, name });
}

describe('a session', () => {
  test('[P2] opening changes nothing, whatever the text', () => {
    for (const text of ['', '\uFEFF', '\uFEFFa: 1\r\nb: 2\rc\n', '\u2028', SHOP]) {
      expect(openSession({ text }).text()).toBe(text);
    }
  });

  test('every node has a place from the start', () => {
    const { snapshot, positions } = session.store.getState();
    expect(snapshot.topology.nodes.length).toBeGreaterThan(3);
    for (const { id } of snapshot.topology.nodes) expect(positions.has(id)).toBe(true);
  });

  test('[P3] a command is one step with a label, and undo gives back the exact text', () => {
    expect(rename('basket').ok).toBe(true);
    expect(session.text()).toContain('host: basket');
    expect(session.store.getState().undoLabel).toMatch(/cart.*basket/);
    session.undo();
    expect(session.text()).toBe(SHOP);
    expect(session.store.getState().undoLabel).toBeNull();
    session.redo();
    expect(session.text()).toContain('name: basket');
  });

  test('[P3] says what was done last, and what became of it', () => {
    const last = () => session.store.getState().lastStep;
    expect(last()).toBeNull();
    rename('basket');
    expect(last()).toMatchObject({ kind: 'done', label: expect.stringMatching(/cart.*basket/) });
    moveCart(500);
    const moved = last();
    expect(moved?.kind).toBe('done');
    session.undo();
    expect(last()).toEqual({ kind: 'undone', label: moved?.label });
    session.undo();
    expect(last()).toMatchObject({ kind: 'undone', label: expect.stringMatching(/cart.*basket/) });
    session.redo();
    expect(last()).toMatchObject({ kind: 'redone', label: expect.stringMatching(/cart.*basket/) });
  });

  test('[P3] moves and text edits are one history', () => {
    const before = positionOf(CART);
    moveCart(500);
    rename('basket');
    session.undo();
    expect(positionOf(CART)).toEqual({ x: 500, y: 7 });
    session.undo();
    expect(positionOf(CART)).toEqual(before);
    expect(session.text()).toBe(SHOP);
  });

  test('a renamed node keeps its place, through undo and redo', () => {
    moveCart(500);
    rename('basket');
    expect(positionOf(BASKET)).toEqual({ x: 500, y: 7 });
    session.undo();
    session.redo();
    expect(positionOf(BASKET)).toEqual({ x: 500, y: 7 });
  });

  test('a deleted node comes back to its place', () => {
    moveCart(500);
    session.dispatch({ kind: 'delete-resource', resource: CART, cleanUp: false });
    session.undo();
    expect(positionOf(CART)).toEqual({ x: 500, y: 7 });
  });

  test('a new node moves nobody', () => {
    const before = session.store.getState().positions;
    session.dispatch({ kind: 'add-resource', addKind: 'ServiceEntry', name: 'api' });
    const { snapshot, positions } = session.store.getState();
    for (const [id, place] of before) expect(positions.get(id)).toEqual(place);
    for (const { id } of snapshot.topology.nodes) expect(positions.has(id)).toBe(true);
  });

  test('a node that is added at a place stands there', () => {
    const place = { x: 11, y: 12 };
    const result = session.dispatch({ kind: 'add-resource', addKind: 'Gateway', name: 'b' }, place);
    expect(result.ok && result.plan.reveal).toBe('Gateway/default/b');
    expect(positionOf('Gateway/default/b')).toEqual(place);
  });

  test('[P3] several commands are one step, or none where one is refused', () => {
    const remove = (resource: string) =>
      ({ kind: 'delete-resource', resource, cleanUp: true }) as const;
    const refused = session.dispatchAll([remove(CART), remove('Service/default/none')], 'Delete 2');
    expect(refused.ok).toBe(false);
    expect(session.text()).toBe(SHOP);
    session.dispatchAll([remove(CART), remove('Gateway/default/front')], 'Delete 2 resources');
    expect(session.store.getState().undoLabel).toBe('Delete 2 resources');
    expect(session.text()).not.toContain('kind: Service\n');
    session.undo();
    expect(session.text()).toBe(SHOP);
  });

  test('[P3] notes go and come with nodes in one step, and move with them in one', () => {
    const notes = [
      { id: 'a', x: 1, y: 2, width: 200, height: 112, text: 'A', color: 'teal' },
      { id: 'b', x: 5, y: 6, width: 200, height: 112, text: 'B', color: 'grey' },
    ] as const;
    const noted = () => session.store.getState().arrangement.notes;
    session.arrange({ notes }, 'Add notes');
    const remove = { kind: 'delete-resource', resource: CART, cleanUp: true } as const;
    session.dispatchAll([remove], 'Delete 1 resource and 1 note', [], { notes: [notes[1]] });
    expect(noted()).toEqual([notes[1]]);
    expect(session.text()).not.toContain('name: cart');
    expect(session.store.getState().written.length).toBeGreaterThan(0);
    session.undo();
    expect(noted()).toEqual(notes);
    expect(session.text()).toBe(SHOP);
    session.redo();
    expect(noted()).toEqual([notes[1]]);
    session.undo();

    const before = positionOf(CART);
    session.moveNodes(
      new Map([
        [CART, { x: 50, y: 60 }],
        ['a', { x: 70, y: 80 }],
      ]),
      'Move both',
    );
    expect(noted()).toEqual([{ ...notes[0], x: 70, y: 80 }, notes[1]]);
    session.undo();
    expect(positionOf(CART)).toEqual(before);
    expect(noted()).toEqual(notes);
  });

  test('keys that move the same nodes are one step, until something else comes between', () => {
    const start = positionOf(CART);
    const nudge = (x: number) => session.nudgeNodes(new Map([[CART, { x, y: 7 }]]), 'Move cart');
    for (const x of [100, 124, 148]) nudge(x);
    session.undo();
    expect(positionOf(CART)).toEqual(start);
    expect(session.store.getState().undoLabel).toBeNull();
    session.redo();
    expect(positionOf(CART)).toEqual({ x: 148, y: 7 });
    nudge(172);
    session.undo();
    expect(positionOf(CART)).toEqual({ x: 148, y: 7 });
    rename('basket');
    const moveBasket = (x: number) =>
      session.nudgeNodes(new Map([[BASKET, { x, y: 7 }]]), 'Move basket');
    moveBasket(172);
    moveBasket(196);
    session.undo();
    expect(positionOf(BASKET)).toEqual({ x: 148, y: 7 });
  });

  test('keys that move something else, or come late, begin another step', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const nudge = (ids: readonly string[], x: number) =>
      session.nudgeNodes(new Map(ids.map((id) => [id, { x, y: 7 }])), 'Move');
    nudge([CART], 100);
    nudge([CART, 'VirtualService/default/shop'], 124);
    session.undo();
    expect(positionOf(CART)).toEqual({ x: 100, y: 7 });
    nudge([CART], 124);
    vi.advanceTimersByTime(5000);
    nudge([CART], 148);
    session.undo();
    expect(positionOf(CART)).toEqual({ x: 124, y: 7 });
    vi.useRealTimers();
  });

  test('tidy is a step, and none where nothing moves', () => {
    session.tidy();
    expect(session.store.getState().undoLabel).toBeNull();
    moveCart(900);
    session.tidy();
    expect(session.store.getState().undoLabel).toBe('Tidy');
    session.undo();
    expect(positionOf(CART)).toEqual({ x: 900, y: 7 });
  });

  test('[P3] an assumption is a step, and none where it is assumed already', () => {
    const session = openSession({ text: SHOP });
    const { assumptions: before } = session.store.getState().snapshot;
    session.assume(before, 'Assume the same');
    expect(session.store.getState().undoLabel).toBeNull();
    const after = { ...before, gateways: [] };
    session.assume(after, 'Assume no gateway');
    expect(session.store.getState().undoLabel).toBe('Assume no gateway');
    expect(session.store.getState().lastStep).toEqual({ kind: 'done', label: 'Assume no gateway' });
    session.undo();
    expect(session.store.getState().snapshot.assumptions).toEqual(before);
    session.redo();
    expect(session.store.getState().snapshot.assumptions).toEqual(after);
    expect(session.text()).toBe(SHOP);
  });

  test('what a command wrote is told as ranges of the new text', () => {
    rename('basket');
    const { written } = session.store.getState();
    const text = session.text();
    const lines = written.map(({ start }) => text.slice(text.lastIndexOf('\n', start) + 1));
    expect(lines.map((line) => line.split('\n')[0])).toEqual([
      '    - destination: { host: basket, port: { number: 80 } }',
      '  name: basket',
    ]);
    moveCart(1);
    expect(session.store.getState().written).toEqual([]);
  });

  test('[P2] nothing that is written takes a byte order mark away', () => {
    session = openSession({ text: `\uFEFF${SHOP}` });
    session.dispatch({ kind: 'delete-resource', resource: 'Gateway/default/front', cleanUp: true });
    expect(session.text().startsWith('\uFEFF')).toBe(true);
    session.undo();
    expect(session.text()).toBe(`\uFEFF${SHOP}`);
  });
});

describe('handing the text over', () => {
  /** Stands for the editor: does the history again on a store of its own. */
  function replay(steps: readonly HistoryStep[], initialText: string, listener: TextListener) {
    let isReplaying = true;
    const store = createPlainTextStore(initialText, {
      onText: (edits, cause) => !isReplaying && listener.onText(edits, cause),
      onHistory: () => !isReplaying && listener.onHistory(),
    });
    for (const step of steps) {
      if (step.kind === 'text') store.write(step.edits, step.label);
      else store.pushBeside(step);
    }
    return {
      store,
      done() {
        isReplaying = false;
      },
    };
  }

  test('[P3] keeps every step that was done or undone before', () => {
    moveCart(500);
    rename('basket');
    rename('trolley', BASKET);
    session.undo();
    const before = session.text();
    session.handOver(({ initialText, past, future }, listener) => {
      const { store, done } = replay([...past, ...future], initialText, listener);
      for (const _ of future) store.undo();
      done();
      return store;
    });
    expect(session.text()).toBe(before);
    expect(session.store.getState().undoLabel).toMatch(/basket/);
    session.undo();
    session.undo();
    expect(session.text()).toBe(SHOP);
    session.redo();
    session.redo();
    expect(session.text()).toBe(before);
    expect(positionOf(BASKET)).toEqual({ x: 500, y: 7 });
  });

  test('happens once', () => {
    const create = () => createPlainTextStore(SHOP, { onText: () => null, onHistory: () => null });
    session.handOver(create);
    expect(() => session.handOver(create)).toThrow(/before/);
  });
});

test('[P4] in a session that is only looked at, nothing changes, and the reason is given', () => {
  const session = openSession({ text: SHOP, readOnlyReason: 'Only to look at.' });
  const before = session.store.getState();
  const refused = { ok: false, reason: 'Only to look at.' };
  const edit = { kind: 'add-resource', addKind: 'Service' } as const;
  expect(session.dispatch(edit)).toEqual(refused);
  expect(session.dispatchAll([edit], 'Add')).toEqual(refused);
  const [node] = before.snapshot.topology.nodes;
  session.moveNodes(new Map([[node?.id ?? '', { x: 7, y: 7 }]]), 'Move');
  session.tidy();
  session.undo();
  expect(session.store.getState()).toBe(before);
  expect(session.text()).toBe(SHOP);
});
