import fc from 'fast-check';

// Few names, so that the worlds that are made of them clash, dangle and meet again.

/** A namespace, or null for a manifest that names none. */
export const namespace = fc.constantFrom(null, 'default', 'shop', 'istio-system', 'far');
/** Of Services, Deployments, DestinationRules and ServiceEntries. */
export const serviceName = fc.constantFrom(
  'cart',
  'pay',
  'istio-ingressgateway',
  'api.example.com',
);
/** Of Gateways. */
export const gatewayName = fc.constantFrom('public', 'private');
/** Of VirtualServices. */
export const routeName = fc.constantFrom('shop', 'checkout', 'extra');
const labelPair = fc.constantFrom('app: cart', 'app: pay', 'istio: ingressgateway', 'v: one');
/** Of destinations, DestinationRules and ServiceEntries. */
export const host = fc.constantFrom(
  'cart',
  'pay',
  'cart.shop.svc.cluster.local',
  'pay.default.svc.cluster.local',
  'cart.far.svc.cluster.local',
  'cart.shop',
  'api.example.com',
  'www.example.com',
  'istio-ingressgateway.istio-system.svc.cluster.local',
  '*.example.com',
  '',
);
/** Of servers of Gateways. */
export const serverHost = fc.constantFrom(
  '*',
  'shop.example.com',
  '*.example.com',
  './shop.example.com',
  'shop/*',
  '*/*',
);
/** Of servers, Services and destinations. */
export const port = fc.constantFrom(80, 443, 8080);
/** A condition on a path. */
export const uri = fc.constantFrom('prefix: /', 'prefix: /a', 'exact: /a/b', 'regex: /a.*');
/** A server's protocol, the end of its port, and its tls block. */
export const serverKind = fc.constantFrom(
  'HTTP}',
  'HTTP}',
  'HTTP}, tls: {httpsRedirect: true}',
  'HTTPS}, tls: {mode: SIMPLE, credentialName: cert}',
  'TLS}, tls: {mode: PASSTHROUGH}',
);

/** At most two labels, as a mapping in one line. */
export const labels = fc
  .uniqueArray(labelPair, { maxLength: 2, selector: (pair) => pair.split(':')[0] })
  .map((pairs) => (pairs.length === 0 ? '{}' : `{${pairs.join(', ')}}`));
