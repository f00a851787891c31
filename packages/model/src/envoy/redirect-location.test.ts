import { describe, expect, test } from 'vitest';
import { type HttpMatch, readHttpMatch } from './match/http-match.ts';
import { redirectLocation } from './redirect-location.ts';

const request = (authority: string, scheme = 'http') => ({
  path: '/shop/cart',
  query: {},
  scheme,
  method: 'GET',
  authority,
  headers: {},
  entry: { gateway: 'edge/public', port: 8080, sourceLabels: {}, sourceNamespace: '' },
});

function locate(redirect: Readonly<Record<string, unknown>>, authority = 'a.com', scheme = 'http') {
  const match = readHttpMatch({ uri: { prefix: '/shop' } }, 'shop') as HttpMatch;
  const { port, ...rest } = redirectLocation(redirect, match, request(authority, scheme));
  return `${rest.scheme}://${rest.host}${port === null ? '' : `:${port}`}${rest.path}`;
}

describe('[A47] where a redirect leads', () => {
  test.each([
    [{ scheme: 'https' }, 'a.com', 'https://a.com/shop/cart'],
    [{ scheme: 'https' }, 'a.com:80', 'https://a.com/shop/cart'],
    [{ scheme: 'https' }, 'a.com:8080', 'https://a.com:8080/shop/cart'],
    [{ authority: 'b.com:81' }, 'a.com:8080', 'http://b.com:81/shop/cart'],
    [{ uri: '/new' }, 'a.com:8080', 'http://a.com:8080/new'],
    [{ uri: '/new' }, 'a.com:80', 'http://a.com:80/new'],
    [{ scheme: 'http' }, 'a.com:80', 'http://a.com:80/shop/cart'],
    [{ port: 80 }, 'a.com:81', 'http://a.com:81/shop/cart'],
    [{ port: 82 }, 'a.com:81', 'http://a.com:82/shop/cart'],
    [{ uri: '/new?a=1' }, 'a.com', 'http://a.com/new'],
    [{ prefixRewrite: '/v2' }, 'a.com', 'http://a.com/v2/cart'],
    [{ port: 443, scheme: 'https' }, 'a.com:8080', 'https://a.com:8080/shop/cart'],
    [{ port: 443, scheme: 'https' }, 'a.com:80', 'https://a.com/shop/cart'],
    [{ port: 8443, scheme: 'https' }, 'a.com', 'https://a.com:8443/shop/cart'],
    [{ derivePort: 'FROM_REQUEST_PORT' }, 'a.com', 'http://a.com:8080/shop/cart'],
    [{ derivePort: 'FROM_PROTOCOL_DEFAULT' }, 'a.com:81', 'http://a.com:81/shop/cart'],
    [{ uri: 'new' }, 'a.com', 'http://a.com/new'],
  ])('%o of a request to %s', (redirect, authority, location) => {
    expect(locate(redirect, authority)).toBe(location);
  });
});
