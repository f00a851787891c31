import { expect, test } from 'vitest';
import type { HttpRoute } from '../../resources/kinds/virtual-service.ts';
import { describeActions } from './describe-action.ts';
import { phraseText } from './describe-match.ts';

const PLAIN: HttpRoute = {
  index: 0,
  name: null,
  matches: [],
  destinations: [],
  mirrors: [],
  delegate: null,
  redirect: null,
  directResponse: null,
  rewrite: null,
  fault: null,
  timeout: null,
};

test.each<[Partial<HttpRoute>, readonly string[]]>([
  [{}, []],
  [{ directResponse: { status: 200 } }, ['answers 200']],
  [{ directResponse: {} }, ['answers (no status)']],
  [{ redirect: { scheme: 'https' } }, ['redirects to https, 301']],
  [{ redirect: { uri: '/new', redirectCode: 302 } }, ['redirects to /new, 302']],
  [{ redirect: { authority: 'b.com', port: 81, uri: '/' } }, ['redirects to b.com:81/, 301']],
  [{ redirect: { scheme: 'https', authority: 'b.com' } }, ['redirects to https://b.com, 301']],
  [{ redirect: { scheme: 'https', port: 8443 } }, ['redirects to https, :8443, 301']],
  [{ redirect: {} }, ['redirects, 301']],
  [{ delegate: { name: 'cart', namespace: 'shop' } }, ['continues in shop/cart']],
  [{ delegate: { name: 'cart', namespace: null } }, ['continues in cart']],
  [{ rewrite: { uri: '/' } }, ['path becomes /']],
  [{ rewrite: { authority: 'b.com' } }, ['host becomes b.com']],
  [{ rewrite: { uri: '/', authority: 'b.com' } }, ['path becomes /', 'host becomes b.com']],
  [{ rewrite: { uriRegexRewrite: { match: 'a', rewrite: '/b' } } }, ['path becomes /b']],
  [{ rewrite: {} }, ['rewrites']],
  [{ fault: { abort: { httpStatus: 503 } } }, ['fails 100 % with 503']],
  [{ fault: { abort: { httpStatus: 503, percentage: { value: 0.5 } } } }, ['fails 0.5 % with 503']],
  [{ fault: { delay: { fixedDelay: '5s', percentage: { value: 10 } } } }, ['delays 10 % by 5s']],
  [{ timeout: '3s' }, ['gives up after 3s']],
])('[L5] what a route does has words: %j', (fields, words) => {
  expect(describeActions({ ...PLAIN, ...fields }).map(phraseText)).toEqual(words);
});
