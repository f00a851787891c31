import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  buildScene,
  buildSnapshot,
  DEFAULT_ASSUMPTIONS,
  drawScene,
  layoutTopology,
  nodeRows,
  type PictureTheme,
  type Point,
  pickScene,
  type Scene,
  toSvg,
} from '../../src/index.ts';
import { randomWorld } from '../random-world.ts';
import { elementsOf, readXml, type XmlElement } from '../support/check-xml.ts';
import { readSamples } from '../support/read-samples.ts';

const INGRESS = readSamples().find(({ name }) => name === 'ingress.yaml')?.text ?? '';
const RUNS = Number(process.env.PORTOLAN_RUNS ?? 100);
// Generous: beside other work a machine may be slow.
const TIMEOUT = 120_000;
const THEMES: readonly PictureTheme[] = ['light', 'dark', 'transparent'];

function sceneOf(text: string): Scene {
  const { topology } = buildSnapshot(text);
  return buildScene(topology, layoutTopology(topology));
}

function svgOf(text: string, theme: PictureTheme = 'light'): string {
  return toSvg(drawScene(sceneOf(text), { title: 'test' }), { theme });
}

/** Names with markup, what XML forbids, other scripts, and what turns the direction. */
const HOSTILE = [
  '</text><script>alert(1)</script>',
  ']]>&amp;"\'`<!--',
  'a\u0000b\u0008c\u001fd\u007f',
  '\ud800lone\udfff',
  '\ufffe\uffff\ufeff',
  'evil\u202egnp.exe',
  '名前😀👩‍👩‍👧عربي',
  'x'.repeat(5000),
  `${'long '.repeat(500)}`,
  '\t\n  \r ',
  '',
];

function hostileText(names: readonly string[]): string {
  const [a = '', b = '', c = '', d = ''] = names.map((name) => JSON.stringify(name));
  return `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ${a}, namespace: ${b}}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 443, protocol: ${c}}, tls: {mode: ${d}, credentialName: ${a}}, hosts: [${b}, ${c}]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${c}, namespace: ${b}}
spec:
  hosts: [${d}]
  gateways: [${a}]
  http:
  - match: [{uri: {prefix: ${a}}, headers: {${b}: {exact: ${c}}}}]
    route: [{destination: {host: ${d}, subset: ${a}}, weight: 30}, {destination: {host: ${b}}, weight: 70}]
    mirror: {host: ${c}}
    timeout: ${d}
  - redirect: {uri: ${a}, authority: ${c}}
---
apiVersion: v1
kind: Service
metadata: {name: ${d}, namespace: ${b}}
spec: {type: ${c}, ports: [{name: ${a}, port: 80}]}
`;
}

