import fc from 'fast-check';
import { randomWorld } from '../random-world.ts';

// Gateways that the assumed gateway's pods run, and VirtualServices that are on them.

const gatewayName = fc.constantFrom('a', 'b');
const host = fc.constantFrom('*', '*.example.com', 'shop.example.com', 'api.example.com');

const server = fc
  .record({
    kind: fc.constantFrom(
      'port: {number: 80, name: http, protocol: HTTP}',
      'port: {number: 80, name: http, protocol: HTTP}',
      'port: {number: 80, name: redirect, protocol: HTTP}, tls: {httpsRedirect: true}',
      'port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: c}',
      'port: {number: 443, name: pass, protocol: TLS}, tls: {mode: PASSTHROUGH}',
      'port: {number: 9000, name: tcp, protocol: TCP}',
    ),
    hosts: fc.uniqueArray(host, { minLength: 1, maxLength: 2 }),
  })
  .map(({ kind, hosts }) => `{${kind}, hosts: [${hosts.map((one) => `"${one}"`)}]}`);

const gateway = fc
  .record({ name: gatewayName, servers: fc.array(server, { minLength: 1, maxLength: 3 }) })
  .map(
    ({ name, servers }) =>
      `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: ${name}}\nspec:\n  selector: {istio: ingressgateway}\n  servers: [${servers.join(', ')}]\n`,
  );

const text = fc.constantFrom('/', '/api', '/api/v2', '/cart', '/cart/1');
const uri = fc.oneof(
  text.map((path) => `{prefix: ${path}}`),
  text.map((path) => `{exact: ${path}}`),
  text.map((path) => `{regex: "${path}/?[a-z0-9]*"}`),
  fc.constant('{regex: ".*"}'),
);
const value = fc.constantFrom('{exact: one}', '{prefix: o}', '{regex: "o.*e"}', '{}');

const block = fc
  .record({
    uri: fc.option(uri, { freq: 4 }),
    method: fc.option(fc.constantFrom('{exact: GET}', '{exact: POST}'), { freq: 2 }),
    headers: fc.option(value, { freq: 2 }),
    withoutHeaders: fc.option(value, { freq: 2 }),
    queryParams: fc.option(value, { freq: 2 }),
    port: fc.option(fc.constantFrom('80', '443'), { freq: 2 }),
    gateways: fc.option(fc.constantFrom('[a]', '[default/b]'), { freq: 2 }),
  })
  .map((fields) => {
    const named = ['headers', 'withoutHeaders', 'queryParams'];
    const written = Object.entries(fields).flatMap(([name, condition]) => {
      if (condition === null) return [];
      // Of one name they would exclude each other, and nothing would fit.
      const key = name === 'withoutHeaders' ? 'x-two' : 'x-one';
      return [`${name}: ${named.includes(name) ? `{${key}: ${condition}}` : condition}`];
    });
    return `{${written.join(', ')}}`;
  });

const action = fc.constantFrom(
  'route: [{destination: {host: cart}}]',
  'route: [{destination: {host: cart, subset: v1}, weight: 9}, {destination: {host: pay}, weight: 1}]',
  'redirect: {uri: /new}',
  'directResponse: {status: 503}',
  'rewrite: {uri: /}, route: [{destination: {host: pay}}]',
  'delegate: {name: inner}',
);

const rule = fc
  .record({ matches: fc.array(block, { maxLength: 2 }), action })
  .map(({ matches, action: does }) =>
    matches.length === 0 ? `{${does}}` : `{match: [${matches.join(', ')}], ${does}}`,
  );

const virtualService = fc
  .record({
    name: fc.constantFrom('one', 'two', 'three'),
    hosts: fc.uniqueArray(host, { minLength: 1, maxLength: 2 }),
    gateways: fc.uniqueArray(gatewayName, { minLength: 1, maxLength: 2 }),
    http: fc.array(rule, { maxLength: 4 }),
  })
  .map(
    ({ name, hosts, gateways, http }) =>
      `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}}\nspec:\n  hosts: [${hosts.map((one) => `"${one}"`)}]\n  gateways: [${gateways}]\n  http: [${http.join(', ')}]\n`,
  );

const delegate = fc
  .array(block, { maxLength: 2 })
  .map(
    (matches) =>
      `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: inner}\nspec: {http: [{${matches.length === 0 ? '' : `match: [${matches.join(', ')}], `}route: [{destination: {host: cart}}]}]}\n`,
  );

const ingressPath = fc
  .record({
    path: fc.constantFrom('/', '/api', '/api/', '/cart', '/api/*'),
    pathType: fc.constantFrom('Exact', 'Prefix', 'ImplementationSpecific'),
    port: fc.constantFrom('{number: 80}', '{name: http}'),
  })
  .map(
    ({ path, pathType, port }) =>
      `{path: "${path}", pathType: ${pathType}, backend: {service: {name: cart, port: ${port}}}}`,
  );

const ingress = fc
  .record({
    name: fc.constantFrom('old', 'older'),
    host: fc.option(host.filter((one) => one !== '*')),
    paths: fc.array(ingressPath, { maxLength: 3 }),
    isSecure: fc.boolean(),
  })
  .map(({ name, host: named, paths, isSecure }) => {
    const rule = `{${named === null ? '' : `host: "${named}", `}http: {paths: [${paths.join(', ')}]}}`;
    const tls = isSecure && named !== null ? `tls: [{hosts: ["${named}"], secretName: c}], ` : '';
    return `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: ${name}}\nspec: {ingressClassName: istio, ${tls}rules: [${rule}]}\n`;
  });

/** A text in which requests get somewhere, with anything else behind it. */
export const randomIngress: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(gateway, { minLength: 1, maxLength: 2 }),
    fc.array(virtualService, { minLength: 1, maxLength: 3 }),
    fc.option(delegate),
    fc.array(ingress, { maxLength: 2 }),
    randomWorld,
  )
  .map(([gateways, services, inner, ingresses, world]) =>
    [...gateways, ...services, ...(inner === null ? [] : [inner]), ...ingresses, world].join(
      '---\n',
    ),
  );
