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

  test('lines that go on do so in a field without lines, too', () => {
    const command = "curl -k \\\n  -H 'x-user: jo' \\\n  https://a.b/c\\ d";
    for (const pasted of [command, command.replaceAll('\n', ''), command.replaceAll('\n', ' ')])
      expect(parseCurl(pasted)).toMatchObject({
        ok: true,
        parts: { url: 'https://a.b/c d' },
        unknown: [],
      });
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

  test('--connect-to counts for its host and port only, also with addresses of IPv6', () => {
    const portOf = (to: string) => requestOfCurl(`curl --connect-to ${to} https://a.b/`).port;
    expect(portOf('::gateway:8443')).toBe(8443);
    expect(portOf('a.b:443:[::1]:8443')).toBe(8443);
    expect(portOf('[::1]:443:gateway:8443')).toBe(443);
    expect(portOf('c.d:443:gateway:8443')).toBe(443);
    expect(portOf('a.b:80:gateway:8443')).toBe(443);
    expect(portOf('c.d::gateway:1 --connect-to a.b::gateway:2 --connect-to :::3')).toBe(2);
  });

  test('it ends where another command begins, and output may go elsewhere', () => {
    for (const end of ['; ls', ' | jq .', ' && ls', ' &', ' > out.txt', ' 2>/dev/null', ' 2>&1'])
      expect(requestOfCurl(`curl 'http://a.b/c;d|e'${end}`)).toMatchObject({
        path: '/c;d|e',
        query: null,
      });
    expect(requestOfCurl('curl -s >out.txt http://a.b/?x=1&y=2').query).toBe('x=1&y=2');
    expect(requestOfCurl("$ curl $'http://a.b/\\x41\\u00e4'").path).toBe('/Aä');
  });

  test('data in the query is encoded where that is asked for, and what is in files is named', () => {
    const query = (options: string) => requestOfCurl(`curl ${options} http://a.b/s?z`).query;
    expect(query(`-G --data-urlencode 'q=a b&c' --data-urlencode '=d=e' -d f=1`)).toBe(
      'z&q=a%20b%26c&d%3De&f=1',
    );
    expect(query(`--url-query 'q=ä' --url-query '+r=a&b'`)).toBe('z&q=%C3%A4&r=a&b');
    const files = parseCurl('curl -G -d @file --data-urlencode n@file http://a.b/');
    expect(files).toMatchObject({
      ok: true,
      parts: { url: 'http://a.b/' },
      unknown: ['--data @file', '--data-urlencode n@file'],
    });
    expect(parseCurl('curl -d @file http://a.b/')).toMatchObject({ ok: true, unknown: [] });
    expect(requestOfCurl('curl -d @file http://a.b/').method).toBe('POST');
    expect(requestOfCurl('curl --data-raw @x http://a.b/').method).toBe('POST');
  });

  test('a file is put under its name, and credentials of the URL are sent', () => {
    expect(requestOfCurl('curl -T a/b.txt http://a.b/up/')).toMatchObject({
      method: 'PUT',
      path: '/up/b.txt',
    });
    expect(requestOfCurl('curl http://jo:p%40ss@a.b/')).toMatchObject({
      host: 'a.b',
      headers: { authorization: `Basic ${Buffer.from('jo:p@ss').toString('base64')}` },
    });
    expect(requestOfCurl('curl --request-target /x?y http://a.b/').path).toBe('/x');
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
    expect(parseCurl('curl -x proxy:3128 --tls-max 1.2 http://a http://b')).toMatchObject({
      ok: true,
      parts: { url: 'http://a' },
      unknown: ['--proxy', 'http://b'],
    });
    for (const command of ['', 'wget http://a', 'curl', `curl 'http://a`])
      expect(parseCurl(command)).toMatchObject({ ok: false });
  });
});