describe('[L30] an SVG is well formed, whatever the text says', () => {
  test('random worlds, wherever their nodes stand', { timeout: TIMEOUT }, () => {
    const place = fc.record({ x: fc.double(), y: fc.double() });
    fc.assert(
      fc.property(randomWorld, fc.array(place), fc.constantFrom(...THEMES), (text, at, theme) => {
        const { topology } = buildSnapshot(text);
        const places = new Map<string, Point>(layoutTopology(topology));
        topology.nodes.forEach(({ id }, index) => {
          const point = at[index];
          if (point !== undefined) places.set(id, point);
        });
        const svg = toSvg(drawScene(buildScene(topology, places), { title: 'x' }), { theme });
        readXml(svg);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null"/);
      }),
      { numRuns: RUNS },
    );
  });

  test('hostile names', { timeout: TIMEOUT }, () => {
    const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(name, { minLength: 4, maxLength: 4 }), (names) => {
        const root = readXml(svgOf(hostileText(names)));
        expect(elementsOf(root, 'script')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('the title and the rules for fonts', () => {
    const drawing = drawScene(sceneOf(''), { title: '<b>&\u0001' });
    const root = readXml(toSvg(drawing, { theme: 'light', fontRules: '</style>&' }));
    expect(elementsOf(root, 'title')[0]?.text).toBe('<b>&\ufffd');
  });
});

describe('[L31] a picture shows what the canvas shows', () => {
  test.each(readSamples())(
    'sample $name: every row says what it says on the canvas',
    ({ text }) => {
      const scene = sceneOf(text);
      const said = wordsOf(readXml(svgOf(text)));
      for (const { node } of scene.nodes) {
        expect(said).toContain(node.name);
        for (const row of nodeRows(node)) {
          for (const words of wordsOfRow(row)) expect(said).toContain(words);
        }
      }
    },
  );

  test('what is shortened already to fit is not cut again', () => {
    const host = `${'a-very-long-name.'.repeat(6)}example.com`;
    const svg = svgOf(`apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [${host}]
  http: [{route: [{destination: {host: ${host}, port: {number: 8080}}, weight: 1}, {destination: {host: b}, weight: 1}]}]
`);
    const words = elementsOf(readXml(svg), 'text').map((text) => text.text);
    expect(words.filter((text) => text.includes('…')).length).toBeGreaterThan(1);
    expect(words.filter((text) => /….*…/.test(text))).toEqual([]);
    expect(words).toContainEqual(expect.stringMatching(/…[^…]*:8080$/));
  });

  test('a line per line of an edge, dashed and crossed out where it is broken', () => {
    const text = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec: {hosts: [a.com], http: [{route: [{destination: {host: gone}}]}]}
`;
    const scene = sceneOf(text);
    const [edge] = scene.edges;
    const group = elementsOf(readXml(svgOf(text)), 'g')[0];
    expect(edge?.edge.broken).not.toBeNull();
    const [line, cross] = group === undefined ? [] : elementsOf(group, 'path');
    expect(line?.attributes.get('stroke-dasharray')).toBe('5 4');
    expect(cross?.attributes.get('d')).toBe('M-3 -3L3 3M3 -3L-3 3');
    expect(elementsOf(group as XmlElement, 'title')[0]?.text).toContain(edge?.edge.broken);
  });

  test('the whole of a text that is cut is its title', () => {
    const name = `a-name-that-is-too-long-${'x'.repeat(39)}`;
    const svg = svgOf(`apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`);
    const cut = elementsOf(readXml(svg), 'text').find((text) => text.text.startsWith(name));
    expect(cut?.text).toMatch(/…$/);
    expect(cut && elementsOf(cut, 'title')[0]?.text).toBe(name);
  });
});

describe('[L32] nothing leaves its place', () => {
  test('everything is inside the picture, and a padding around it', () => {
    for (const { text } of readSamples()) {
      const scene = sceneOf(text);
      const { area } = drawScene(scene, { title: 'x', padding: 10 });
      const bounds = boundsOf(scene.nodes);
      expect(area.x).toBeLessThanOrEqual((bounds?.x ?? 0) - 10);
      expect(area.x + area.width).toBeGreaterThanOrEqual(
        (bounds?.x ?? 0) + (bounds?.width ?? 0) + 10,
      );
    }
  });

  test('text begins and ends inside its node', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...HOSTILE), { minLength: 4, maxLength: 4 }),
        (names) => {
          const scene = sceneOf(hostileText(names));
          const { shapes } = drawScene(scene, { title: 'x' });
          scene.nodes.forEach(({ x, y, width, height }, index) => {
            const group = shapes[scene.edges.length + index];
            if (group?.kind !== 'group') throw new Error('a node is a group');
            for (const shape of group.shapes) {
              if (shape.kind !== 'text') continue;
              const letters = [...shape.runs.map((run) => run.text).join('')].length;
              // No letter is narrower than a quarter of its height.
              const least = (letters * shape.size) / 4;
              expect(least).toBeLessThanOrEqual(width);
              expect(shape.x).toBeGreaterThanOrEqual(x);
              expect(shape.x).toBeLessThanOrEqual(x + width);
              expect(shape.y).toBeLessThanOrEqual(y + height);
            }
          });
        },
      ),
      { numRuns: Math.min(RUNS, 200) },
    );
  });
});

describe('[L33] a picture can be read by everybody, and stays as it is', () => {
  const text = INGRESS;

  test('it is one image with a name and a description', () => {
    const root = readXml(svgOf(text));
    expect(root.attributes.get('role')).toBe('img');
    expect(root.children.slice(0, 2).map(({ name }) => name)).toEqual(['title', 'desc']);
    expect(root.children[1]?.text).toMatch(/1 load balancer, 1 Gateway, 1 VirtualService/);
  });

  test('the same text gives the same bytes, from scratch too', () => {
    for (const theme of THEMES) expect(svgOf(text, theme)).toBe(svgOf(text, theme));
  });

  test('it needs nothing else', () => {
    expect(svgOf(text).replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:\/\/|url\(|href|@import/,
    );
  });

  test('only the transparent one has no ground', () => {
    const grounds = THEMES.map((theme) => readXml(svgOf(text, theme)).children[2]?.name);
    expect(grounds).toEqual(['rect', 'rect', 'g']);
  });
});

test('[L34] a part of a scene has its nodes, and the edges between them', () => {
  const scene = sceneOf(INGRESS);
  const [edge] = scene.edges;
  const ids = new Set([edge?.source.id ?? '', edge?.target.id ?? '']);
  const part = pickScene(scene, ids);
  expect(new Set(part.nodes.map(({ id }) => id))).toEqual(ids);
  expect(part.edges.every(({ source, target }) => ids.has(source.id) && ids.has(target.id))).toBe(
    true,
  );
  expect(part.edges).toContain(edge);
});

describe('[L31] what is arranged on the map', () => {
  const text = `${INGRESS}---\n${INGRESS.replaceAll('my-app', 'other').replaceAll('my-gateway', 'second')}`;
  const { topology } = buildSnapshot(text, { ...DEFAULT_ASSUMPTIONS, defaultNamespace: 'shop' });
  const places = layoutTopology(topology);
  const note = {
    id: 'n',
    text: 'Ask Ada\n\nbefore <moving>',
    color: 'teal',
    x: 0,
    y: -200,
  } as const;
  const look = {
    isGrouped: true,
    folding: { nodes: new Set<string>(), namespaces: new Set<string>() },
    hiddenNamespaces: new Set<string>(),
    notes: [{ ...note, width: 160, height: 90 }],
  };
  const svgWith = (change: Partial<typeof look>) =>
    readXml(
      toSvg(drawScene(buildScene(topology, places, { ...look, ...change }), { title: 'x' }), {
        theme: 'dark',
      }),
    );

  test('frames have the name of their namespace and how many nodes are in it', () => {
    const root = svgWith({});
    const titles = elementsOf(root, 'title').map((title) => title.text);
    expect(titles).toContain('Namespace istio-system, 1 node');
    expect(wordsOf(root)).toContain('istio-system');
  });

  test('a note has its words, line by line', () => {
    expect(wordsOf(svgWith({}))).toMatch(/Ask Ada\nbefore <moving>$/);
  });

  test('a namespace that is folded is a box, and its lines are one', () => {
    const root = svgWith({ folding: { nodes: new Set(), namespaces: new Set(['istio-system']) } });
    expect(wordsOf(root)).toContain('istio-system\nLoadBalancer\n1');
    const titles = elementsOf(root, 'title').map((title) => title.text);
    expect(titles).toContainEqual(expect.stringMatching(/from namespace istio-system to Gateway/));
  });

  test('lines to what is hidden begin, and say where they lead', () => {
    const root = svgWith({ hiddenNamespaces: new Set(['istio-system']) });
    expect(wordsOf(root)).toContain('istio-system hidden');
    expect(wordsOf(root)).not.toContain('istio-ingressgateway');
  });

  test('a folded node is its header', () => {
    const [gateway] = topology.nodes.filter(({ kind }) => kind === 'Gateway');
    const nodes = new Set([gateway?.id ?? '']);
    const before = wordsOf(svgWith({}));
    const after = wordsOf(svgWith({ folding: { nodes, namespaces: new Set() } }));
    expect(after).toContain(gateway?.name);
    expect(after.split('\n').length).toBeLessThan(before.split('\n').length);
  });
});

test('[L34] nothing at all is a picture that says so', () => {
  expect(readXml(svgOf('')).text).toContain('Nothing to draw');
});

function wordsOf(root: XmlElement): string {
  return elementsOf(root, 'text')
    .map((text) => text.text)
    .join('\n');
}

function wordsOfRow(row: ReturnType<typeof nodeRows>[number]): readonly string[] {
  switch (row.kind) {
    case 'port':
      return [row.label];
    case 'server':
      return [row.label, row.protocol, ...row.hosts.slice(0, 1)];
    case 'hosts':
      return row.lines.map((line) => line.text);
    case 'destination':
    case 'mirror':
      return [...row.hostLines, row.share ?? '', row.subset ?? ''];
    case 'workloads':
    case 'more':
      return [row.label];
    case 'subset':
      return [row.subset.name];
    case 'credential':
      return [row.label, row.state ?? ''];
    case 'route':
      return [String(row.number)];
    case 'note':
    case 'split':
      return [];
  }
}
