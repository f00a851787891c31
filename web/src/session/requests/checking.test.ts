import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PLAIN_ARRANGEMENT } from '../arrangement/arrangement.ts';
import { type OpenSession, openSession } from '../open-session.ts';
import { readRequest } from '../tracing/read-request.ts';
import {
  acceptEndings,
  addRequests,
  deleteRequest,
  editRequest,
  importRequests,
  moveRequest,
  saveTraced,
} from './request-actions.ts';
import { sayChange, sayEnding } from './say-ending.ts';

const SHOP = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: front }
spec:
  selector: { istio: ingressgateway }
  servers:
  - port: { number: 80, name: http, protocol: HTTP }
    hosts: ["*"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop }
spec:
  hosts: ["shop.example.com"]
  gateways: [front]
  http:
  - match: [{ uri: { prefix: /cart } }]
    route:
    - destination: { host: cart, port: { number: 80 } }
---
apiVersion: v1
kind: Service
metadata: { name: cart }
spec:
  ports:
  - port: 80
`;

let session: OpenSession;

/** A busy machine takes its time to load the tracer. */
const PATIENCE = { timeout: 15_000 };
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  session = openSession({ text: SHOP });
  session.diagnose();
});

afterEach(() => {
  vi.useRealTimers();
  session.dispose();
});

function requests() {
  return session.store.getState().arrangement.requests;
}

function results() {
  return session.checking.store.getState().results;
}

async function trace(address: string) {
  const read = readRequest(address, { method: 'GET', before: null });
  if (!read.ok) throw new Error(read.reason);
  session.tracing.ask(read.request, false);
  return vi.waitFor(() => {
    const { result } = session.tracing.store.getState();
    if (result?.trace.request !== read.request) throw new Error('not traced yet');
    return result;
  }, PATIENCE);
}

async function save(address: string) {
  return saveTraced(session, (await trace(address)).trace);
}

async function said(): Promise<readonly string[]> {
  await vi.waitFor(() => {
    const { snapshot } = session.checking.store.getState();
    expect(snapshot).toBe(session.store.getState().snapshot);
    expect(results().map(({ kept }) => kept)).toEqual(requests());
  }, PATIENCE);
  return results()
    .filter(({ mismatches }) => mismatches.length > 0)
    .map(({ kept, trace: now }) => `${kept.name}: ${sayChange(kept, now)}`);
}

function rename(name: string, from = 'cart') {
  session.dispatch({ kind: 'rename-resource', resource: `Service/default/${from}`, name });
}

describe('saved requests', () => {
  test('are expected to end as they did, and say so when they do not any more', async () => {
    await save('http://shop.example.com/cart');
    await save('http://shop.example.com/other');
    expect(await said()).toEqual([]);
    const resource = 'VirtualService/default/shop';
    session.dispatch({ kind: 'delete-resource', resource, cleanUp: false });
    expect(await said()).toEqual(['GET shop.example.com/cart: cart → 404']);
    session.undo();
    expect(await said()).toEqual([]);
    rename('basket');
    expect(await said()).toEqual(['GET shop.example.com/cart: cart → basket']);
    const endings = new Map(results().map(({ kept }) => [kept.id, { outcome: 'routed' }]));
    acceptEndings(session, endings);
    expect(await said()).toEqual(['GET shop.example.com/other: routed → 404']);
  });

  test('follow the assumptions too', async () => {
    await save('http://shop.example.com/cart');
    const { assumptions } = session.store.getState().snapshot;
    session.assume({ ...assumptions, gateways: [] }, 'Assume no gateway');
    expect(await said()).toEqual(['GET shop.example.com/cart: cart → refused']);
  });

  test('are not sent while changes follow each other quickly, only when that pauses', async () => {
    await save('http://shop.example.com/cart');
    expect(await said()).toEqual([]);
    const { snapshot } = session.checking.store.getState();
    vi.useFakeTimers();
    for (let change = 0; change < 20; change += 1) {
      rename(`cart-${change}`, change === 0 ? 'cart' : `cart-${change - 1}`);
      await vi.advanceTimersByTimeAsync(150);
      expect(session.checking.store.getState().snapshot).toBe(snapshot);
    }
    vi.useRealTimers();
    rename('basket', 'cart-19');
    expect(await said()).toEqual(['GET shop.example.com/cart: cart → basket']);
  });

  test('are saved once, and each change of them is one step', async () => {
    const cart = await save('http://shop.example.com/cart');
    expect(await save('http://shop.example.com/cart')).toBe(cart);
    expect(requests()).toHaveLength(1);
    const other = await save('http://shop.example.com/other');
    editRequest(session, cart.id, { name: 'the cart' });
    moveRequest(session, cart.id, 1);
    moveRequest(session, cart.id, 1);
    deleteRequest(session, other.id);
    expect(requests().map(({ name }) => name)).toEqual(['the cart']);
    const labels: (string | null)[] = [];
    for (let step = 0; step < 6; step += 1) {
      labels.push(session.store.getState().undoLabel);
      session.undo();
    }
    expect(labels).toEqual([
      'Delete the request GET shop.example.com/other',
      'Move the request the cart',
      'Change the request GET shop.example.com/cart',
      'Save the request GET shop.example.com/other',
      'Save the request GET shop.example.com/cart',
      null,
    ]);
    expect(requests()).toEqual([]);
    expect(session.text()).toBe(SHOP);
  });

  test('that are added at once have names that tell them apart, and none is saved twice', async () => {
    const { request } = (await trace('http://shop.example.com/cart')).trace;
    const other = { ...request, headers: { 'x-user': 'jo' } };
    const another = { ...request, headers: { 'x-user': 'jane' } };
    const all = [request, other, another].map((one) => ({ request: one, expect: {} }));
    expect(addRequests(session, all, 'Add')).toBe(3);
    expect(addRequests(session, all, 'Add')).toBe(0);
    importRequests(session, [{ name: 'mine', request, expect: {} }]);
    expect(requests().map(({ name }) => name)).toEqual([
      'GET shop.example.com/cart',
      'GET http://shop.example.com/cart',
      'GET http://shop.example.com/cart (2)',
      'mine',
    ]);
    expect(new Set(requests().map(({ id }) => id)).size).toBe(4);
  });

  test('are checked from the beginning, and cost nothing where there are none', async () => {
    expect(session.checking.store.getState().snapshot).toBeNull();
    const { request } = (await trace('http://shop.example.com/cart')).trace;
    const kept = { id: 'a', name: 'cart', request, expect: { status: 404 } };
    session.dispose();
    session = openSession({
      text: SHOP,
      arrangement: { ...PLAIN_ARRANGEMENT, requests: [kept] },
    });
    session.diagnose();
    expect(await said()).toEqual(['cart: 404 → cart']);
    deleteRequest(session, 'a');
    await vi.waitFor(() => expect(session.checking.store.getState().snapshot).toBeNull(), PATIENCE);
  });
});

describe('an ending in few words', () => {
  test.each([
    [{ outcome: 'routed', cluster: 'outbound|80|v1|cart.shop.svc.cluster.local' }, 'cart.shop v1'],
    [{ cluster: 'outbound|443||api.example.com' }, 'api.example.com'],
    [
      { cluster: 'outbound|80|v1|cart', shares: { 'cart v1': 90, b: 9.5 } },
      'cart v1 90 %, b 9.5 %',
    ],
    [{ status: 503, shares: { cart: 90 } }, '503'],
    [{ outcome: 'no-route', status: 404 }, '404'],
    [{ outcome: 'no-cluster', status: 503, cluster: 'outbound|80||a' }, '503'],
    [{ outcome: 'redirect', status: 301, location: 'https://a/' }, '301 to https://a/'],
    [{ location: 'https://a/' }, 'redirect to https://a/'],
    [{ outcome: 'direct-response', status: 200 }, 'gateway answers 200'],
    [{ outcome: 'connection-refused' }, 'refused'],
    [{ outcome: 'tcp-proxied' }, 'tcp-proxied'],
    [{}, 'anything'],
  ])('%j: %s', (ending, words) => {
    expect(sayEnding(ending)).toBe(words);
  });
});
