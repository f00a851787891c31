import { describe, expect, test } from 'vitest';
import {
  type Assumptions,
  DEFAULT_ASSUMPTIONS,
  type RequestParts,
  sendMany,
  type Trace,
} from '../../src/index.ts';
import { backend, gateway, httpServer, httpsServer, service, to, traceText } from './trace-text.ts';

// What people get wrong most with Istio's ingress, each traced to what they see of it.

interface Mistake {
  readonly title: string;
  readonly text: string;
  readonly ask?: RequestParts | string;
  readonly assumptions?: Partial<Assumptions>;
  readonly seen: Partial<Trace>;
  /** Part of the first cause that is told. */
  readonly because?: string;
}

const SHOP = 'http://shop.example.com/';
const PUBLIC = gateway(httpServer());
const CART = backend('cart');
const REFUSED: Partial<Trace> = { outcome: 'connection-refused', status: null };
const NOT_FOUND: Partial<Trace> = { status: 404, flag: 'NR' };
const NO_CLUSTER: Partial<Trace> = { outcome: 'no-cluster', status: 503, flag: 'NC' };
const inNamespace = (namespace: string): string => `, namespace: ${namespace}`;
const [assumed] = DEFAULT_ASSUMPTIONS.gateways;
const deployment = (labels: string): string =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}\nspec: {template: {metadata: {labels: ${labels}}}}\n`;

const MISTAKES: readonly Mistake[] = [
  {
    title: 'M01 the selector is that of another installation',
    text: PUBLIC.replace('ingressgateway', 'ingress') + service(to('cart')),
    seen: REFUSED,
    because: 'selects istio=ingress',
  },
  {
    title: 'M02 a Gateway of another namespace without it',
    text:
      gateway(httpServer(), 'public', inNamespace('edge')) +
      service(to('cart'), undefined, inNamespace('shop')).replace('default/public', 'public'),
    seen: NOT_FOUND,
  },
  {
    title: 'M03 hosts that the Gateway does not have',
    text: gateway(httpServer('shop.example.com')) + service(to('cart'), 'www.example.com'),
    ask: 'http://www.example.com/',
    seen: NOT_FOUND,
  },
  {
    title: 'M04 no gateways: for the mesh alone',
    text:
      PUBLIC +
      service(to('x'), 'other.example.com') +
      service(to('cart'), undefined, '-mesh').replace('  gateways: [default/public]\n', ''),
    seen: { ...NOT_FOUND, outcome: 'no-virtual-host' },
    because: 'inside the mesh only',
  },
  {
    title: 'M05 a broad prefix first',
    text:
      PUBLIC +
      CART +
      service(`${to('cart', '{uri: {prefix: /c}}')}, ${to('late', '{uri: {prefix: /cart}}')}`),
    ask: `${SHOP}cart`,
    seen: { outcome: 'routed', cluster: 'outbound|80||cart.default.svc.cluster.local' },
  },
  {
    title: 'M06 the older of two VirtualServices wins',
    text:
      PUBLIC + CART + service(to('other'), undefined, '-b') + service(to('cart'), undefined, '-a'),
    seen: { outcome: 'routed', cluster: 'outbound|80||cart.default.svc.cluster.local' },
  },
  {
    title: 'M07 a host of its own hides the wildcard',
    text:
      PUBLIC +
      service(to('cart'), '"*"') +
      service(to('x', '{uri: {prefix: /x}}'), undefined, '-own'),
    ask: `${SHOP}cart`,
    seen: { ...NOT_FOUND, outcome: 'no-route' },
    because: 'not tried for a host that has its own',
  },
  {
    title: 'M08 on a gateway, VirtualServices of one host are merged',
    text:
      PUBLIC +
      CART +
      service(to('x', '{uri: {prefix: /x}}')) +
      service(to('cart'), undefined, '-b'),
    seen: { outcome: 'routed' },
  },
  {
    title: 'M09 the Secret beside the Gateway, and not beside its pods',
    text: `${gateway(httpsServer()) + service(to('cart'))}---\napiVersion: v1\nkind: Secret\nmetadata: {name: cert}\ntype: kubernetes.io/tls\n`,
    ask: 'https://shop.example.com/',
    seen: { outcome: 'tls-handshake-failed', status: null },
    because: 'istio-system',
  },
  {
    title: 'M10 a connection for one host used for another of the same certificate',
    text:
      gateway(httpsServer('a.example.com'), 'a') +
      gateway(httpsServer('shop.example.com')) +
      service(to('cart')),
    ask: { url: 'https://shop.example.com/', sni: 'a.example.com' },
    seen: NOT_FOUND,
  },
  {
    title: 'M11 httpsRedirect behind a balancer that ends TLS',
    text: gateway(
      `{port: {number: 80, name: a, protocol: HTTP}, hosts: ["*"], tls: {httpsRedirect: true}}`,
    ),
    ask: 'http://shop.example.com/',
    assumptions:
      assumed === undefined ? {} : { gateways: [{ ...assumed, tlsTerminatedInFront: true }] },
    seen: { outcome: 'redirect', status: 301, location: 'https://shop.example.com/' },
    because: 'numTrustedProxies',
  },
  {
    title: 'M12 httpsRedirect to where nothing listens',
    text: gateway(httpServer('"*"', ', tls: {httpsRedirect: true}')) + service(to('cart')),
    ask: 'https://shop.example.com/',
    seen: REFUSED,
  },
  {
    title: 'M13 a subset that no DestinationRule has',
    text: PUBLIC + CART + service('{route: [{destination: {host: cart, subset: v2}}]}'),
    seen: NO_CLUSTER,
    because: 'There is no subset "v2"',
  },
  {
    title: 'M14 the rules of the mesh host do not count at the ingress',
    text:
      PUBLIC +
      CART +
      service(to('cart')) +
      service('{route: [{destination: {host: cart, subset: v1}}]}', 'cart', '-mesh').replace(
        'default/public',
        'mesh',
      ),
    seen: { outcome: 'routed', cluster: 'outbound|80||cart.default.svc.cluster.local' },
  },
  {
    title: 'M15 a short host means the namespace of the VirtualService',
    text: PUBLIC + backend('cart', 80, 'shop') + service(to('cart')),
    seen: NO_CLUSTER,
    because: 'no Service cart in the namespace default',
  },
  {
    title: 'M16 a destination as namespace/name',
    text: PUBLIC + CART + service(to('default/cart')),
    seen: NO_CLUSTER,
  },
  {
    title: 'M17 the port of the pods instead of that of the Service',
    text: PUBLIC + CART + service('{route: [{destination: {host: cart, port: {number: 8080}}}]}'),
    seen: NO_CLUSTER,
    because: 'asks for port 8080',
  },
  {
    title: 'M17b a Service that selects no pods',
    text: PUBLIC + CART + deployment('{app: basket}') + service(to('cart')),
    seen: { outcome: 'no-endpoints', status: 503, flag: 'UH' },
  },
  {
    title: 'M18 a port that the ingress Service does not have',
    text:
      gateway('{port: {number: 31380, name: http, protocol: HTTP}, hosts: ["*"]}') +
      service(to('cart')),
    ask: 'http://shop.example.com:31380/',
    seen: { ...REFUSED, listener: null },
  },
  {
    title: 'M19 the protocol HTTP on 443',
    text:
      gateway('{port: {number: 443, name: https, protocol: HTTP}, hosts: ["*"]}') +
      service(to('cart')),
    ask: 'https://shop.example.com/',
    seen: { outcome: 'protocol-mismatch' },
    because: 'protocol is HTTP',
  },
  {
    title: 'M22 http routes behind PASSTHROUGH',
    text:
      gateway(
        '{port: {number: 443, name: tls, protocol: TLS}, hosts: ["*"], tls: {mode: PASSTHROUGH}}',
      ) + service(to('cart')),
    ask: 'https://shop.example.com/',
    seen: REFUSED,
    because: 'passes TLS on',
  },
  {
    title: 'M23 an address as the host',
    text: PUBLIC + service(to('cart')),
    ask: 'http://10.0.0.1/',
    seen: { ...NOT_FOUND, outcome: 'no-virtual-host' },
  },
  {
    title: 'M25 a rewrite that doubles the slash',
    text:
      PUBLIC +
      CART +
      service(
        '{match: [{uri: {prefix: /cart}}], rewrite: {uri: /}, route: [{destination: {host: cart}}]}',
      ),
    ask: `${SHOP}cart/1`,
    seen: {
      upstream: {
        path: '//1',
        host: 'shop.example.com',
        headers: { 'x-envoy-original-path': '/cart/1' },
      },
    },
  },
  {
    title: 'M26 a regular expression that is not for the whole path',
    text: PUBLIC + service(to('cart', '{uri: {regex: "/cart"}}')),
    ask: `${SHOP}cart/1`,
    seen: { ...NOT_FOUND, outcome: 'no-route' },
  },
  {
    title: 'M27 a star in a prefix',
    text: PUBLIC + service(to('cart', '{uri: {prefix: "/api/*"}}')),
    ask: `${SHOP}api/1`,
    seen: { ...NOT_FOUND, outcome: 'no-route' },
  },
  {
    title: 'M28 one host in two servers of one port',
    text:
      gateway(httpsServer('shop.example.com'), 'a') +
      gateway(httpsServer('shop.example.com')) +
      service(to('cart')),
    ask: 'https://shop.example.com/',
    seen: NOT_FOUND,
  },
  {
    title: 'M29 a host for VirtualServices of another namespace',
    text: gateway(httpServer('"team/*"')) + service(to('cart')),
    seen: NOT_FOUND,
  },
  {
    title: 'M30 exportTo hides it from the gateway',
    text:
      PUBLIC +
      service(to('x'), 'x.example.com', '-x') +
      service(to('cart'), undefined, '', '  exportTo: ["."]\n'),
    seen: { ...NOT_FOUND, outcome: 'no-virtual-host' },
    because: 'not exported to istio-system',
  },
  {
    title: 'M31 a delegate that asks for more than the route above gives',
    text:
      PUBLIC +
      service('{match: [{uri: {prefix: /cart}}], delegate: {name: inner}}') +
      `---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: inner}\nspec: {http: [${to('cart', '{uri: {prefix: /pay}}')}]}\n`,
    ask: `${SHOP}cart`,
    seen: NOT_FOUND,
  },
  {
    title: 'M32 a weight that is left out is none',
    text:
      PUBLIC +
      CART +
      service('{route: [{destination: {host: cart}, weight: 1}, {destination: {host: new}}]}'),
    seen: { outcome: 'routed', cluster: 'outbound|80||cart.default.svc.cluster.local' },
  },
  {
    title: 'M34 the host of the Service, and not the one that clients call',
    text: PUBLIC + CART + service(to('cart'), 'cart'),
    seen: { ...NOT_FOUND, outcome: 'no-virtual-host' },
  },
  {
    title: 'M36 the Gateway of another API',
    text: `---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: public}\nspec: {listeners: []}\n${service(to('cart'))}`,
    seen: REFUSED,
  },
  {
    title: 'M37 a wildcard is not for the name itself',
    text: gateway(httpServer('"*.example.com"')) + service(to('cart'), '"*.example.com"'),
    ask: 'http://example.com/',
    seen: { ...NOT_FOUND, outcome: 'no-virtual-host' },
  },
  {
    title: 'M38 an old version of the API is read all the same',
    text: (PUBLIC + CART + service(to('cart'))).replaceAll(
      'networking.istio.io/v1',
      'networking.istio.io/v1alpha3',
    ),
    seen: { outcome: 'routed' },
  },
  {
    title: 'M39 a Gateway without any VirtualService',
    text: PUBLIC,
    seen: { ...NOT_FOUND, outcome: 'no-route', virtualHost: 'blackhole:80' },
  },
];

describe('[V39] what people get wrong, and what they see', () => {
  test.each(MISTAKES)('$title', ({ text, ask, assumptions, seen, because }) => {
    const trace = traceText(text, ask ?? SHOP, assumptions);
    expect(trace).toMatchObject(seen);
    if (because !== undefined) expect(trace.lesson?.causes[0]?.text).toContain(because);
  });

  test('M33 a few requests do not show a weight, and many do', () => {
    const trace = traceText(
      PUBLIC +
        CART +
        backend('new') +
        service(
          '{route: [{destination: {host: cart}, weight: 90}, {destination: {host: new}, weight: 10}]}',
        ),
      SHOP,
    );
    const counts = sendMany(trace, 1000, 7).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(Math.max(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(950);
    expect(sendMany(trace, 1000, 7)).toEqual(sendMany(trace, 1000, 7));
  });
});
