import type { TraceRequest } from '@portolan/model';
import { expect, test } from 'vitest';
import { readRequest } from './read-request.ts';

function read(text: string, before: TraceRequest | null = null, method = 'GET'): TraceRequest {
  const result = readRequest(text, { method, before });
  if (!result.ok) throw new Error(result.reason);
  return result.request;
}

test('an address is asked for with the method that is chosen, or that stands in front of it', () => {
  expect(read('https://shop.example.com/cart?item=1', null, 'PUT')).toMatchObject({
    protocol: 'https',
    method: 'PUT',
    host: 'shop.example.com',
    path: '/cart',
    query: 'item=1',
    sni: 'shop.example.com',
    port: 443,
  });
  expect(read('POST http://shop.example.com/')).toMatchObject({ method: 'POST', port: 80 });
});

test('a curl command is understood, also copied with its prompt', () => {
  const request = read("$ curl -X DELETE -H 'x-user: jane' http://shop.example.com/cart");
  expect(request).toMatchObject({ method: 'DELETE', headers: { 'x-user': 'jane' }, path: '/cart' });
});

test('what of a curl command is left out is named', () => {
  const leftOut = (text: string) => readRequest(text, { method: 'GET', before: null }).leftOut;
  expect(leftOut('curl --http3 -x proxy:1 http://shop.example.com/')).toEqual([
    '--http3',
    '--proxy',
  ]);
  expect(leftOut('curl -k http://shop.example.com/')).toEqual([]);
  expect(leftOut('http://shop.example.com/')).toEqual([]);
});

test('an address that ends in curl is an address', () => {
  expect(read('https://shop.example.com/docs/curl')).toMatchObject({ path: '/docs/curl' });
});

test('the same address is the same request with all that was set; another keeps its headers', () => {
  const before = { ...read('https://shop.example.com/'), sni: null, headers: { 'x-user': 'jane' } };
  expect(read('https://shop.example.com/', before)).toEqual(before);
  expect(read('https://other.example.com/', before)).toMatchObject({
    sni: 'other.example.com',
    headers: { 'x-user': 'jane' },
  });
});

test('what is no request is refused with words', () => {
  expect(readRequest('', { method: 'GET', before: null })).toMatchObject({ ok: false });
  expect(readRequest('ftp://example.com', { method: 'GET', before: null })).toMatchObject({
    ok: false,
  });
  expect(readRequest("curl 'http://a", { method: 'GET', before: null })).toMatchObject({
    ok: false,
  });
});
