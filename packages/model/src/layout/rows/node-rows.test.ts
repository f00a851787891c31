import { describe, expect, test } from 'vitest';
import type {
  GatewayNode,
  LoadBalancerNode,
  ServiceEntryNode,
  ServiceNode,
  TopologyNode,
  VirtualServiceNode,
} from '../../graph/topology.ts';
import type { HttpRoute, RouteDestination } from '../../resources/kinds/virtual-service.ts';
import { measureNode } from '../measure-node.ts';
import { nodeRows } from './node-rows.ts';

const BASE = {
  id: 'x',
  namespace: 'default',
  name: 'cart',
  status: 'present',
  resourceId: 'x',
  stale: false,
  explanation: '',
  duplicates: 0,
} as const;

const port = (index: number, number: number, targetPort: number | string = number) => ({
  index,
  name: 'http',
  port: number,
  targetPort,
  protocol: 'TCP',
  appProtocol: null,
});

const service = (fields: Partial<ServiceNode> = {}): ServiceNode => ({
  ...BASE,
  kind: 'Service',
  serviceType: 'ClusterIP',
  ports: [port(0, 80, 8080)],
  subsets: [],
  workloads: [],
  missingHost: null,
  ...fields,
});

const destination = (index: number, share: number, host = 'cart'): RouteDestination => ({
  index,
  host,
  subset: null,
  port: null,
  weight: null,
  share,
});

const route = (index: number, fields: Partial<HttpRoute> = {}): HttpRoute => ({
  index,
  name: null,
  matches: [],
  destinations: [],
  mirrors: [],
  delegate: null,
  redirect: null,
  directResponse: null,
  rewrite: null,
  fault: null,
  timeout: null,
  ...fields,
});

const virtualService = (fields: Partial<VirtualServiceNode> = {}): VirtualServiceNode => ({
  ...BASE,
  kind: 'VirtualService',
  hosts: ['shop.example.com'],
  gateways: ['web'],
  isDelegate: false,
  http: [],
  tls: [],
  tcp: [],
  ...fields,
});

/** More than there is room for on a node. */
const LONG = 'All that there is to say about it. '.repeat(20);

const ids = (node: TopologyNode): readonly string[] => nodeRows(node).map(({ id }) => id);
const texts = (node: TopologyNode): readonly string[] =>
  nodeRows(node).map((row) => ('label' in row ? row.label : row.kind));

describe('rows of a Service', () => {
  test('[L6] ports, subsets and workloads, in this order', () => {
    const subset = { name: 'v1', labels: { version: 'v1' }, destinationRule: 'd' };
    const workloads = [{ id: 'w', kind: 'Deployment', name: 'cart-v1' }];
    const node = service({ subsets: [subset], workloads });
    expect(ids(node)).toEqual(['port-0', 'subset-0', 'workloads']);
    expect(nodeRows(node)).toMatchObject([
      { kind: 'port', label: ':80', detail: 'http, to pod :8080', takesLines: true },
      { kind: 'subset', detail: 'version=v1' },
      { kind: 'workloads', label: '1 workload', detail: 'cart-v1' },
    ]);
  });

  test('[L6] a target port that is the port itself is not said', () => {
    expect(nodeRows(service({ ports: [port(0, 80)] }))).toMatchObject([
      { label: ':80', detail: 'http' },
      { label: 'no workload in this YAML' },
    ]);
  });

  test('[L6] a missing Service says in few words why, how to go on, and where more is said', () => {
    const node = service({ status: 'missing', ports: [], explanation: LONG });
    expect(nodeRows(node)).toMatchObject([
      {
        kind: 'note',
        tone: 'error',
        text: 'Not in this YAML, but a route leads to it.',
        actions: [{ kind: 'write' }, { kind: 'exists-elsewhere' }, { kind: 'why' }],
      },
    ]);
  });

  test('[L6] a manifest that replaces others of the same name says so', () => {
    const note = nodeRows(service({ duplicates: 2 })).at(-1);
    expect(note).toMatchObject({ kind: 'note', tone: 'warning' });
  });
});

const impliedLoadBalancer = (): LoadBalancerNode => ({
  ...BASE,
  kind: 'LoadBalancer',
  namespace: 'istio-system',
  name: 'istio-ingressgateway',
  status: 'implied',
  explanation: LONG,
  command: 'kubectl get svc -n istio-system istio-ingressgateway',
  serviceType: 'LoadBalancer',
  ports: [port(0, 80, 8080), port(1, 443, 8443)],
  selector: null,
});

