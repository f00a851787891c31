import { describe, expect, test } from 'vitest';
import { listSymbols, type TextSymbol } from '../../src/assist/symbols/list-symbols.ts';
import { buildSnapshot, type TextRange, updateSnapshot } from '../../src/index.ts';
import { readRealManifest, realManifestPaths } from '../support/real-manifests.ts';
import { joined, manifest, virtualService } from '../support/short-manifest.ts';

const WORLD = joined(
  manifest(
    'Gateway',
    'name: web',
    '  servers:\n  - hosts: [a.example.com, b.example.com]\n    port: {number: 443, name: https, protocol: HTTPS}\n  - hosts: ["*"]\n',
  ),
  virtualService(
    '  hosts: ["*"]\n  tcp:\n  - route: [{destination: {host: db}}]\n  http:\n  - name: cart\n    route:\n    - destination: {host: cart}\n    - destination: {host: cart}\n    - destination: {host: next}\n  - redirect: {uri: /}\n  - delegate: {name: more}\n',
    'name: shop, namespace: web',
  ),
  manifest('Service', 'name: cart', '  ports: [{name: http, port: 80}]\n'),
  manifest(
    'DestinationRule',
    'name: cart',
    '  host: cart\n  subsets: [{name: v1, labels: {v: a}}]\n',
  ),
  manifest('ServiceEntry', 'name: out', '  hosts: [x.io]\n  ports: [{number: 443, name: tls}]\n'),
);

/** A line for each symbol, indented as they are inside each other. */
function tell(text: string): readonly string[] {
  return listSymbols(buildSnapshot(text)).flatMap((one) => tellSymbol(one, ''));
}

function tellSymbol(symbol: TextSymbol, indent: string): readonly string[] {
  const { name, detail, children } = symbol;
  const line = `${indent}${name}${detail === '' ? '' : ` (${detail})`}`;
  return [line, ...children.flatMap((child) => tellSymbol(child, `${indent}  `))];
}

describe('symbols', () => {
  test('[I30] are the resources, with servers, routes, ports and subsets in them', () => {
    expect(tell(WORLD)).toEqual([
      'Gateway web (default)',
      '  Server 443 HTTPS (a.example.com, b.example.com)',
      '  Server 2 (*)',
      'VirtualService shop (web)',
      '  http route 1: cart (to cart, next)',
      '  http route 2 (redirects)',
      '  http route 3 (continues in more)',
      '  tcp route 1 (to db)',
      'Service cart (default)',
      '  Port 80 (http)',
      'DestinationRule cart (default)',
      '  Subset v1 (v=a)',
      'ServiceEntry out (default)',
      '  Port 443 (tls)',
    ]);
  });

  test('[I30] are also those that a later one replaces, and those in Lists', () => {
    const service = manifest('Service', 'name: a', '  ports: []\n');
    const list =
      'kind: List\napiVersion: v1\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: b}}\n- {apiVersion: v1, kind: Pod, metadata: {name: c}}\n';
    const text = joined(service, service, list);
    const symbols = listSymbols(buildSnapshot(text));
    expect(symbols.map(({ name }) => name)).toEqual([
      'Service a',
      'Service a',
      'Service b',
      'Pod c',
    ]);
    expect(symbols.map(({ nameRange: { start, end } }) => text.slice(start, end)).join('')).toBe(
      'aabc',
    );
    expect(symbols[1]?.range.start).toBe(service.length + '---\n'.length);
  });

  test('[I31] show what names them, which lies within them', () => {
    const shown: string[] = [];
    for (const resource of listSymbols(buildSnapshot(WORLD))) {
      for (const symbol of [resource, ...resource.children]) {
        const { range, nameRange } = symbol;
        shown.push(WORLD.slice(nameRange.start, nameRange.end));
        expect(nameRange.start).toBeGreaterThanOrEqual(range.start);
        expect(nameRange.end).toBeLessThanOrEqual(range.end);
        expect(range.start).toBeGreaterThanOrEqual(resource.range.start);
        expect(range.end).toBeLessThanOrEqual(resource.range.end);
      }
    }
    expect(shown.filter((one) => !one.includes('\n') && !one.includes(':'))).toEqual([
      'web',
      '443',
      'shop',
      'cart',
      'cart',
      '80',
      'cart',
      'v1',
      'out',
      '443',
    ]);
  });

  test('[I31] lie within each other in every real manifest', { timeout: 60_000 }, () => {
    const isWithin = (inner: TextRange, outer: TextRange) =>
      outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
    const outside = realManifestPaths().flatMap((path) =>
      listSymbols(buildSnapshot(readRealManifest(path)))
        .flatMap((resource) => [resource, ...resource.children].map((one) => ({ one, resource })))
        .filter(
          ({ one, resource }) =>
            !isWithin(one.nameRange, one.range) || !isWithin(one.range, resource.range),
        )
        .map(({ one }) => `${path}: ${one.name}`),
    );
    expect(outside).toEqual([]);
  });

  test('[I31] a broken document is one symbol', () => {
    const good = joined(manifest('Service', 'name: a', '  ports: [{port: 80}]\n'), 'kind: A\n');
    const at = good.indexOf('[{');
    const edit = { range: { start: at, end: at + 2 }, newText: '[' };
    const broken = updateSnapshot(buildSnapshot(good), [edit]);
    const [symbol] = listSymbols(broken);
    expect(symbol).toMatchObject({ name: 'Service a', children: [], range: { start: 0 } });
    expect(symbol?.nameRange).toEqual(symbol?.range);
  });

  test('[I30] what stands behind a change moves with it', () => {
    const before = buildSnapshot(WORLD);
    listSymbols(before);
    const newText = '# new\n';
    const after = updateSnapshot(before, [{ range: { start: 0, end: 0 }, newText }]);
    expect(listSymbols(after).map(({ range }) => range)).toEqual(
      listSymbols(buildSnapshot(newText + WORLD)).map(({ range }) => range),
    );
  });
});
