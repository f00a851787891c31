import { routedManifests } from './routed-manifests.mjs';
import { quantile, seededRandom, timed } from './statistics.mjs';

const TRACES = 2_000;
const REPEATS = 7;

/**
 * One Gateway with as many VirtualServices, each with a host and a few routes of its own: what it
 * takes to compile all of it, and then to trace requests through it.
 */
export async function measureTrace(model, size) {
  const snapshot = model.buildSnapshot(routedManifests(size));
  const regex = await model.loadRegexEngine();
  // Another snapshot of the same resources each time: nothing of it is compiled.
  const compiled = [];
  for (let i = 0; i < REPEATS; i += 1) {
    const fresh = model.updateSnapshot(model.buildSnapshot(routedManifests(size)), []);
    // What building it left behind is not the compiler's.
    globalThis.gc?.();
    compiled.push(timed(() => model.gatewayConfigs(fresh)));
  }
  const random = seededRandom(size);
  const trace = () => {
    const index = Math.floor(random() * size);
    const built = model.buildRequest({ url: `http://app-${index}.example.com/api/v2/x` });
    return timed(() => model.traceRequest(snapshot, built.request, regex));
  };
  for (let i = 0; i < 200; i += 1) trace();
  const times = Array.from({ length: TRACES }, trace);
  return {
    size,
    compile: quantile(compiled, 0.5),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    max: Math.max(...times),
  };
}
