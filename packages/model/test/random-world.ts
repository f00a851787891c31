import fc from 'fast-check';
import {
  gatewayName,
  host,
  labels,
  namespace,
  port,
  routeName,
  serverHost,
  serverKind,
  serviceName,
  uri,
} from './random-names.ts';

// Small Istio worlds out of few names, so that they clash, dangle and meet again.

function manifest(
  apiVersion: string,
  kind: string,
  name: string,
  space: string | null,
  rest: string,
) {
  const place = space === null ? '' : `\n  namespace: ${space}`;
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}${place}\n${rest}`;
}

const istioVersion = fc
  .constantFrom('v1', 'v1beta1', 'v1alpha3')
  .map((v) => `networking.istio.io/${v}`);

const gateway = fc
  .record({
    apiVersion: fc.oneof(
      { weight: 9, arbitrary: istioVersion },
      fc.constant('gateway.networking.k8s.io/v1'),
    ),
    name: gatewayName,
    namespace,
    selector: fc.oneof(labels, fc.constant(null)),
    servers: fc.array(
      fc.record({ port, hosts: fc.array(serverHost, { maxLength: 2 }), kind: serverKind }),
      { maxLength: 2 },
    ),
  })
  .map(({ apiVersion, name, namespace: space, selector, servers }) =>
    manifest(
      apiVersion,
      'Gateway',
      name,
      space,
      `spec:\n${selector === null ? '' : `  selector: ${selector}\n`}  servers: [${servers
        .map(
          (server) =>
            `{port: {number: ${server.port}, name: p, protocol: ${server.kind}, hosts: [${server.hosts.map((h) => `"${h}"`)}]}`,
        )
        .join(', ')}]\n`,
    ),
  );

const destination = fc.record({
  host,
  port: fc.option(port),
  subset: fc.option(fc.constantFrom('v1', 'v2')),
  weight: fc.option(fc.constantFrom(0, 10, 90)),
});

function flowDestination({
  host: h,
  port: p,
  subset,
}: {
  host: string;
  port: number | null;
  subset: string | null;
}) {
  return `{host: "${h}"${p === null ? '' : `, port: {number: ${p}}`}${subset === null ? '' : `, subset: ${subset}`}}`;
}

const httpRoute = fc
  .record({
    destinations: fc.array(destination, { maxLength: 2 }),
    mirror: fc.option(destination),
    delegate: fc.option(routeName, { freq: 4 }),
    matchGateway: fc.option(gatewayName, { freq: 4 }),
    uri: fc.option(uri, { freq: 2 }),
    redirect: fc.option(fc.constantFrom('{scheme: https}', '{uri: /a}'), { freq: 5 }),
  })
  .map(({ destinations, mirror, delegate, matchGateway, uri: path, redirect }) => {
    const fields = [];
    const match = [];
    if (matchGateway !== null) match.push(`gateways: [${matchGateway}]`);
    if (path !== null) match.push(`uri: {${path}}`);
    if (match.length > 0) fields.push(`match: [{${match.join(', ')}}]`);
    if (redirect !== null) fields.push(`redirect: ${redirect}`);
    if (delegate !== null) fields.push(`delegate: {name: ${delegate}}`);
    if (mirror !== null) fields.push(`mirror: ${flowDestination(mirror)}`);
    if (destinations.length > 0)
      fields.push(
        `route: [${destinations.map((d) => `{destination: ${flowDestination(d)}${d.weight === null ? '' : `, weight: ${d.weight}`}}`).join(', ')}]`,
      );
    return `{${fields.join(', ')}}`;
  });

const virtualService = fc
  .record({
    apiVersion: istioVersion,
    name: routeName,
    namespace,
    hosts: fc.array(fc.constantFrom('shop.example.com', 'cart', '*', 'api.example.com'), {
      maxLength: 2,
    }),
    gateways: fc.option(
      fc.array(
        fc.constantFrom(
          'public',
          'private',
          'shop/public',
          'mesh',
          'public.shop',
          './public',
          'far/public',
        ),
        { maxLength: 3 },
      ),
    ),
    http: fc.array(httpRoute, { maxLength: 2 }),
    tcp: fc.array(destination, { maxLength: 1 }),
    exportTo: fc.option(fc.constantFrom('.', '*', 'shop'), { freq: 3 }),
  })
  .map((v) =>
    manifest(
      v.apiVersion,
      'VirtualService',
      v.name,
      v.namespace,
      `spec:\n  hosts: [${v.hosts.map((h) => `"${h}"`)}]\n${v.gateways === null ? '' : `  gateways: [${v.gateways.map((g) => `"${g}"`)}]\n`}  http: [${v.http.join(', ')}]\n  tcp: [${v.tcp.map((d) => `{route: [{destination: ${flowDestination(d)}}]}`).join(', ')}]\n${v.exportTo === null ? '' : `  exportTo: ["${v.exportTo}"]\n`}`,
    ),
  );

const service = fc
  .record({
    name: serviceName,
    namespace,
    type: fc.constantFrom(null, 'LoadBalancer', 'NodePort'),
    selector: labels,
    ports: fc.array(fc.record({ port, target: fc.option(fc.constantFrom(8080, 8443)) }), {
      maxLength: 3,
    }),
  })
  .map((s) =>
    manifest(
      'v1',
      'Service',
      s.name,
      s.namespace,
      `spec:\n${s.type === null ? '' : `  type: ${s.type}\n`}  selector: ${s.selector}\n  ports: [${s.ports.map((p) => `{port: ${p.port}${p.target === null ? '' : `, targetPort: ${p.target}`}}`).join(', ')}]\n`,
    ),
  );

const deployment = fc
  .record({ name: serviceName, namespace, labels })
  .map((d) =>
    manifest(
      'apps/v1',
      'Deployment',
      d.name,
      d.namespace,
      `spec:\n  template:\n    metadata: {labels: ${d.labels}}\n    spec: {containers: []}\n`,
    ),
  );

const destinationRule = fc
  .record({
    name: serviceName,
    namespace,
    host,
    subsets: fc.array(fc.constantFrom('v1', 'v2'), { maxLength: 2 }),
  })
  .map((d) =>
    manifest(
      'networking.istio.io/v1',
      'DestinationRule',
      d.name,
      d.namespace,
      `spec:\n  host: "${d.host}"\n  subsets: [${d.subsets.map((s) => `{name: ${s}, labels: {v: ${s}}}`).join(', ')}]\n`,
    ),
  );

const serviceEntry = fc
  .record({ name: serviceName, namespace, hosts: fc.array(host, { maxLength: 2 }), port })
  .map((s) =>
    manifest(
      'networking.istio.io/v1',
      'ServiceEntry',
      s.name,
      s.namespace,
      `spec:\n  hosts: [${s.hosts.map((h) => `"${h}"`)}]\n  ports: [{number: ${s.port}, name: http, protocol: HTTP}]\n`,
    ),
  );

/** What has to do with the rest without being drawn. */
const besides = fc
  .record({
    namespace,
    labels,
    make: fc.constantFrom<(labels: string) => readonly [string, string, string, string]>(
      (l) => [
        'networking.istio.io/v1',
        'Sidecar',
        'cart',
        `spec: {workloadSelector: {labels: ${l}}}\n`,
      ],
      (l) => [
        'networking.istio.io/v1',
        'Sidecar',
        'pay',
        `spec: {workloadSelector: {labels: ${l}}, egress: [{hosts: ["./cart.shop.svc.cluster.local"]}]}\n`,
      ],
      () => ['security.istio.io/v1', 'PeerAuthentication', 'all', 'spec: {mtls: {mode: STRICT}}\n'],
      (l) => [
        'security.istio.io/v1',
        'RequestAuthentication',
        'all',
        `spec: {selector: {matchLabels: ${l}}}\n`,
      ],
      (l) => [
        'security.istio.io/v1',
        'AuthorizationPolicy',
        'all',
        `spec: {selector: {matchLabels: ${l}}, rules: [{from: [{source: {namespaces: [shop]}}]}]}\n`,
      ],
      (l) => [
        'v1',
        'Pod',
        'cart',
        `spec: {nodeName: n1, containers: [{name: a, ports: [{containerPort: 8080}]}]}\n  # ${l}\n`,
      ],
      (l) => [
        'apps/v1',
        'StatefulSet',
        'cart',
        `spec: {template: {metadata: {labels: ${l}}, spec: {containers: [{name: istio-proxy, image: a}]}}}\n`,
      ],
      () => [
        'networking.istio.io/v1',
        'DestinationRule',
        'all',
        'spec: {host: "*.local", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}\n',
      ],
      () => [
        'networking.istio.io/v1',
        'ServiceEntry',
        'cart',
        'spec: {hosts: [api.example.com, "*.example.com"], exportTo: [shop], ports: [{number: 80, name: a, protocol: TCP}, {number: 80, name: b, protocol: HTTP}]}\n',
      ],
    ),
  })
  .map((one) => {
    const [apiVersion, kind, name, rest] = one.make(one.labels);
    return manifest(apiVersion, kind, name, one.namespace, rest);
  });

