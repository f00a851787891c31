import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Run, runPortolan } from './run-portolan.ts';

const TIMEOUT = 60_000;

const SHOP = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [front]
  http: [{route: [{destination: {host: cart}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{port: 80}]}
`;

let folder = '';
const portolan = (args: readonly string[], input = ''): Promise<Run> =>
  runPortolan(folder, args, input);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-'));
  await writeFile(join(folder, 'shop.yaml'), SHOP);
}, TIMEOUT);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('render writes one SVG file, and nothing to standard output', {
  timeout: TIMEOUT,
}, async () => {
  const run = await portolan(['render', 'shop.yaml', '-o', 'topology.svg']);
  expect(run).toEqual({ status: 0, out: '', err: 'Wrote topology.svg.\n' });
  const svg = await readFile(join(folder, 'topology.svg'), 'utf8');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*>\n/);
  expect(svg).toMatch(/<\/svg>\n$/);
  expect(svg).toContain('>shop.example.com</text>');
  expect(svg).toContain('>Gateway, missing</text>');
});

test('without a file, and with -, standard output is the SVG, the same bytes each time', {
  timeout: TIMEOUT,
}, async () => {
  const [plain, dash, piped] = await Promise.all([
    portolan(['render', 'shop.yaml']),
    portolan(['render', 'shop.yaml', '-o', '-']),
    portolan(['render', '-'], SHOP),
  ]);
  expect(plain.status).toBe(0);
  expect(plain.err).toBe('');
  expect(plain.out).toMatch(/^<svg /);
  expect([dash.out, piped.out]).toEqual([plain.out, plain.out]);
});

test('themes, a title, a namespace', { timeout: TIMEOUT }, async () => {
  const [dark, clear] = await Promise.all([
    portolan(['render', 'shop.yaml', '--theme', 'dark', '--title', 'A & B', '--namespace', 'web']),
    portolan(['render', 'shop.yaml', '--theme=transparent']),
  ]);
  expect(dark.out).toContain('<title>A &amp; B</title>');
  expect(dark.out).toContain('>web</text>');
  expect(dark.out).toMatch(/<\/desc>\n<rect [^>]*fill="#0e1716"\/>/);
  expect(clear.out).toMatch(/<\/desc>\n<g>/);
});

test('--json is one value: with the SVG, or with the file that it is in', {
  timeout: TIMEOUT,
}, async () => {
  const [inline, file] = await Promise.all([
    portolan(['render', 'shop.yaml', '--json']),
    portolan(['render', 'shop.yaml', '--json', '--output', 'json.svg']),
  ]);
  const picture = JSON.parse(inline.out);
  expect(picture).toMatchObject({ file: null, theme: 'light', nodes: 3, edges: 2 });
  expect(picture.svg).toContain(`width="${picture.width}" height="${picture.height}"`);
  expect(JSON.parse(file.out)).toMatchObject({ file: 'json.svg', svg: null });
  expect(await readFile(join(folder, 'json.svg'), 'utf8')).toBe(picture.svg);
});

test('what cannot be done says so, with status 2', { timeout: TIMEOUT }, async () => {
  const [theme, nowhere, unknown] = await Promise.all([
    portolan(['render', 'shop.yaml', '--theme', 'pink']),
    portolan(['render', 'shop.yaml', '-o', 'no/such/folder/x.svg']),
    portolan(['render', 'shop.yaml', '--scale', '2']),
  ]);
  expect(theme).toEqual({
    status: 2,
    out: '',
    err: 'portolan: --theme takes light, dark, transparent, and not pink.\n',
  });
  expect(nowhere.status).toBe(2);
  expect(nowhere.err).toContain(
    'no/such/folder/x.svg cannot be written: its folder does not exist.',
  );
  expect(unknown.status).toBe(2);
  expect(unknown.err).toContain('--scale');
});

test('a document that is broken is a finding, and the rest is drawn', {
  timeout: TIMEOUT,
}, async () => {
  const run = await portolan(['render', '-'], `${SHOP}---\nkind: [\n`);
  expect(run.status).toBe(1);
  expect(run.err).toMatch(/^standard input:\d+:\d+: error: /);
  expect(run.out).toContain('>shop.example.com</text>');
});

test('nothing to draw is a picture that says so', { timeout: TIMEOUT }, async () => {
  const run = await portolan(['render', '-'], '');
  expect(run.status).toBe(0);
  expect(run.out).toContain('Nothing to draw');
});
