import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildSnapshot, type Snapshot, snapshotText } from '../src/index.ts';

const FOLDER = new URL('../../../public/samples/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const WITH_MISTAKES = 'typical-mistakes.yaml';

const textOf = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const open = (file: string): Snapshot => buildSnapshot(textOf(file));
const edgesOf = ({ topology }: Snapshot): readonly string[] =>
  topology.edges.map(({ kind, source, target }) => `${kind}: ${source} > ${target}`);
const brokenOf = ({ topology }: Snapshot): readonly string[] =>
  topology.edges.filter(({ broken }) => broken !== null).map(({ id }) => id);

test.each(FILES)('%s: every document is right as YAML, and opening changes no byte', (file) => {
  const snapshot = open(file);
  expect(snapshot.documents.flatMap(({ problems }) => problems)).toEqual([]);
  expect(snapshotText(snapshot)).toBe(textOf(file));
});

const RIGHT_FILES = FILES.filter((file) => file !== WITH_MISTAKES);

test.each(RIGHT_FILES)('%s: nothing is missing or broken', (file) => {
  const snapshot = open(file);
  expect(brokenOf(snapshot)).toEqual([]);
  expect(snapshot.topology.nodes.filter(({ status }) => status === 'missing')).toEqual([]);
});

test.each(RIGHT_FILES)('%s: every server is reached from the load balancer', (file) => {
  for (const edge of open(file).topology.edges) {
    if (edge.kind !== 'exposes') continue;
    for (const server of edge.servers) expect(server.portIndex).not.toBeNull();
  }
});

test('the first sample is the chain from the implied load balancer to one workload', () => {
  const snapshot = open('ingress.yaml');
  const { nodes } = snapshot.topology;
  expect(nodes.map(({ id, status }) => `${id}: ${status}`).sort()).toEqual([
    'Gateway/default/my-gateway: present',
    'LoadBalancer/istio-system/istio-ingressgateway: implied',
    'Service/default/my-app-service: present',
    'VirtualService/default/my-app-virtualservice: present',
  ]);
  expect([...edgesOf(snapshot)].sort()).toEqual([
    'binds: Gateway/default/my-gateway > VirtualService/default/my-app-virtualservice',
    'exposes: LoadBalancer/istio-system/istio-ingressgateway > Gateway/default/my-gateway',
    'routes: VirtualService/default/my-app-virtualservice > Service/default/my-app-service',
  ]);
  const service = nodes.find(({ kind }) => kind === 'Service');
  expect(service).toMatchObject({ workloads: [{ name: 'my-app-deployment' }] });
});

test('the canary gives 90 % to one subset and 10 % to the other', () => {
  const shares = open('canary.yaml').topology.edges.flatMap((edge) =>
    edge.kind === 'routes' ? [`${edge.route}: ${edge.subset} ${edge.share}`] : [],
  );
  expect(shares).toEqual(['0: v2 1', '1: v1 0.9', '1: v2 0.1']);
});

test('the delegate is in another namespace than the VirtualService that delegates', () => {
  expect(edgesOf(open('delegate.yaml'))).toContain(
    'delegates: VirtualService/edge/shop > VirtualService/cart/cart',
  );
});

test('the typical mistakes are those that its answers name', () => {
  const snapshot = open(WITH_MISTAKES);
  const { nodes } = snapshot.topology;
  // 1: nothing leads to the Gateway whose selector has a dash too many.
  const exposed = edgesOf(snapshot).filter((edge) => edge.startsWith('exposes'));
  expect(exposed).toEqual([
    'exposes: LoadBalancer/istio-system/istio-ingressgateway > Gateway/tea/tea-gateway',
  ]);
  // 2, 4, 5, 6: the port of the pods, the unknown subset, the short Gateway name, the host.
  expect([...brokenOf(snapshot)].map((id) => id.replace(/#.*/, '')).sort()).toEqual([
    'binds:Gateway/default/tea-gateway>VirtualService/default/blog',
    'binds:Gateway/tea/tea-gateway>VirtualService/tea/reviews',
    'routes:VirtualService/tea/shop>Service/tea/cart',
    'routes:VirtualService/tea/shop>Service/tea/shop',
  ]);
  expect(nodes.filter(({ status }) => status === 'missing').map(({ id }) => id)).toEqual([
    'Gateway/default/tea-gateway',
  ]);
  // 7: a Service without pods.
  const idle = nodes.filter((node) => node.kind === 'Service' && node.workloads.length === 0);
  expect(idle.map(({ id }) => id)).toEqual(['Service/tea/blog']);
});
