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
import { COLUMN_GAP } from '../placement/column-positions.ts';
import { literal, word } from './describe-match.ts';
import { nodeRows } from './node-rows.ts';
import { nodeWidth } from './row-metrics.ts';

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
    { id: 'hosts', lines: [literal('api.example.com')] },
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
        hostBeside: null,
        hostLines: [literal('a.example.com')],
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

  test('[L7] a host stands beside the port where it fits, else on a line of its own', () => {
    const rowOf = (hosts: readonly string[]) => nodeRows(gateway(server({ hosts })))[0];
    expect(rowOf(['*'])).toMatchObject({ hostBeside: literal('*'), hostLines: [], height: 32 });
    expect(rowOf(['myapp.example.com'])).toMatchObject({
      hostBeside: null,
      hostLines: [literal('myapp.example.com')],
      height: 50,
    });
    expect(rowOf(['a.com', 'b.com'])).toMatchObject({
      hostLines: [literal('a.com'), literal('b.com')],
      height: 68,
    });
    expect(rowOf([])).toMatchObject({ hostLines: [word('no hosts')] });
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
      label: 'Secret my-tls-secret',
      state: 'not in this YAML',
      credential,
    });
    const found = gateway(server({ credential: { ...credential, status: 'found' } }));
    expect(nodeRows(found)[1]).toMatchObject({ label: 'Secret my-tls-secret', state: null });
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
      { lines: [literal('shop.example.com')], takesLines: true },
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
    const all = { ...mirror, percentage: 100 };
    const whole = virtualService({ http: [route(0, { mirrors: [all] })] });
    expect(nodeRows(whole).at(-1)).toMatchObject({ share: 'copy' });
  });

  const fqdn = 'my-app-service.default.svc.cluster.local';
  const destinationRow = (target: Partial<RouteDestination>, others = 0) => {
    const all = [target, ...Array.from({ length: others }, () => ({}))];
    const destinations = all.map((fields, index) => ({
      ...destination(index, 1 / all.length),
      ...fields,
    }));
    const rows = nodeRows(virtualService({ http: [route(0, { destinations })] }));
    return rows.find((row) => row.kind === 'destination');
  };

  test('[L8] the FQDN of a Service is shown in full, on two lines that part at a dot', () => {
    const row = destinationRow({ host: fqdn, port: 80 });
    expect(row).toMatchObject({
      hostLines: ['my-app-service.default.svc', '.cluster.local'],
      height: 50,
    });
    expect(destinationRow({ host: 'cart', port: 80 })).toMatchObject({
      hostLines: ['cart'],
      height: 32,
    });
  });

  test('[L8] what is too long for two lines loses its middle, not its ends', () => {
    const host = `${'very-long-name-'.repeat(12)}end.example.com`;
    const row = destinationRow({ host, port: 80, subset: 'v2' }, 1);
    const [first = '', second = ''] = row?.hostLines ?? [];
    const [start = '', end = ''] = second.split('…');
    expect(host.startsWith(first + start)).toBe(true);
    expect(end.length).toBeGreaterThan(5);
    expect(host.endsWith(end)).toBe(true);
    expect(row).toMatchObject({ subset: 'v2', subsetBelow: true, height: 68 });
  });

  test('[L8] a subset that does not fit behind the host has a line of its own', () => {
    const fields = { host: 'recommendations', port: 8080 };
    expect(destinationRow({ ...fields, subset: 'v1' }, 1)).toMatchObject({ height: 50 });
    expect(destinationRow({ host: 'cart', subset: 'v1' }, 1)).toMatchObject({
      subsetBelow: false,
      height: 32,
    });
  });

  test('[L8] one long host takes two lines, of several each loses its middle', () => {
    const long = 'a-very-long-host-name.of-a-department.example.com';
    const [one] = nodeRows(virtualService({ hosts: [long] }));
    expect(one).toMatchObject({
      lines: [literal('a-very-long-host-name'), literal('.of-a-department.example.com')],
    });
    const [two] = nodeRows(virtualService({ hosts: [long, 'shop.example.com'] }));
    expect(two).toMatchObject({ height: 50 });
    expect(two?.kind === 'hosts' && two.lines[0]?.text).toMatch(/^a-very-long-.*….*example\.com$/);
  });

  test('[L8] that only the mesh takes it stands beside the hosts where it fits, else below', () => {
    const rowOf = (host: string) => nodeRows(virtualService({ hosts: [host], gateways: null }))[0];
    expect(rowOf('reviews')).toMatchObject({ meshOnly: true, meshOnlyBelow: false, height: 32 });
    expect(rowOf('reviews.default.svc.local')).toMatchObject({ meshOnlyBelow: true, height: 50 });
  });

  test('[L8] a delegate has words instead of hosts', () => {
    const [hosts] = nodeRows(virtualService({ hosts: [], isDelegate: true }));
    expect(hosts).toMatchObject({ lines: [word('for other VirtualServices')] });
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
  test('[L9] the header is 52 px high, and rows fill the rest', () => {
    const node = service({ ports: [port(0, 80), port(1, 443)] });
    expect(measureNode(node)).toEqual({
      width: 212,
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

  test('[L9] a canvas of 870 px shows a node of each column side by side at 75 %, with room for lines', () => {
    const columns = ['LoadBalancer', 'Gateway', 'VirtualService', 'Service'] as const;
    const widths = columns.map(nodeWidth).reduce((sum, width) => sum + width, 0);
    expect(widths + 3 * COLUMN_GAP).toBeLessThanOrEqual((870 - 2 * 20) / 0.75);
    expect(COLUMN_GAP).toBeGreaterThanOrEqual(64);
  });
});
