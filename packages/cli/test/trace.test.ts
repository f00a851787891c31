import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runPortolan } from './run-portolan.ts';

const SHOP = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [public]
  http:
  - match: [{uri: {prefix: /api/}, headers: {x-user: {exact: jo}}}]
    rewrite: {uri: /}
    route: [{destination: {host: api}}]
  - match: [{uri: {prefix: /shop}}]
    route: [{destination: {host: nowhere, port: {number: 80}}}]
---
apiVersion: v1
kind: Service
metadata: {name: api}
spec: {selector: {app: api}, ports: [{name: http, port: 8000}]}
`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-trace-'));
  await writeFile(join(folder, 'shop.yaml'), SHOP);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('portolan trace', () => {
  test('prints one JSON value with what it found at each hop', async () => {
    const { status, out } = await runPortolan(folder, [
      ...['trace', 'shop.yaml', '--json', '--url', 'http://shop.example.com/api/x?y=1'],
      ...['-H', 'X-User: jo'],
    ]);
    expect(status).toBe(0);
    const trace = JSON.parse(out);
    expect(trace).toMatchObject({
      outcome: 'routed',
      listener: '0.0.0.0_8080',
      routeConfig: 'http.8080',
      virtualHost: 'shop.example.com:80',
      cluster: 'outbound|8000||api.default.svc.cluster.local',
      destination: { host: 'api.default.svc.cluster.local', port: 8000, subset: null },
      status: null,
      location: null,
      upstreamPath: '/x?y=1',
    });
    expect(trace.steps).toContainEqual({
      hop: 'route',
      resource: 'VirtualService/default/shop',
      file: 'shop.yaml',
      range: { start: { line: 15, column: 13 }, end: { line: 15, column: 67 } },
      matched: true,
      found: 'route 1 of default/shop',
      reason: 'Route 1 of default/shop is the first whose whole match holds.',
    });
  });

  test('draws the hops, and tells why routes lost', async () => {
    const { status, out } = await runPortolan(folder, [
      ...['trace', 'shop.yaml', '--curl', `curl -H 'x-user: jim' http://shop.example.com/api/x`],
    ]);
    expect(status).toBe(0);
    expect(out).toContain('▶ no-route (404 NR)');
    expect(out).toContain('route 1 of default/shop: the header x-user is "jim", and not "jo"');
    expect(out).toContain('route 2 of default/shop: prefix /shop does not match /api/x');
  });

  test('compares saved requests with what they are to come to', async () => {
    const requests = `requests:
- name: the api
  url: http://shop.example.com/api/x
  headers: {x-user: jo}
  expect: {outcome: routed, upstreamPath: /x}
- url: http://other.example.com/
  expect: {status: 200}
`;
    await writeFile(join(folder, 'requests.yaml'), requests);
    const { status, out } = await runPortolan(folder, [
      ...['trace', 'shop.yaml', '--suite', 'requests.yaml'],
    ]);
    expect(status).toBe(1);
    expect(out).toContain('✓ the api: api.default.svc.cluster.local:8000');
    expect(out).toContain('✗ GET http://other.example.com/: 404 (no-virtual-host)');
    expect(out).toContain('status is 404, and expected is 200');
    await writeFile(join(folder, 'wrong.yaml'), 'requests: [{uri: a}]');
    const wrong = await runPortolan(folder, ['trace', 'shop.yaml', '--suite', 'wrong.yaml']);
    expect(wrong.status).toBe(2);
    expect(wrong.err).toContain('requests[0].uri is not known');
    // A value that is passed over would make a request pass that is not compared with anything.
    const odd = `- {url: "http://a/", expect: routed}
- {url: "http://a/", port: "8080", podPort: 0}
- {url: "http://a/", headers: [x-user], clientCertificate: "yes"}
- {url: "http://a/", method: 5, expect: {status: "404", cluster: 1}}
- {url: "http://a/", sni: "", hostHeader: "", expect: {status: null, outcome: routed}}
`;
    await writeFile(join(folder, 'odd.yaml'), odd);
    const refused = await runPortolan(folder, ['trace', 'shop.yaml', '--suite', 'odd.yaml']);
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err.match(/requests\[\S+/g)).toEqual([
      'requests[0].expect',
      'requests[1].port',
      'requests[1].podPort',
      'requests[2].headers',
      'requests[2].clientCertificate',
      'requests[3].method',
      'requests[3].expect.status',
      'requests[3].expect.cluster',
    ]);
  });

  test('prints the requests that end otherwise in a second version', async () => {
    await writeFile(join(folder, 'new.yaml'), SHOP.replace('prefix: /shop', 'prefix: /store'));
    const changed = await runPortolan(folder, ['trace', '--diff', 'shop.yaml', 'new.yaml']);
    expect(changed.status).toBe(1);
    expect(changed.out).toContain('GET http://shop.example.com/shop: 503 (no-cluster: ');
    expect(changed.out).toContain(' → 404 (no-route)');
    const same = await runPortolan(folder, ['trace', '--diff', 'shop.yaml', 'shop.yaml']);
    expect(same.status).toBe(0);
    await writeFile(join(folder, 'broken.yaml'), `${SHOP}---\nkind: [\n`);
    const broken = await runPortolan(folder, ['trace', '--diff', 'shop.yaml', 'broken.yaml']);
    expect(broken.status).toBe(1);
    expect(broken.err).toMatch(/^broken\.yaml:\d+:\d+: error: /);
  });

  test('routes are printed in order, with what no request gets to', async () => {
    const { status, out } = await runPortolan(folder, ['routes', 'shop.yaml', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      {
        listener: '0.0.0.0_8080',
        gateway: 'default/public',
        virtualHost: 'shop.example.com:80',
        routes: [
          { match: 'prefix /api/, headers x-user exact jo', shadowedBy: null },
          { match: 'prefix /shop', shadowedBy: null },
        ],
      },
    ]);
  });

  test('[V45] routes say how many saved requests take them', async () => {
    const saved = `- {url: "http://shop.example.com/shop"}
- {url: "http://shop.example.com/shop/1"}
- {url: "http://shop.example.com/api/"}
- {url: "http://other.example.com/"}
`;
    await writeFile(join(folder, 'saved.yaml'), saved);
    const command = ['routes', 'shop.yaml', '--suite', 'saved.yaml'];
    const { status, out } = await runPortolan(folder, command);
    expect(status).toBe(0);
    expect(out.match(/.*(saved requests?).*/g)).toEqual([
      '       no saved request',
      '       2 saved requests',
      '1 of 2 routes have a saved request.',
    ]);
    const json = await runPortolan(folder, [...command, '--json']);
    const [{ routes }] = JSON.parse(json.out);
    expect(routes).toMatchObject([{ savedRequests: 0 }, { savedRequests: 2 }]);
    const wrong = await runPortolan(folder, ['routes', 'shop.yaml', '--suite', 'nowhere.yaml']);
    expect(wrong).toMatchObject({ status: 2, out: '' });
    expect(wrong.err).toContain('--suite nowhere.yaml cannot be read: it does not exist');
  });

  test('enters at the pods, and says what a bad option is', async () => {
    const inside = ['trace', 'shop.yaml', '--url', 'http://shop.example.com/', '--pod-port', '81'];
    const refused = await runPortolan(folder, [...inside, '--json']);
    expect(JSON.parse(refused.out)).toMatchObject({
      outcome: 'connection-refused',
      listener: null,
    });
    const wrong = await runPortolan(folder, [...inside, '--protocol', 'udp']);
    expect(wrong).toMatchObject({ status: 2, out: '' });
    expect(wrong.err).toContain('--protocol takes http, http2, https, tls, tcp');
  });
});