test('[L6] an implied load balancer shows its ports and what it gives, and offers to be written', () => {
  expect(nodeRows(impliedLoadBalancer())).toMatchObject([
    { id: 'port-0', givesLines: true, takesLines: false },
    { id: 'port-1' },
    {
      kind: 'note',
      tone: 'info',
      text: 'Not in this YAML. It gives the external address.',
      actions: [{ label: 'Write it out' }, { label: 'Why?' }],
    },
  ]);
});

test('[L6] no note takes more than two lines, however much there is to explain', () => {
  const absent = { explanation: LONG, duplicates: 1234 } as const;
  const gateway = { ...BASE, kind: 'Gateway', selector: null, servers: [] } as const;
  const nodes: readonly TopologyNode[] = [
    { ...impliedLoadBalancer(), ...absent },
    ...(['implied', 'missing'] as const).flatMap((status) => [
      service({ ...absent, status }),
      virtualService({ ...absent, status }),
      { ...gateway, ...absent, status },
    ]),
    service({ ...absent, status: 'missing', missingHost: '' }),
  ];
  for (const node of nodes) {
    const notes = nodeRows(node).filter((row) => row.kind === 'note');
    expect(notes.map(({ lines }) => Math.max(1, lines) <= 2)).toEqual([true, true]);
    expect(notes.every(({ text }) => text !== '')).toBe(true);
  }
});

test('[L6] a ServiceEntry shows its hosts, then its ports', () => {
  const node: ServiceEntryNode = {
    ...BASE,
    kind: 'ServiceEntry',
    hosts: ['api.example.com'],
    ports: [{ index: 0, number: 443, name: '', protocol: 'TLS', targetPort: null }],
    location: 'MESH_EXTERNAL',
    resolution: 'DNS',
    subsets: [],
  };
  expect(nodeRows(node)).toMatchObject([
    { id: 'hosts', lines: ['api.example.com'] },
    { id: 'port-0', label: ':443', detail: 'TLS' },
  ]);
});

describe('rows of a Gateway', () => {
  const server = (fields: Partial<GatewayNode['servers'][number]> = {}) => ({
    index: 0,
    port: 443,
    portName: 'https',
    protocol: 'HTTPS',
    hosts: ['a.example.com'],
    tls: {
      mode: 'SIMPLE',
      modeIsWritten: true,
      credentialName: 'my-tls-secret',
      httpsRedirect: false,
    },
    credential: null,
    ...fields,
  });
  const gateway = (...servers: readonly GatewayNode['servers'][number][]): GatewayNode => ({
    ...BASE,
    kind: 'Gateway',
    selector: null,
    servers,
  });

  test('[L7] a server says port, protocol, TLS mode and hosts', () => {
    expect(nodeRows(gateway(server()))).toMatchObject([
      {
        id: 'server-0',
        label: '443',
        protocol: 'HTTPS',
        tlsMode: 'SIMPLE',
        hosts: 'a.example.com',
      },
    ]);
  });

  test('[L7] a tls block that only redirects does no TLS', () => {
    const tls = {
      mode: 'PASSTHROUGH',
      modeIsWritten: false,
      credentialName: null,
      httpsRedirect: true,
    };
    const node = gateway(server({ port: 80, protocol: 'HTTP', tls }));
    expect(nodeRows(node)).toMatchObject([{ tlsMode: null, redirectsToHttps: true }]);
  });

  test('[L7] hosts that do not fit beside the port have a line of their own', () => {
    const hosts = [`${'long.'.repeat(20)}example.com`];
    const [long] = nodeRows(gateway(server({ hosts })));
    const [short] = nodeRows(gateway(server({ hosts: ['*'] })));
    expect(long).toMatchObject({ hostsBelow: true, height: 50 });
    expect(short).toMatchObject({ hostsBelow: false, height: 32 });
  });

  test('[L7] the Secret stands right under its server', () => {
    const credential = {
      name: 'my-tls-secret',
      namespaces: ['istio-system'],
      status: 'unknown',
      explanation: 'It has to be in istio-system.',
    } as const;
    const node = gateway(server({ credential }), server({ index: 1 }));
    expect(ids(node)).toEqual(['server-0', 'server-0-credential', 'server-1']);
    expect(nodeRows(node)[1]).toMatchObject({
      label: 'Secret my-tls-secret: not in this YAML',
      credential,
    });
    const found = gateway(server({ credential: { ...credential, status: 'found' } }));
    expect(nodeRows(found)[1]).toMatchObject({ label: 'Secret my-tls-secret' });
  });
});

