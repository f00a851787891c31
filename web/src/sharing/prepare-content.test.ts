import { buildRequest, buildSnapshot, DEFAULT_ASSUMPTIONS, layoutTopology } from '@portolan/model';
import { expect, test } from 'vitest';
import { PLAIN_ARRANGEMENT } from '../session/arrangement/arrangement.ts';
import { prepareContent, type SharedParts } from './prepare-content.ts';

const GATEWAY = 'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: web }\n';
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: { name: tls }\ndata: { a: b }\n';

function partsOf(text: string, more: Partial<SharedParts> = {}): SharedParts {
  const snapshot = buildSnapshot(text);
  const positions = layoutTopology(snapshot.topology);
  const arrangement = PLAIN_ARRANGEMENT;
  return { name: 'Shop', viewport: null, snapshot, positions, arrangement, ...more };
}

test('places that are those of Tidy are not told; one that was moved tells all', () => {
  const tidy = partsOf(GATEWAY);
  expect(prepareContent(tidy).content.positions).toEqual([]);
  const moved = new Map([...tidy.positions, ['Gateway/default/web', { x: 1, y: 2 }] as const]);
  const { positions } = prepareContent({ ...tidy, positions: moved }).content;
  expect(new Map(positions)).toEqual(moved);
});

test('places of nodes that are gone, and those that are no numbers, are not told', () => {
  const positions = new Map([
    ['Gateway/default/web', { x: Number.NaN, y: 2 }],
    ['Service/default/gone', { x: 1, y: 2 }],
  ]);
  const { content } = prepareContent(partsOf(GATEWAY, { positions }));
  expect(content.positions).toEqual([]);
});

test('assumptions are told where they are not the usual ones', () => {
  expect(prepareContent(partsOf(GATEWAY)).content.assumptions).toBeUndefined();
  const assumptions = { ...DEFAULT_ASSUMPTIONS, clusterDomain: 'my.org' };
  const parts = partsOf(GATEWAY, { snapshot: buildSnapshot(GATEWAY, assumptions) });
  expect(prepareContent(parts).content.assumptions).toEqual(assumptions);
});

test('a name is never empty, and never without end', () => {
  expect(prepareContent(partsOf(GATEWAY, { name: '' })).content.name).toBe('Untitled');
  expect(prepareContent(partsOf(GATEWAY, { name: 'x'.repeat(500) })).content.name).toHaveLength(
    200,
  );
});

test('a sketch without Secrets is given away as it is, and nothing is remarked', () => {
  const { content, remarks } = prepareContent(partsOf(GATEWAY));
  expect(content.text).toBe(GATEWAY);
  expect(remarks).toEqual([]);
});

test('what is left out is said: Secrets by name, documents by number', () => {
  const one = prepareContent(partsOf(`${GATEWAY}---\n${SECRET}`));
  expect(one.content.text).toBe(`${GATEWAY}---\n${SECRET.replace('a: b', 'a: ""')}`);
  expect(one.remarks).toEqual([
    expect.stringMatching(/^The values of the Secret tls are left out/),
  ]);

  const many = Array.from({ length: 6 }, (_, at) => SECRET.replace('tls', `tls-${at}`)).join(
    '---\n',
  );
  expect(prepareContent(partsOf(many)).remarks).toEqual([
    expect.stringMatching(/^The values of 6 Secrets \(tls-0, tls-1, tls-2, tls-3 and 2 more\) are/),
  ]);

  const cut = `${GATEWAY}---\n${SECRET}x: [\n---\n${SECRET}x: &a 1\n---\n${SECRET}y: &a 1\n`;
  expect(prepareContent(partsOf(cut)).remarks).toEqual([
    'Document 2 of 4 is left out as a whole: it cannot be read as YAML and may hold a Secret.',
    'Documents 3, 4 of 4 are left out as a whole: they hold a Secret and aliases that may repeat its values.',
  ]);
});

test('half characters are spoken of', () => {
  expect(prepareContent(partsOf('a: "\uD83D"\n')).remarks).toEqual([
    expect.stringMatching(/half characters/),
  ]);
  expect(prepareContent(partsOf('a: "🧭"\n')).remarks).toEqual([]);
});

test('saved requests that log somebody in are spoken of', () => {
  const requests = [[], [['Cookie', 'user=jane'] as const]].map((headers, index) => {
    const built = buildRequest({ url: 'https://shop.example.com/', headers });
    if (!built.ok) throw new Error(built.reason);
    return { id: `${index}`, name: 'shop', request: built.request, expect: {} };
  });
  const remarksOf = (shown: typeof requests) =>
    prepareContent(partsOf(GATEWAY, { arrangement: { ...PLAIN_ARRANGEMENT, requests: shown } }))
      .remarks;
  expect(remarksOf(requests.slice(0, 1))).toEqual([]);
  expect(remarksOf(requests)).toEqual([
    'Saved requests are in it with their headers, also cookie.',
  ]);
});
