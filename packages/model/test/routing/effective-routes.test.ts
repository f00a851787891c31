import { describe, expect, test } from 'vitest';
import {
  buildRequest,
  buildSnapshot,
  coverRoutes,
  effectiveTables,
  requestForRow,
  traceRequest,
} from '../../src/index.ts';
import { loadRegexEngine } from '../../src/schema/values/regex-engine.ts';

const regex = await loadRegexEngine();

const TEXT = `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com, pay.example.com]
  gateways: [public]
  http:
    - match: [{uri: {prefix: /cart}}]
      route: [{destination: {host: cart}}]
    - match: [{uri: {exact: /cart/1}}]
      route: [{destination: {host: orders}}]
    - route: [{destination: {host: web}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: tips}
spec:
  hosts: [pay.example.com]
  gateways: [public]
  http: [{match: [{uri: {prefix: /tips}}], route: [{destination: {host: web}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}]}
`;

function traceOf(url: string) {
  const built = buildRequest({ url });
  if (!built.ok) throw new Error(built.reason);
  return traceRequest(snapshot, built.request, regex);
}

const snapshot = buildSnapshot(TEXT);
const tables = effectiveTables(snapshot, regex);
const tableOf = (host: string) => {
  const found = tables.find(({ virtualHost }) => virtualHost.domains.includes(host));
  if (found === undefined) throw new Error(`no table of ${host}`);
  return found;
};

describe('[V44] effective routes', () => {
  test('name the row that takes all requests of another one', () => {
    expect(tableOf('shop.example.com').rows.map(({ shadowedBy }) => shadowedBy)).toEqual([
      null,
      0,
      null,
    ]);
  });

  test('name the rows that are first only by age, and a request that both are for', () => {
    const [first, second] = [
      '{match: [{uri: {prefix: /a}, queryParams: {v: {exact: "2"}}}], route: [{destination: {host: cart}}]}, {match: [{uri: {exact: /b}}], route: [{destination: {host: cart}}]}',
      '{match: [{uri: {regex: "/a/[0-9]+"}, headers: {x-user: {exact: jo}}}], route: [{destination: {host: web}}]}, {match: [{uri: {prefix: /b}, method: {exact: POST}}], route: [{destination: {host: cart}}]}',
    ].map(
      (routes, index) =>
        `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: s${index}}\nspec: {hosts: [age.example.com], gateways: [public], http: [${routes}]}\n`,
    );
    const merged = effectiveTables(buildSnapshot(`${TEXT}---\n${first}---\n${second}`), regex);
    const table = merged.find(({ virtualHost }) => virtualHost.domains.includes('age.example.com'));
    expect(table?.rows.map(({ dependsOnOrder }) => dependsOnOrder)).toEqual([
      [],
      [],
      [{ row: 0, request: 'GET /a/1?v=2 (x-user: jo)' }],
      // Both do the same with POST /b.
      [],
    ]);
  });

  test('do not name a row that no request gets to as one that takes some of another', () => {
    const tips = TEXT.replace(
      '{prefix: /tips}}]',
      '{prefix: /tips}}, {headers: {x-tip: {exact: "1"}}}]',
    );
    const merged = effectiveTables(buildSnapshot(tips), regex);
    const pay = merged.find(({ virtualHost }) => virtualHost.domains.includes('pay.example.com'));
    const row = pay?.rows.find(({ route }) => route.match?.headers[0]?.name === 'x-tip');
    expect(row?.dependsOnOrder).toEqual([{ row: 0, request: 'GET /cart (x-tip: 1)' }]);
  });

  test('have a request for a row of this very host, or say why there is none', () => {
    for (const host of ['shop.example.com', 'pay.example.com']) {
      const table = tableOf(host);
      const own = table.rows.filter(({ route }) => route.virtualService.endsWith('/shop'));
      const answers = own.map(({ route }) => requestForRow(snapshot, table, route, regex));
      expect(answers).toMatchObject([
        { ok: true, request: { host, path: '/cart' } },
        { ok: false, by: { path: ['spec', 'http', 0, 'match', 0] } },
        { ok: true, request: { host, path: '/' } },
      ]);
    }
  });

  test('[V45] are covered by the requests that take them, and by no others', () => {
    const { rows } = tableOf('shop.example.com');
    const covered = coverRoutes(tables, [
      traceOf('http://shop.example.com/cart/1'),
      traceOf('http://shop.example.com/cart'),
      // On the other host, on none, and where nothing listens.
      traceOf('http://pay.example.com/'),
      traceOf('http://shop.example.com:81/'),
    ]);
    expect(rows.map((row) => covered.get(row) ?? 0)).toEqual([2, 0, 0]);
    expect(covered.size).toBe(2);
  });
});