/** What belongs to no namespace, and what the mesh is set up by. */
const whole = fc.constantFrom(
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n',
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: default, labels: {istio.io/dataplane-mode: ambient}}\n',
  'apiVersion: v1\nkind: Node\nmetadata: {name: n1, labels: {topology.kubernetes.io/zone: v1}}\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata: {mesh: "enableAutoMtls: false"}\n',
);

const secret = namespace.map((space) => manifest('v1', 'Secret', 'cert', space, ''));
const other = fc.constantFrom(
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cart\n',
  '# only a comment\n',
  'spec: {}\n',
  '',
);

const single = fc.oneof(
  { weight: 4, arbitrary: gateway },
  { weight: 6, arbitrary: virtualService },
  { weight: 5, arbitrary: service },
  { weight: 2, arbitrary: deployment },
  { weight: 2, arbitrary: destinationRule },
  { weight: 2, arbitrary: serviceEntry },
  { weight: 1, arbitrary: secret },
  { weight: 2, arbitrary: besides },
  { weight: 1, arbitrary: whole },
  { weight: 1, arbitrary: other },
);

const list = fc.array(single, { maxLength: 3 }).map((items) => {
  const indented = items
    .filter((item) => item.startsWith('apiVersion'))
    .map((item) => `- ${item.trimEnd().split('\n').join('\n  ')}\n`);
  return `apiVersion: v1\nkind: List\nitems:${indented.length === 0 ? ' []\n' : `\n${indented.join('')}`}`;
});

/** The text of one manifest, or a `kind: List` of some, with a line ending. */
export const randomManifest: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: single },
  { weight: 1, arbitrary: list },
);

/** A text of several documents. */
export const randomWorld: fc.Arbitrary<string> = fc
  .array(randomManifest, { maxLength: 12 })
  .map((manifests) => manifests.join('---\n'));
