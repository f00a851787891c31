import { describe, expect, test } from 'vitest';
import {
  type Assumptions,
  buildSnapshot,
  DEFAULT_ASSUMPTIONS,
  findResource,
  findTopologyNode,
  problemsOf,
  referencesOf,
  type TopologyEdge,
  updateSnapshot,
} from '../index.ts';

const ISTIO = 'apiVersion: networking.istio.io/v1';

function gateway(name: string, rest: string): string {
  return `${ISTIO}\nkind: Gateway\nmetadata: {name: ${name}}\nspec: ${rest}\n`;
}

function virtualService(name: string, rest: string): string {
  return `${ISTIO}\nkind: VirtualService\nmetadata: {name: ${name}}\nspec: ${rest}\n`;
}

function service(name: string, rest: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: ${rest}\n`;
}

function chart(manifests: readonly string[], assumptions: Partial<Assumptions> = {}) {
  const snapshot = buildSnapshot(manifests.join('---\n'), {
    ...DEFAULT_ASSUMPTIONS,
    ...assumptions,
  });
  const ofKind = <Kind extends TopologyEdge['kind']>(kind: Kind) =>
    snapshot.topology.edges.filter(
      (edge): edge is Extract<TopologyEdge, { kind: Kind }> => edge.kind === kind,
    );
  const node = (id: string) => findTopologyNode(snapshot, id);
  return { snapshot, ofKind, node, ids: snapshot.topology.nodes.map(({ id }) => id) };
}

const INGRESS =
  '{selector: {istio: ingressgateway}, servers: [{port: {number: 80}, hosts: ["*"]}]}';
const ROUTE_TO = (host: string) => `{hosts: [a.com], http: [{route: [{destination: ${host}}]}]}`;

describe('LoadBalancers', () => {
  test('[G1] the default ingress gateway is implied where the text has no Service for the Gateway', () => {
    const { node, ofKind } = chart([gateway('gw', INGRESS)]);
    const implied = node('LoadBalancer/istio-system/istio-ingressgateway');
    expect(implied).toMatchObject({ status: 'implied', resourceId: null });
    expect(implied?.command).toBe('kubectl get svc -n istio-system istio-ingressgateway');
    expect(implied?.explanation).toContain('A Gateway only declares what to listen on');
    expect(ofKind('exposes')).toMatchObject([
      { broken: null, servers: [{ server: 0, servicePort: 80, portIndex: 0 }] },
    ]);
  });

  test('[G1] nothing is implied for a Gateway with another selector', () => {
    const { ids } = chart([gateway('gw', '{selector: {istio: egressgateway}, servers: []}')]);
    expect(ids).toEqual(['Gateway/default/gw']);
  });

  test('[G2] a Service of any type whose selector asks for the Gateway’s is its LoadBalancer', () => {
    const { ids, node } = chart([
      gateway('gw', INGRESS),
      service('front', '{type: NodePort, selector: {istio: ingressgateway, app: x}, ports: []}'),
    ]);
    expect(ids).toEqual(['Gateway/default/gw', 'LoadBalancer/default/front']);
    expect(node('LoadBalancer/default/front')).toMatchObject({ serviceType: 'NodePort' });
  });

  test('[G2] a Service and a Gateway meet in a workload that both select', () => {
    const { ofKind } = chart([
      gateway('gw', '{selector: {gate: yes-sir}, servers: [{port: {number: 80}, hosts: ["*"]}]}'),
      service('front', '{selector: {app: gate}, ports: [{port: 80, targetPort: web}]}'),
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: gate}\nspec: {template: {metadata: {labels: {app: gate, gate: yes-sir}}, spec: {containers: [{ports: [{name: web, containerPort: 8080}]}]}}}\n',
    ]);
    expect(ofKind('exposes')).toMatchObject([
      { source: 'LoadBalancer/default/front', servers: [{ servicePort: 80 }] },
    ]);
  });

  test('[G2] routes to a Service in front of a gateway go to its LoadBalancer node', () => {
    const { ofKind, ids } = chart([
      service('front', '{type: LoadBalancer, ports: [{port: 80}]}'),
      virtualService('vs', ROUTE_TO('{host: front}')),
    ]);
    expect(ids).toContain('LoadBalancer/default/front');
    expect(ids).not.toContain('Service/default/front');
    expect(ofKind('routes')).toMatchObject([{ target: 'LoadBalancer/default/front' }]);
  });

  test('[G3] the server’s number is a Service port first, and the pod’s port only where no Service has it', () => {
    const servers = [80, 8080, 81, 9000].map((n) => `{port: {number: ${n}}, hosts: ["*"]}`);
    const { ofKind } = chart([
      gateway('gw', `{selector: {istio: x}, servers: [${servers.join(', ')}]}`),
      service(
        'front',
        '{selector: {istio: x}, ports: [{port: 80, targetPort: 8080}, {port: 81, targetPort: 8080}]}',
      ),
    ]);
    expect(ofKind('exposes')[0]?.servers.map(({ servicePort }) => servicePort)).toEqual([
      80,
      80,
      null,
      null,
    ]);
  });

  test('[G3] an edge through which no server is reached is broken and says why', () => {
    const { ofKind } = chart([
      gateway('gw', '{selector: {istio: ingressgateway}, servers: [{port: {number: 9000}}]}'),
    ]);
    expect(ofKind('exposes')[0]?.broken).toContain('listens on 9000');
  });
});

describe('binds', () => {
  test.each([
    ['gw', 'Gateway/default/gw'],
    ['shop/gw', 'Gateway/shop/gw'],
    ['./gw', 'Gateway/default/gw'],
    ['gw.shop', 'Gateway/shop/gw'],
    ['gw.shop.svc.cluster.local', 'Gateway/shop/gw'],
  ])('[G4] the Gateway name %s means %s', (name, source) => {
    const { ofKind, node } = chart([virtualService('vs', `{hosts: [a.com], gateways: [${name}]}`)]);
    expect(ofKind('binds')).toMatchObject([{ source }]);
    expect(node(source)?.status).toBe('missing');
  });

  test('[G4] mesh is no Gateway', () => {
    const { ids } = chart([virtualService('vs', '{hosts: [a.com], gateways: [mesh]}')]);
    expect(ids).toEqual(['VirtualService/default/vs']);
  });

  test.each([
    ['*', 'a.com', ['a.com']],
    ['a.com', '*', ['a.com']],
    ['*.a.com', 'a.com', []],
    ['*.a.com', 'x.y.a.com', ['x.y.a.com']],
    ['*.a.com', '*.b.a.com', ['*.b.a.com']],
    ['default/a.com', 'a.com', ['a.com']],
    ['./a.com', 'a.com', ['a.com']],
    ['*/a.com', 'a.com', ['a.com']],
    ['other/a.com', 'a.com', []],
    ['*', 'reviews', ['reviews.default.svc.cluster.local']],
  ])('[G5] server host %s and VirtualService host %s have %j in common', (server, host, hosts) => {
    const { ofKind } = chart([
      gateway('gw', `{servers: [{port: {number: 80}, hosts: ["${server}"]}]}`),
      virtualService('vs', `{hosts: ["${host}"], gateways: [gw]}`),
    ]);
    const [edge] = ofKind('binds');
    expect(edge?.servers.flatMap((each) => each.hosts)).toEqual(hosts);
    expect(edge?.broken === null).toBe(hosts.length > 0);
  });

  test('[G6] what lies in a foreign namespace is unknown, and no error', () => {
    const { ofKind, node, snapshot } = chart(
      [virtualService('vs', '{hosts: [a.com], gateways: [far/gw]}')],
      { foreignNamespaces: ['far'] },
    );
    expect(node('Gateway/far/gw')?.status).toBe('implied');
    expect(ofKind('binds')[0]?.broken).toBeNull();
    expect(referencesOf(snapshot, 'VirtualService/default/vs')[0]?.status).toBe('unknown');
  });
});

describe('routes', () => {
  test.each([
    ['cart', 'Service/default/cart', 'missing'],
    ['cart.shop.svc.cluster.local', 'Service/shop/cart', 'missing'],
    ['cart.shop', 'Service/default/cart.shop', 'missing'],
    ['api.example.com', 'Service/default/api.example.com', 'missing'],
  ])('[G7] the host %s leads to %s, %s', (host, target, status) => {
    const { ofKind, node } = chart([virtualService('vs', ROUTE_TO(`{host: ${host}}`))]);
    expect(ofKind('routes')).toMatchObject([{ target }]);
    expect(ofKind('routes')[0]?.broken).not.toBeNull();
    expect(node(target)).toMatchObject({ status, missingHost: host });
  });

  test('[G7] a name with a dot is not completed, and the node says so', () => {
    const { node } = chart([virtualService('vs', ROUTE_TO('{host: cart.shop}'))]);
    expect(node('Service/default/cart.shop')?.explanation).toContain('cart.shop.svc.cluster.local');
  });

  test('[G7] with an empty cluster domain a Service is name.namespace', () => {
    const { ofKind } = chart(
      [
        service('cart', '{ports: [{port: 80}]}'),
        virtualService('vs', ROUTE_TO('{host: cart.default}')),
      ],
      { clusterDomain: '' },
    );
    expect(ofKind('routes')).toMatchObject([{ target: 'Service/default/cart', broken: null }]);
  });

  test('[G8] shares are weights over their sum; an absent weight is 0; a lone destination gets all', () => {
    const { ofKind } = chart([
      virtualService(
        'vs',
        '{hosts: [a.com], http: [{route: [{destination: {host: a}, weight: 1}, {destination: {host: b}, weight: 3}, {destination: {host: c}}]}, {route: [{destination: {host: d}, weight: 0}]}]}',
      ),
    ]);
    expect(ofKind('routes').map(({ share }) => share)).toEqual([0.25, 0.75, 0, 1]);
  });

  test('[G9] a port that the Service lacks and a subset that nobody defines break the edge', () => {
    const { ofKind } = chart([
      service('cart', '{ports: [{port: 80}]}'),
      virtualService('one', ROUTE_TO('{host: cart, port: {number: 81}}')),
      virtualService('two', ROUTE_TO('{host: cart, subset: v1}')),
    ]);
    const [port, subset] = ofKind('routes');
    expect(port?.broken).toContain('no port 81: it has only 80');
    expect(subset?.broken).toContain('there is no subset v1');
  });

  test('[G9] without a port the only one is taken, else the Gateway server’s', () => {
    const { ofKind } = chart([
      gateway('gw', '{servers: [{port: {number: 8080}, hosts: ["*"]}]}'),
      service('one', '{ports: [{port: 5000}]}'),
      service('two', '{ports: [{port: 80}, {port: 8080}]}'),
      service('bad', '{ports: [{port: 80}, {port: 443}]}'),
      ...['one', 'two', 'bad'].map((name) =>
        virtualService(
          `to-${name}`,
          `{hosts: [a.com], gateways: [gw], http: [{route: [{destination: {host: ${name}}}]}]}`,
        ),
      ),
    ]);
    expect(ofKind('routes').map(({ portIndex }) => portIndex)).toEqual([0, 1, null]);
    expect(ofKind('routes')[2]?.broken).toContain('(8080)');
  });

  test('[G10] subsets come from the DestinationRules of the host, whatever form names it', () => {
    const { node, ofKind } = chart([
      service('cart', '{ports: [{port: 80}]}'),
      `${ISTIO}\nkind: DestinationRule\nmetadata: {name: dr}\nspec: {host: cart, subsets: [{name: v1, labels: {version: v1}}]}\n`,
      virtualService('vs', ROUTE_TO('{host: cart.default.svc.cluster.local, subset: v1}')),
    ]);
    expect(ofKind('routes')[0]?.broken).toBeNull();
    expect(node('Service/default/cart')).toMatchObject({
      subsets: [
        { name: 'v1', labels: { version: 'v1' }, destinationRule: 'DestinationRule/default/dr' },
      ],
    });
  });

  test('[G11] mirrors, tls and tcp routes have edges of their own', () => {
    const { ofKind } = chart([
      virtualService(
        'vs',
        '{hosts: [a.com], http: [{mirror: {host: a}, mirrorPercentage: {value: 5}, mirrors: [{destination: {host: b}}]}], tls: [{route: [{destination: {host: c}}]}], tcp: [{route: [{destination: {host: d}}]}]}',
      ),
    ]);
    expect(ofKind('routes').map(({ id, share }) => [id.split('#')[1], share])).toEqual([
      ['http-0-mirror', 0.05],
      ['http-0-mirror-0', 1],
      ['tls-0-0', 1],
      ['tcp-0-0', 1],
    ]);
  });

  test('[G12] a ServiceEntry has its hosts; one that only its wildcard covers is broken', () => {
    const { ofKind } = chart([
      `${ISTIO}\nkind: ServiceEntry\nmetadata: {name: out}\nspec: {hosts: [api.example.com, "*.example.org"], ports: [{number: 443, name: https, protocol: HTTPS}]}\n`,
      virtualService('one', ROUTE_TO('{host: api.example.com}')),
      virtualService('two', ROUTE_TO('{host: www.example.org}')),
    ]);
    expect(ofKind('routes')).toMatchObject([
      { target: 'ServiceEntry/default/out', broken: null, portIndex: 0 },
      { target: 'ServiceEntry/default/out' },
    ]);
    expect(ofKind('routes')[1]?.broken).toContain('*.example.org');
  });
});

describe('delegates', () => {
  const root = '{hosts: [a.com], http: [{delegate: {name: child, namespace: default}}]}';

  test('[G13] a missing delegate is a missing node', () => {
    const { node, ofKind } = chart([virtualService('root', root)]);
    expect(node('VirtualService/default/child')).toMatchObject({ status: 'missing' });
    expect(ofKind('delegates')[0]?.broken).not.toBeNull();
  });

  test('[G13] a delegate with hosts, and a delegate of a delegate, are broken', () => {
    const { ofKind } = chart([
      virtualService('root', root),
      virtualService('child', '{http: [{delegate: {name: grandchild}}]}'),
      virtualService('grandchild', '{hosts: [b.com]}'),
    ]);
    expect(ofKind('delegates').map(({ broken }) => broken === null)).toEqual([true, false]);
  });
});

describe('resources', () => {
  test('[R2] a Gateway API Gateway is never mistaken for Istio’s', () => {
    const { ids, node } = chart([
      'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: gw}\nspec: {}\n',
      virtualService('vs', '{hosts: [a.com], gateways: [gw]}'),
    ]);
    expect(ids).toEqual(['VirtualService/default/vs', 'Gateway/default/gw']);
    expect(node('Gateway/default/gw')?.explanation).toContain('Gateway API');
  });

  test('[R4] of manifests with the same id the last counts', () => {
    const { node, snapshot } = chart([
      service('cart', '{ports: [{port: 1}]}'),
      service('cart', '{ports: [{port: 2}]}'),
    ]);
    expect(node('Service/default/cart')).toMatchObject({ duplicates: 1, ports: [{ port: 2 }] });
    expect(snapshot.resources).toHaveLength(2);
  });

  test('[R5] Lists are expanded, nested ones too', () => {
    const { snapshot } = chart([
      'apiVersion: v1\nkind: List\nitems:\n- kind: List\n  items:\n  - {apiVersion: v1, kind: Service, metadata: {name: in}}\n',
    ]);
    expect(findResource(snapshot, 'Service/default/in')?.path).toEqual(['items', 0, 'items', 0]);
  });

  test('[R5] items of a typed list without kinds of their own have that of the list', () => {
    const { snapshot, ids } = chart([
      'apiVersion: v1\nkind: ServiceList\nitems:\n- metadata: {name: one}\n- {apiVersion: v1, kind: Pod, metadata: {name: two}}\n',
      `${ISTIO}\nkind: GatewayList\nitems:\n- metadata: {name: gw}\n`,
      'apiVersion: v1\nkind: List\nitems:\n- metadata: {name: three}\n',
    ]);
    expect(snapshot.resources.map(({ id }) => id)).toEqual([
      'Service/default/one',
      'Pod/default/two',
      'Gateway/default/gw',
    ]);
    expect(ids).toEqual(expect.arrayContaining(['Service/default/one', 'Gateway/default/gw']));
    expect(problemsOf(snapshot).map(({ code }) => code)).toEqual(['PTL0010']);
  });

  test('[R6] while a document is broken its nodes are stale and stay', () => {
    const text = service('cart', '{ports: []}');
    const before = buildSnapshot(text);
    const after = updateSnapshot(before, [
      { range: { start: text.length, end: text.length }, newText: '}: [' },
    ]);
    expect(after.topology.nodes).toMatchObject([{ id: 'Service/default/cart', stale: true }]);
    expect(problemsOf(after)[0]?.severity).toBe('error');
  });

  test('[R7] a document that is no object is a problem only where it looks like one', () => {
    const text = [
      'apiVersion: v1\nmetadata: {name: a}\nspec: {}\n',
      'apiVersion: v1\nkind: Service\nspec: {}\n',
      'kind: Service\nmetadata: {name: a}\n',
      'resources: [a.yaml]\n',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n',
      'replicaCount: 1\n',
    ].join('---\n');
    expect(problemsOf(buildSnapshot(text)).map(({ code }) => code)).toEqual([
      'PTL0010',
      'PTL0012',
      'PTL0011',
    ]);
  });

  test('[R3] wrong types are left out, and nothing throws', () => {
    const { node } = chart([
      gateway('gw', '{selector: 1, servers: [null, 3, {port: {number: "80"}, hosts: a, tls: []}]}'),
      virtualService('vs', '{hosts: {a: b}, gateways: 1, http: {route: []}, tcp: [[]]}'),
    ]);
    expect(node('Gateway/default/gw')).toMatchObject({
      selector: null,
      servers: [{ index: 2, port: null, hosts: [], tls: null }],
    });
  });

  test('[G14] the Secret of a server is looked for in the namespace of the gateway’s pods', () => {
    const tls =
      '{selector: {istio: ingressgateway}, servers: [{port: {number: 443}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: cert}}]}';
    const { node } = chart([gateway('gw', tls)]);
    expect(node('Gateway/default/gw')).toMatchObject({
      servers: [
        {
          credential: {
            status: 'unknown',
            namespaces: ['istio-system'],
            command: 'kubectl create secret tls cert -n istio-system --cert=tls.crt --key=tls.key',
          },
        },
      ],
    });
    const known = chart([gateway('gw', tls)], { secrets: ['istio-system/cert'] });
    expect(known.node('Gateway/default/gw')).toMatchObject({
      servers: [{ credential: { status: 'found' } }],
    });
  });
});
