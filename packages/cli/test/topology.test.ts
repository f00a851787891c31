import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Run, runPortolan } from './run-portolan.ts';

const TIMEOUT = 60_000;

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: my-gateway}
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: ["*"]
`;

const VIRTUAL_SERVICE = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [my-gateway]
  http:
    - route:
        - destination: {host: cart, port: {number: 80}}
`;

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{port: 80}]}
`;

let folder = '';

const portolan = (args: readonly string[], input = ''): Promise<Run> =>
  runPortolan(folder, args, input);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-'));
  await mkdir(join(folder, 'chain/deep'), { recursive: true });
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'chain/gateway.yaml'), GATEWAY);
  await writeFile(join(folder, 'chain/deep/routes.yml'), `\ufeff${VIRTUAL_SERVICE}`);
  await writeFile(join(folder, 'chain/notes.txt'), 'no manifest: [');
  await writeFile(
    join(folder, 'chain/service.json'),
    '{"apiVersion":"v1","kind":"Service","metadata":{"name":"cart"},"spec":{"ports":[{"port":80}]}}',
  );
  await writeFile(join(folder, 'broken.yaml'), `${SERVICE}---\na: [\n`);
  await writeFile(join(folder, 'nameless.yaml'), 'apiVersion: v1\nkind: Service\nspec: {}\n');
  await writeFile(join(folder, 'assume.yaml'), 'gateways: []\nforeignNamespaces: [far]\n');
  await writeFile(join(folder, 'assume-wrong.json'), '{"gateway": [], "muted": "x"}');
}, TIMEOUT);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('portolan topology', () => {
  test(
    'prints exactly one JSON value, sorted by id, for a folder',
    async () => {
      const { status, out, err } = await portolan(['topology', 'chain', '--json']);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(JSON.parse(out)).toEqual({
        nodes: [
          node('Gateway', 'default', 'my-gateway', 'present'),
          node('LoadBalancer', 'istio-system', 'istio-ingressgateway', 'implied'),
          node('Service', 'default', 'cart', 'present'),
          node('VirtualService', 'default', 'shop', 'present'),
        ],
        edges: [
          {
            source: 'Gateway/default/my-gateway',
            target: 'VirtualService/default/shop',
            kind: 'binds',
            detail: { servers: [{ server: 0, hosts: ['shop.example.com'] }], broken: null },
          },
          {
            source: 'LoadBalancer/istio-system/istio-ingressgateway',
            target: 'Gateway/default/my-gateway',
            kind: 'exposes',
            detail: { servers: [{ server: 0, servicePort: 80 }], broken: null },
          },
          {
            source: 'VirtualService/default/shop',
            target: 'Service/default/cart',
            kind: 'routes',
            detail: {
              protocol: 'http',
              route: 0,
              destination: 0,
              mirror: false,
              host: 'cart',
              port: 80,
              subset: null,
              share: 1,
              broken: null,
            },
          },
        ],
      });
    },
    TIMEOUT,
  );

  test(
    'draws the chain as text, from standard input',
    async () => {
      const { status, out } = await portolan(
        ['topology', '-'],
        [GATEWAY, VIRTUAL_SERVICE, SERVICE].join('---\n'),
      );
      expect(status).toBe(0);
      expect(out).toBe(`LoadBalancer istio-system/istio-ingressgateway (implied)
└─ Gateway default/my-gateway  [80 HTTP *]  on port 80
   └─ VirtualService default/shop  shop.example.com
      └─ Service default/cart  http[0] port 80
`);
    },
    TIMEOUT,
  );

  test(
    'takes assumptions from a file, and a namespace and domain from options',
    async () => {
      const { out } = await portolan([
        'topology',
        'chain',
        '--json',
        '--assume=assume.yaml',
        '--namespace=shop',
      ]);
      expect(JSON.parse(out).nodes.map(({ id }: { id: string }) => id)).toEqual([
        'Gateway/shop/my-gateway',
        'Service/shop/cart',
        'VirtualService/shop/shop',
      ]);
      const domain = await portolan(
        ['topology', '-', '--json', '--cluster-domain', 'example.org'],
        [VIRTUAL_SERVICE.replace('host: cart', 'host: cart.default.svc.example.org'), SERVICE].join(
          '---\n',
        ),
      );
      expect(domain.out).toContain('"target": "Service/default/cart"');
    },
    TIMEOUT,
  );

  test(
    'a broken document is a finding with its place, and the others are charted all the same',
    async () => {
      const { status, out, err } = await portolan(['topology', 'broken.yaml', '--json']);
      expect(status).toBe(1);
      expect(err).toMatch(/^broken\.yaml:\d+:\d+: error: /);
      expect(JSON.parse(out).nodes).toHaveLength(1);
      expect((await portolan(['topology', 'broken.yaml', '--fail-on', 'never'])).status).toBe(0);
    },
    TIMEOUT,
  );

  test(
    '--fail-on warning makes warnings count',
    async () => {
      expect((await portolan(['topology', 'nameless.yaml'])).status).toBe(0);
      const strict = await portolan(['topology', 'nameless.yaml', '--fail-on', 'warning']);
      expect(strict.status).toBe(1);
      expect(strict.err).toContain('nameless.yaml:2:');
    },
    TIMEOUT,
  );

  test.each([
    [[], 'say what to do'],
    [['chart'], 'there is no command chart'],
    [['topology'], 'name at least one file'],
    [['topology', 'nowhere.yaml'], 'nowhere.yaml cannot be read: it does not exist'],
    [['topology', 'empty'], 'there is no manifest in empty'],
    [['topology', '-', '--jsn'], "Unknown option '--jsn'"],
    [['topology', '-', '--fail-on', 'all'], '--fail-on takes error, warning, info, never'],
    [['topology', '-', '--assume', 'nowhere'], '--assume nowhere cannot be read'],
    [['topology', '-', '--assume', 'broken.yaml'], 'holds several documents'],
    [['topology', '-', '--assume', 'assume-wrong.json'], 'gateway is not known'],
  ])(
    'bad usage %j is told with exit status 2',
    async (args, message) => {
      const { status, out, err } = await portolan(args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain(message);
    },
    TIMEOUT,
  );

  test.each([[['--help']], [['topology', '--help']]])(
    '%j explains',
    async (args) => {
      const { status, out, err } = await portolan(args);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toContain('Usage: portolan');
    },
    TIMEOUT,
  );

  test(
    'two runs at once do not disturb each other',
    async () => {
      const runs = await Promise.all(
        [1, 2, 3].map(() => portolan(['topology', 'chain', '--json'])),
      );
      expect(new Set(runs.map(({ out }) => out)).size).toBe(1);
      expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    },
    TIMEOUT,
  );
});

function node(kind: string, namespace: string, name: string, status: string) {
  return { id: `${kind}/${namespace}/${name}`, kind, namespace, name, status };
}
