import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  applyCommand,
  buildSnapshot,
  drawMermaid,
  drawRoutesTable,
  orderForApply,
  parseDocument,
  snapshotText,
  splitIntoFiles,
} from '../src/index.ts';
import { readRealManifest, realManifestPaths } from './support/real-manifests.ts';

const SAMPLES = fileURLToPath(new URL('../../../public/samples/', import.meta.url));

function manifest(kind: string, name: string, rest = ''): string {
  const version = ['Service', 'Secret'].includes(kind) ? 'v1' : 'networking.istio.io/v1';
  return `apiVersion: ${version}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}`;
}

const SAMPLE_TEXTS = readdirSync(SAMPLES).map((name) => readFileSync(SAMPLES + name, 'utf8'));

const REAL_TEXTS = realManifestPaths()
  .filter((path, index) => /\.ya?ml$/.test(path) && index % 5 === 0)
  .map(readRealManifest)
  .filter((text) => text.length < 100_000);

describe('[X1] the order that applies cleanly', () => {
  test('puts what is named before what names it, and keeps documents as they are', () => {
    const route = manifest('VirtualService', 'shop', 'spec:\n  hosts: [a]\n');
    const rule = `# subsets\n${manifest('DestinationRule', 'shop')}`;
    const text = `${route}---\n${manifest('Gateway', 'gw')}---\n${rule}---\n${manifest('Service', 'shop')}`;
    expect(orderForApply(buildSnapshot(text))).toBe(
      `---\n${manifest('Service', 'shop')}---\n${rule}---\n${manifest('Gateway', 'gw')}---\n${route}`,
    );
  });

  test.each(SAMPLE_TEXTS.map((text, index) => [index, text]))(
    'holds the same resources for sample %i, and is in order then',
    (_, text) => {
      const ordered = orderForApply(buildSnapshot(text));
      const ids = (source: string) =>
        buildSnapshot(source)
          .resources.map(({ id }) => id)
          .toSorted();
      expect(ids(ordered)).toEqual(ids(text));
      expect(orderForApply(buildSnapshot(ordered))).toBe(ordered);
    },
  );

  test('a text that is in order stays byte for byte', () => {
    const text = `\ufeff${manifest('Service', 'a')}---\r\n${manifest('Gateway', 'b')}`;
    expect(orderForApply(buildSnapshot(text))).toBe(text);
  });

  test('what cannot be read comes last', () => {
    const text = `a: [\n---\n${manifest('Service', 'a')}`;
    expect(orderForApply(buildSnapshot(text))).toBe(`---\n${manifest('Service', 'a')}---\na: [\n`);
  });
});

describe('[X2] the command line', () => {
  test('gives a shell exactly the text', () => {
    const text = `a: "$HOME \`date\` \\\\ 'x'"\nEOF\nEOF2\n`;
    const command = applyCommand(text).replace('kubectl apply -f -', 'cat');
    const shell = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(shell.stdout).toBe(text);
  });

  test('ends a last line that has no end', () => {
    expect(applyCommand('a: 1')).toBe("kubectl apply -f - <<'EOF'\na: 1\nEOF\n");
  });
});

