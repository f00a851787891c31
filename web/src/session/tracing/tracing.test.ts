import { buildRequest } from '@portolan/model';
import { afterEach, expect, test, vi } from 'vitest';
import { PLAIN_ARRANGEMENT } from '../arrangement/arrangement.ts';
import { openSession } from '../open-session.ts';

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
`;

/** Loading what traces takes its time on a busy machine. */
const PATIENCE = { timeout: 20_000 };

afterEach(() => vi.unstubAllGlobals());

/** The steps that are shown one after the other, until it is shown as a whole. */
async function shownSteps(wantsNoMotion: boolean): Promise<readonly number[]> {
  vi.stubGlobal('matchMedia', () => ({ matches: wantsNoMotion }));
  const session = openSession({ text: GATEWAY, arrangement: PLAIN_ARRANGEMENT });
  const { store, ask } = session.tracing;
  const steps: number[] = [];
  store.subscribe(({ result, step }) => {
    if (result !== null && steps.at(-1) !== step) steps.push(step);
  });
  const built = buildRequest({ url: 'http://shop.example.com/' });
  if (!built.ok) throw new Error(built.reason);
  ask(built.request, true);
  await vi.waitFor(() => {
    const { result, isPlaying, step } = store.getState();
    expect({ isPlaying, step }).toEqual({
      isPlaying: false,
      step: (result?.paths.length ?? 0) - 1,
    });
    expect(result).not.toBeNull();
  }, PATIENCE);
  session.dispose();
  return steps;
}

test('a request is shown hop by hop, up to where it ends', async () => {
  // Load balancer, listener, filter chain, and the virtual host that is not there.
  expect(await shownSteps(false)).toEqual([0, 1, 2, 3]);
}, 30_000);

test('a request is shown as a whole to who wants no motion', async () => {
  const steps = await shownSteps(true);
  expect(steps.at(-1)).toBe(3);
  expect(steps.filter((step) => step === 1 || step === 2)).toEqual([]);
}, 30_000);
