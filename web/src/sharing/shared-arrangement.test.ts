import { describe, expect, test } from 'vitest';
import type { Arrangement } from '../session/arrangement/arrangement.ts';
import { PLAIN_ARRANGEMENT } from '../session/arrangement/arrangement.ts';
import { LONGEST_NOTE, readArrangement, writeArrangement } from './shared-arrangement.ts';
import { readSketchFile, writeSketchFile } from './sketch-file.ts';
import { decodeLink, encodeLink } from './sketch-link.ts';

const ARRANGEMENT: Arrangement = {
  isGrouped: true,
  otherPlaces: [['Service/shop/cart', { x: 1, y: -2 }]],
  foldedNodes: ['Service/shop/cart'],
  foldedNamespaces: ['pay'],
  hiddenNamespaces: ['edge'],
  notes: [
    {
      id: 'note-1',
      x: -10,
      y: 20,
      width: 200,
      height: 100,
      text: '<img src=x onerror=alert(1)>\r\n🧭\t"quoted"',
      color: 'violet',
    },
  ],
  requests: [
    {
      id: 'request-1',
      name: 'the cart',
      request: {
        protocol: 'https',
        gateway: 'istio-system/public',
        port: 443,
        podPort: null,
        method: 'POST',
        host: 'shop.example.com',
        path: '/cart',
        query: 'item=1',
        headers: { 'x-user': 'jo' },
        sni: 'shop.example.com',
        clientCertificate: false,
      },
      expect: { outcome: 'routed', cluster: 'outbound|80|v1|cart.shop.svc.cluster.local' },
    },
  ],
};
const CONTENT = {
  name: 'Shop',
  text: 'kind: Service\n',
  positions: [],
  viewport: null,
  arrangement: ARRANGEMENT,
};

describe('an arrangement that is passed on', () => {
  test('comes out of a link as it went in', async () => {
    const link = await encodeLink(CONTENT);
    if (link.kind !== 'link') throw new Error(link.reason);
    expect(await decodeLink(link.fragment)).toEqual({ kind: 'sketch', content: CONTENT });
  });

  test('comes out of a file as it went in', () => {
    const file = readSketchFile(writeSketchFile(CONTENT));
    expect(file).toEqual({ kind: 'sketch', content: CONTENT });
  });

  test('keeps saved requests, also where there is nothing else', async () => {
    const arrangement = { ...PLAIN_ARRANGEMENT, requests: ARRANGEMENT.requests };
    const content = { ...CONTENT, arrangement };
    const link = await encodeLink(content);
    if (link.kind !== 'link') throw new Error(link.reason);
    expect(await decodeLink(link.fragment)).toEqual({ kind: 'sketch', content });
    expect(readSketchFile(writeSketchFile(content))).toEqual({ kind: 'sketch', content });
    const file: unknown = JSON.parse(writeSketchFile(content));
    expect(file).toMatchObject({
      map: { requests: [{ name: 'the cart', url: 'https://shop.example.com/cart?item=1' }] },
    });
  });

  test('is not written where it is that of a new sketch', () => {
    expect(writeArrangement(PLAIN_ARRANGEMENT)).toBeUndefined();
    expect(writeArrangement(undefined)).toBeUndefined();
    expect(writeSketchFile({ ...CONTENT, arrangement: undefined })).not.toContain('map');
  });

  test('is that of a new sketch where an older Portolan wrote none', () => {
    expect(readArrangement(undefined)).toEqual(PLAIN_ARRANGEMENT);
  });
});

describe('an arrangement from anybody', () => {
  const note = { x: 0, y: 0, width: 200, height: 100, text: 'a', color: 'teal' };

  test.each([
    ['a text', 'x'],
    ['a list', []],
    ['grouped that is no yes or no', { grouped: 'yes' }],
    ['names that are no texts', { foldedNodes: [1] }],
    ['namespaces that are no list', { hiddenNamespaces: {} }],
    ['places without numbers', { otherPlaces: [['a', 'x', 1]] }],
    ['requests that are no list', { requests: 'x' }],
    ['a request without an address', { requests: [{ name: 'a' }] }],
    ['a request that expects what is not known', { requests: [{ url: 'a', expect: { x: 1 } }] }],
    ['a note that is nothing', { notes: [null] }],
    ['a note beyond every canvas', { notes: [{ ...note, x: 1e9 }] }],
    ['a note without words', { notes: [{ ...note, text: 1 }] }],
    ['a note as long as a book', { notes: [{ ...note, text: 'x'.repeat(LONGEST_NOTE + 1) }] }],
  ])('with %s is refused', (_, value) => {
    expect(readArrangement(value)).toBeNull();
  });

  test('with a note too small to be seen, in a colour of the future, keeps the words', () => {
    const odd = { ...note, width: 1, height: -5, color: 'ultraviolet' };
    const read = readArrangement({ notes: [odd] });
    expect(read?.notes).toMatchObject([{ text: 'a', width: 120, height: 64, color: 'yellow' }]);
  });
});
