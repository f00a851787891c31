import { describe, expect, test } from 'vitest';
import { buildRequest, type RequestParts } from './build-request.ts';
import { encodeBase64 } from './encode-base64.ts';
import { parseCurl } from './parse-curl.ts';
import { splitShell } from './split-shell.ts';

function requestOf(parts: RequestParts) {
  const built = buildRequest(parts);
  if (!built.ok) throw new Error(built.reason);
  return built.request;
}

function requestOfCurl(command: string) {
  const parsed = parseCurl(command);
  if (!parsed.ok) throw new Error(parsed.reason);
  return requestOf(parsed.parts);
}

describe('[V30] a request follows from its URL', () => {
  test('scheme, port, host, path and query', () => {
    expect(requestOf({ url: 'https://shop.example.com:8443/cart/1?a=b&c#top' })).toMatchObject({
      protocol: 'https',
      port: 8443,
      host: 'shop.example.com:8443',
      path: '/cart/1',
      query: 'a=b&c',
      sni: 'shop.example.com',
      method: 'GET',
    });
    expect(requestOf({ url: 'shop.example.com' })).toMatchObject({
      protocol: 'http',
      port: 80,
      host: 'shop.example.com',
      path: '/',
      query: null,
      sni: null,
    });
  });

  test('an address is no server name, and bytes have no Host', () => {
    expect(requestOf({ url: 'https://10.0.0.1/' }).sni).toBeNull();
    expect(requestOf({ url: 'https://[::1]:8443/' })).toMatchObject({ sni: null, port: 8443 });
    expect(requestOf({ url: 'tls://db.example.com:9000' })).toMatchObject({
      protocol: 'tls',
      host: '',
      sni: 'db.example.com',
      port: 9000,
    });
  });

  test('what is said beside it counts first', () => {
    const parts = { url: 'https://shop.example.com/', port: 9, hostHeader: 'a.b', sni: 'c.d' };
    expect(requestOf(parts)).toMatchObject({ port: 9, host: 'a.b', sni: 'c.d' });
    expect(requestOf({ url: 'https://a.b/', sni: '' }).sni).toBeNull();
  });

  test('what is no URL is refused in words', () => {
    for (const url of ['', 'http://', 'http://a b/', 'ftp://a/', `http://a/${'x'.repeat(70_000)}`])
      expect(buildRequest({ url })).toMatchObject({ ok: false, reason: expect.any(String) });
  });
});

describe('[V31] a curl command is read as a shell and curl read it', () => {
  test('words and quotes', () => {
    expect(splitShell(`a 'b c' "d \\"e\\"" f\\ g \\\n h $'i\\tj' k'l'"m"`)).toEqual([
      'a',
      'b c',
      'd "e"',
      'f g',
      'h',
      'i\tj',
      'klm',
    ]);
    expect(splitShell(`a 'b`)).toBeNull();
  });

  test('method, headers, data and the rest', () => {
    expect(
      requestOfCurl(
        `curl -sSk -XPUT 'https://shop.example.com/cart?x=1' -H 'X-User: jo' -H "Host: other.example.com" --http2`,
      ),
    ).toMatchObject({
      protocol: 'https',
      method: 'PUT',
      host: 'other.example.com',
      query: 'x=1',
      sni: 'shop.example.com',
      headers: { 'x-user': 'jo', accept: '*/*' },
    });
    expect(requestOfCurl(`curl http://a.example.com -d a=1 -d b=2`)).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(requestOfCurl(`curl -G http://a.example.com/s -d q=1 --data r=2`)).toMatchObject({
      method: 'GET',
      query: 'q=1&r=2',
    });
    expect(requestOfCurl('curl -I http://a.example.com')).toMatchObject({ method: 'HEAD' });
  });

  test('where it goes: --connect-to changes the port, --resolve nothing', () => {
    expect(
      requestOfCurl('curl --connect-to a.example.com:443:10.0.0.1:30443 https://a.example.com/'),
    ).toMatchObject({ port: 30443, host: 'a.example.com', sni: 'a.example.com' });
    expect(
      requestOfCurl('curl --resolve a.example.com:443:10.0.0.1 https://a.example.com/'),
    ).toMatchObject({ port: 443, sni: 'a.example.com' });
  });

  test('a user is Basic, in base64 of UTF-8', () => {
    expect(requestOfCurl('curl -u jo:pässword http://a').headers.authorization).toBe(
      `Basic ${Buffer.from('jo:pässword').toString('base64')}`,
    );
    for (const text of ['', 'a', 'ab', 'abc', '€', '😀 x'])
      expect(encodeBase64(text)).toBe(Buffer.from(text).toString('base64'));
  });

  test('what is not known is named, and what is no curl is refused', () => {
    expect(parseCurl('curl --frobnicate -q http://a')).toMatchObject({
      ok: true,
      unknown: ['--frobnicate', '-q'],
    });
    for (const command of ['', 'wget http://a', 'curl', `curl 'http://a`])
      expect(parseCurl(command)).toMatchObject({ ok: false });
  });
});
