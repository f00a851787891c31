import { quantile, seededRandom, timed } from './statistics.mjs';

const TRACES = 2_000;
const REPEATS = 7;

/**
 * One Gateway with as many VirtualServices, each with a host and a few routes of its own: what it
 * takes to compile all of it, and then to trace requests through it.
 */
export async function measureTrace(model, size) {
  const snapshot = model.buildSnapshot(manifests(size));
  const regex = await model.loadRegexEngine();
  // Another snapshot of the same resources each time: nothing of it is compiled.
  const compiled = [];
  for (let i = 0; i < REPEATS; i += 1) {
    const fresh = model.updateSnapshot(model.buildSnapshot(manifests(size)), []);
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

function manifests(size) {
  const documents = [
    'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: public}\nspec:\n  selector: {istio: ingressgateway}\n  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]\n',
  ];
  for (let i = 0; i < size; i += 1)
    documents.push(
      `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: app-${i}}\nspec:\n  hosts: [app-${i}.example.com]\n  gateways: [public]\n  http:\n  - match: [{uri: {exact: /login}, method: {exact: POST}}]\n    route: [{destination: {host: app-${i}}}]\n  - match: [{uri: {regex: "/api/v[0-9]+/.*"}}, {headers: {x-user: {prefix: a}}}]\n    rewrite: {uri: /}\n    route: [{destination: {host: app-${i}, subset: v1}, weight: 90}, {destination: {host: app-${i}, subset: v2}, weight: 10}]\n  - route: [{destination: {host: app-${i}}}]\n`,
      `apiVersion: v1\nkind: Service\nmetadata: {name: app-${i}}\nspec: {selector: {app: app-${i}}, ports: [{name: http, port: 80, targetPort: 8080}]}\n`,
      `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: app-${i}}\nspec: {host: app-${i}, subsets: [{name: v1, labels: {v: one}}, {name: v2, labels: {v: two}}]}\n`,
    );
  return documents.join('---\n');
}
