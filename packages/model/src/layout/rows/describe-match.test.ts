import { describe, expect, test } from 'vitest';
import { describeMatch, type MatchProtocol, phraseText } from './describe-match.ts';

const inWords = (block: Record<string, unknown>, protocol: MatchProtocol = 'http'): string =>
  phraseText(describeMatch(block, protocol));

describe('describeMatch', () => {
  test('[L1] a block without conditions is any request, any TLS connection or any connection', () => {
    expect(inWords({})).toBe('any request');
    expect(inWords({}, 'tls')).toBe('any TLS connection');
    expect(inWords({}, 'tcp')).toBe('any connection');
    expect(inWords({ name: 'all', statPrefix: 'all', ignoreUriCase: true })).toBe('any request');
  });

  test.each([
    [{ uri: { prefix: '/cart' } }, 'path starts with /cart'],
    [{ uri: { exact: '/healthz' } }, 'path is /healthz'],
    [{ uri: { regex: '/v[0-9]+' } }, 'path matches /v[0-9]+'],
    [{ uri: { prefix: '/a' }, ignoreUriCase: true }, 'path starts with /a in any case'],
    [{ uri: { regex: '/a' }, ignoreUriCase: true }, 'path matches /a'],
    [{ scheme: { exact: 'https' } }, 'scheme is https'],
    [{ method: { exact: 'GET' } }, 'method is GET'],
    [{ authority: { prefix: 'shop.' } }, 'host starts with shop.'],
    [{ headers: { 'x-user': { exact: 'jason' } } }, 'header x-user is jason'],
    [{ headers: { 'x-user': {} } }, 'header x-user is there'],
    [{ headers: { 'x-user': null } }, 'header x-user is there'],
    [{ headers: { 'x-user': { exact: '' } } }, 'header x-user is ""'],
    [{ withoutHeaders: { 'x-bot': {} } }, 'header x-bot is absent'],
    [{ withoutHeaders: { 'x-bot': { exact: 'yes' } } }, 'header x-bot is not yes'],
    [{ withoutHeaders: { a: { prefix: 'b' } } }, 'header a does not start with b'],
    [{ withoutHeaders: { a: { regex: 'b' } } }, 'header a does not match b'],
    [{ queryParams: { v: { exact: '2' } } }, 'query parameter v is 2'],
    [{ port: 8080 }, 'port is 8080'],
    [{ sourceLabels: { app: 'web', tier: 'front' } }, 'client has app=web, tier=front'],
    [{ sourceNamespace: 'shop' }, 'client namespace is shop'],
    [{ gateways: ['mesh', 'web'] }, 'through gateway mesh or web'],
  ])('[L2] every field of HTTPMatchRequest has words: %j', (block, words) => {
    expect(inWords(block)).toBe(words);
  });

  test.each([
    [{ sniHosts: ['a.com', 'b.com'] }, 'tls', 'server name is a.com or b.com'],
    [{ destinationSubnets: ['10.0.0.0/8'] }, 'tls', 'destination address in 10.0.0.0/8'],
    [{ port: 27017 }, 'tcp', 'port is 27017'],
    [{ sourceSubnet: '10.1.0.0/16' }, 'tcp', 'client address in 10.1.0.0/16'],
    [{ sourceLabels: { app: 'web' } }, 'tcp', 'client has app=web'],
    [{ gateways: ['mesh'] }, 'tcp', 'through gateway mesh'],
    [{ sourceNamespace: 'shop' }, 'tls', 'client namespace is shop'],
    [{ gateways: [] }, 'tcp', 'any connection'],
  ] as const)('[L2] every field of TLS and L4 matches has words: %j', (block, protocol, words) => {
    expect(inWords(block, protocol)).toBe(words);
  });

  test('[L3] conditions of one block are joined with "and", the path first', () => {
    const block = {
      headers: { 'x-user': { exact: 'jason' }, 'x-beta': {} },
      method: { exact: 'GET' },
      uri: { prefix: '/cart' },
    };
    expect(inWords(block)).toBe(
      'path starts with /cart and method is GET and header x-user is jason and header x-beta is there',
    );
  });

  test('[L3] what stands in the YAML is literal, the rest is words', () => {
    expect(describeMatch({ uri: { prefix: '/cart' } }, 'http')).toEqual([
      { text: 'path', literal: false },
      { text: ' starts with ', literal: false },
      { text: '/cart', literal: true },
    ]);
  });

  test('[L4] a field that Istio does not have is named as not understood', () => {
    expect(inWords({ urii: { prefix: '/' } })).toBe('urii (not understood)');
  });

  test.each<Record<string, unknown>>([
    { uri: '/cart' },
    { uri: 3 },
    { uri: { prefix: { deep: true } } },
    { headers: ['x'] },
    { headers: { a: 'b' } },
    { sourceLabels: 'app' },
    { gateways: 'mesh' },
    { port: {} },
    { __proto__: null, constructor: 1, toString: [] },
  ])('[L4] values of the wrong type never throw: %j', (block) => {
    expect(inWords(block)).not.toBe('');
  });
});
