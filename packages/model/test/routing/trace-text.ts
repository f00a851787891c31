import {
  type Assumptions,
  buildRequest,
  buildSnapshot,
  DEFAULT_ASSUMPTIONS,
  type RequestParts,
  type Trace,
  traceRequest,
} from '../../src/index.ts';
import { loadRegexEngine } from '../../src/schema/values/regex-engine.ts';

const regex = await loadRegexEngine();

/** Traces a request through manifests. */
export function traceText(
  text: string,
  parts: RequestParts | string,
  assumptions: Partial<Assumptions> = {},
): Trace {
  const built = buildRequest(typeof parts === 'string' ? { url: parts } : parts);
  if (!built.ok) throw new Error(built.reason);
  const snapshot = buildSnapshot(text, { ...DEFAULT_ASSUMPTIONS, ...assumptions });
  return traceRequest(snapshot, built.request, regex);
}

/** What is told where the route is chosen: which ones lost, and why. */
export function losersOf(trace: Trace): readonly string[] {
  const step = trace.steps.find(({ hop }) => hop === 'route');
  return (step?.candidates ?? [])
    .filter(({ matched }) => !matched)
    .map(({ name, reason }) => `${name}: ${reason}`);
}

/** A Gateway of the assumed gateway's pods; `servers` as a flow sequence. */
export function gateway(servers: string, name = 'public', metadata = ''): string {
  return `---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: ${name}${metadata}}\nspec:\n  selector: {istio: ingressgateway}\n  servers: [${servers}]\n`;
}

/** A server of plain HTTP on port 80. */
export function httpServer(hosts = '"*"', more = ''): string {
  return `{port: {number: 80, name: http, protocol: HTTP}, hosts: [${hosts}]${more}}`;
}

/** A server that ends TLS on port 443. */
export function httpsServer(hosts = '"*"', name = 'https', mode = 'SIMPLE'): string {
  return `{port: {number: 443, name: ${name}, protocol: HTTPS}, hosts: [${hosts}], tls: {mode: ${mode}, credentialName: cert}}`;
}

/** A VirtualService on the Gateway `public`; `http` as a flow sequence. */
export function service(
  http: string,
  hosts = 'shop.example.com',
  metadata = '',
  more = '',
): string {
  return `---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: shop${metadata}}\nspec:\n  hosts: [${hosts}]\n  gateways: [default/public]\n  http: [${http}]\n${more}`;
}

/** A Service with one port. */
export function backend(name: string, port = 80, namespace = 'default'): string {
  return `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {selector: {app: ${name}}, ports: [{name: http, port: ${port}}]}\n`;
}

/** A route to a Service. */
export function to(host: string, match = ''): string {
  const condition = match === '' ? '' : `match: [${match}], `;
  return `{${condition}route: [{destination: {host: ${host}}}]}`;
}