describe('rows of a VirtualService', () => {
  test('[L8] hosts, then each route with its split and its destinations, in order of evaluation', () => {
    const http = [
      route(0, { directResponse: { status: 200 } }),
      route(1, { destinations: [destination(0, 0.9), destination(1, 0.1, 'cart-v2')] }),
    ];
    const tcp = [{ index: 0, matches: [], destinations: [destination(0, 1)] }];
    const node = virtualService({ http, tcp });
    expect(ids(node)).toEqual([
      'hosts',
      'http-0',
      'http-1',
      'http-1-split',
      'http-1-0',
      'http-1-1',
      'tcp-0',
      'tcp-0-0',
    ]);
    expect(nodeRows(node)).toMatchObject([
      { lines: ['shop.example.com'], takesLines: true },
      { number: 1, actionsBelow: false },
      { number: 2 },
      { shares: [0.9, 0.1] },
      { host: 'cart', share: '90 %', givesLines: true },
      { host: 'cart-v2', share: '10 %' },
      { number: 1, protocol: 'tcp' },
      { host: 'cart', share: null },
    ]);
  });

  test('[L8] shares have one decimal at most', () => {
    const shares = [1 / 3, 0.6666, 0.0001, 0];
    const destinations = shares.map((share, index) => destination(index, share));
    const rows = nodeRows(virtualService({ http: [route(0, { destinations })] }));
    expect(rows.flatMap((row) => (row.kind === 'destination' ? [row.share] : []))).toEqual([
      '33.3 %',
      '66.7 %',
      '< 0.1 %',
      '0 %',
    ]);
  });

  test('[L8] mirrors are rows after the destinations', () => {
    const mirror = { index: -1, host: 'copy', subset: 'v2', port: null, percentage: 10 };
    const mirrors = [mirror, { ...mirror, index: 0 }];
    const node = virtualService({
      http: [route(0, { mirrors, destinations: [destination(0, 1)] })],
    });
    expect(ids(node)).toEqual(['hosts', 'http-0', 'http-0-0', 'http-0-mirror', 'http-0-mirror-0']);
    expect(nodeRows(node).at(-1)).toMatchObject({ host: 'copy', share: 'copy of 10 %' });
  });

  test('[L8] a delegate has words instead of hosts', () => {
    const [hosts] = nodeRows(virtualService({ hosts: [], isDelegate: true }));
    expect(hosts).toMatchObject({ lines: ['for other VirtualServices'], inWords: true });
  });

  test('[L8] several match blocks are joined with "or", a line each', () => {
    const matches = ['/a', '/b'].map((prefix) => ({ uri: { prefix } }));
    const [, row] = nodeRows(virtualService({ http: [route(0, { matches })] }));
    expect(row).toMatchObject({ matchLines: [1, 1], height: 50 });
  });
});

describe('long lists', () => {
  const ports = (count: number) =>
    service({ ports: Array.from({ length: count }, (_, index) => port(index, index + 1)) });

  test('[L9] a list over its limit ends in "+ 12 more"', () => {
    expect(texts(ports(20))).toContain('+ 12 more ports');
    expect(ids(ports(20))).toEqual([
      ...Array.from({ length: 8 }, (_, index) => `port-${index}`),
      'port-more',
      'workloads',
    ]);
  });

  test('[L9] a single row is never put away, as "+ 1 more" would take its place', () => {
    expect(ids(ports(9))).not.toContain('port-more');
    expect(ids(ports(10))).toContain('port-more');
  });

  test('[L9] a VirtualService of 1,000 routes with 100 destinations each stays readable', () => {
    const destinations = Array.from({ length: 100 }, (_, index) => destination(index, 0.01));
    const http = Array.from({ length: 1000 }, (_, index) => route(index, { destinations }));
    const node = virtualService({ http });
    expect(nodeRows(node).length).toBeLessThan(130);
    expect(ids(node)).toContain('http-more');
    expect(ids(node)).toContain('http-0-more');
  });
});

describe('measureNode', () => {
  test('[L9] nodes are 252 px wide, load balancers 236, the header is 52 px and rows fill the rest', () => {
    const node = service({ ports: [port(0, 80), port(1, 443)] });
    expect(measureNode(node)).toEqual({
      width: 252,
      height: 52 + 3 * 32,
      headerHeight: 52,
      rows: [
        { id: 'port-0', y: 52, height: 32 },
        { id: 'port-1', y: 84, height: 32 },
        { id: 'workloads', y: 116, height: 32 },
      ],
    });
  });

  test('[L9] texts of any length are measured in no time', () => {
    const node = virtualService({
      http: [route(0, { matches: [{ uri: { prefix: `/${'x'.repeat(5_000_000)}` } }] })],
      hosts: ['h'.repeat(5_000_000)],
    });
    const start = performance.now();
    expect(measureNode(node).height).toBeLessThan(500);
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('[L9] row ids are unique in a node', () => {
    const subset = { name: 'v1', labels: {}, destinationRule: 'd' };
    const node = service({ subsets: [subset, { ...subset }] });
    expect(new Set(ids(node)).size).toBe(ids(node).length);
  });
});