describe('[X3] one file per resource', () => {
  test('has documents without markers, and items of Lists moved to the left', () => {
    const list = `apiVersion: v1
kind: List
items:
  - apiVersion: v1 # first
    kind: Service
    metadata:
      name: a
      annotations:
        note: |
          two
            lines
  - {apiVersion: v1, kind: Service, metadata: {name: b, namespace: other}}
`;
    const text = `# about c\n---\n${manifest('Gateway', 'c')}---\n${list}`;
    expect(splitIntoFiles(buildSnapshot(text))).toEqual([
      { path: 'default/gateway-c.yaml', text: `# about c\n${manifest('Gateway', 'c')}` },
      {
        path: 'default/service-a.yaml',
        text: 'apiVersion: v1 # first\nkind: Service\nmetadata:\n  name: a\n  annotations:\n    note: |\n      two\n        lines\n',
      },
      {
        path: 'other/service-b.yaml',
        text: '{apiVersion: v1, kind: Service, metadata: {name: b, namespace: other}}\n',
      },
      {
        path: 'kustomization.yaml',
        text: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- default/gateway-c.yaml\n- default/service-a.yaml\n- other/service-b.yaml\n',
      },
    ]);
  });

  test('an item that needs an anchor outside itself is JSON', () => {
    const text =
      'apiVersion: v1\nkind: List\nmetadata: {annotations: &notes {a: b}}\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: a, annotations: *notes}\n';
    const [file] = splitIntoFiles(buildSnapshot(text));
    expect(JSON.parse(file?.text ?? '').metadata).toEqual({ name: 'a', annotations: { a: 'b' } });
  });

  test('an item of a typed list says the kind that it has from the list', () => {
    const text =
      'apiVersion: v1\nkind: ServiceList\nitems:\n- metadata:\n    name: a\n- {metadata: {name: b}}\n';
    const [a, b] = splitIntoFiles(buildSnapshot(text));
    expect(a?.text).toBe('apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n');
    expect(JSON.parse(b?.text ?? '')).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'b' },
    });
  });

  test('paths are unique, and lead nowhere but below the folder', () => {
    const text = `${manifest('Service', '"../../x"')}---\n${manifest('Service', '..-..-x')}---\n${manifest('Service', '"\u202e/etc"')}---\nkind: Service\nmetadata: {name: ../../x}\n`;
    const paths = splitIntoFiles(buildSnapshot(text)).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths)
      expect(path).toMatch(
        /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*\.yaml$/,
      );
  });

  test.each([
    ['samples', SAMPLE_TEXTS],
    ['real manifests', REAL_TEXTS],
  ])('of %s each says what the resource says', (_, texts) => {
    for (const text of texts) {
      const { resources } = buildSnapshot(text);
      const live = resources.filter(({ stale }) => !stale);
      const files = splitIntoFiles(buildSnapshot(text));
      live.forEach(({ value }, index) => {
        expect(parseDocument(files[index]?.text ?? '').value).toEqual(value);
      });
    }
  });
});

describe('[X4] Mermaid', () => {
  test('has each node once, and says what is missing and broken', () => {
    const text = manifest(
      'VirtualService',
      'shop',
      'spec:\n  hosts: [a]\n  http:\n  - route:\n    - destination: {host: cart}\n      weight: 90\n    - destination: {host: b}\n      weight: 10\n',
    );
    expect(
      drawMermaid(buildSnapshot(`${text}---\n${manifest('Service', 'b')}`).topology),
    ).toBe(`flowchart LR
  n1["VirtualService<br/><b>shop</b><br/>default"]
  n2["Service, missing<br/><b>cart</b><br/>default"]:::missing
  n3["Service<br/><b>b</b><br/>default"]
  n1 -. broken .-> n2
  n1 -->|"10 %"| n3
  classDef implied stroke-dasharray: 4 3
  classDef missing stroke-dasharray: 4 3,stroke:#b3261e,color:#b3261e
`);
  });

  test('text of the user cannot become Mermaid or HTML', () => {
    const text = manifest('Service', `'"]; <script>#'`);
    const [, node] = drawMermaid(buildSnapshot(text).topology).split('\n');
    expect(node).toBe('  n1["Service<br/><b>#34;#93;#59; #60;script#62;#35;</b><br/>default"]');
  });
});

describe('[X5] the table of routes', () => {
  test('is in order of evaluation, in words', () => {
    const text = manifest(
      'VirtualService',
      'shop',
      'spec:\n  hosts: [shop.example.com]\n  gateways: [gw]\n  http:\n  - match:\n    - uri: {prefix: "/a|b"}\n    route:\n    - destination: {host: cart, subset: v1, port: {number: 80}}\n      weight: 75\n    - destination: {host: cart, subset: v2}\n      weight: 25\n  - redirect: {uri: /}\n',
    );
    expect(drawRoutesTable(buildSnapshot(text)).split('\n').slice(2)).toEqual([
      '| default/shop | `shop.example.com` | `gw` | http 1 | path starts with `/a\\|b` | `cart:80` subset `v1`<br>`cart` subset `v2` | 75 %<br>25 % |',
      '| default/shop | `shop.example.com` | `gw` | http 2 | any request | redirects to `/`, `301` |  |',
      '',
    ]);
  });
});

test('nothing throws, and the text stays, whatever it is', () => {
  for (const text of [...SAMPLE_TEXTS, ...REAL_TEXTS, '', '\ufeff', '---\n---\n', '{{ x }}']) {
    const snapshot = buildSnapshot(text);
    orderForApply(snapshot);
    splitIntoFiles(snapshot);
    drawMermaid(snapshot.topology);
    drawRoutesTable(snapshot);
    applyCommand(text);
    expect(snapshotText(snapshot)).toBe(text);
  }
});
