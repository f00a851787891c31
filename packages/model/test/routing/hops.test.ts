import { describe, expect, test } from 'vitest';
import { backend, gateway, httpServer, httpsServer, service, to, traceText } from './trace-text.ts';

const FIRST = gateway(httpServer('a.example.com'), 'first');
const ROUTES = service(to('cart'), 'b.example.com');

/** The nodes of the hops up to the virtual host, and the lines that decided there. */
function wayIn(text: string, url: string) {
  const { steps } = traceText(text, url);
  const hops = steps.filter(({ hop }) => hop === 'listener' || hop === 'filter-chain');
  return hops.map(({ node, origins }) => [node, origins.map(({ path }) => path.join('.'))]);
}

describe('[V39] a request on a port that several Gateways share', () => {
  test('comes by the server that has its host, and by no other', () => {
    const text = FIRST + gateway(httpServer('b.example.com')) + ROUTES + backend('cart');
    const own = ['Gateway/default/public', ['spec.servers.0']];
    expect(wayIn(text, 'http://b.example.com/')).toEqual([own, own]);
    // A host without routes, which a server has all the same.
    const first = ['Gateway/default/first', ['spec.servers.0']];
    expect(wayIn(text, 'http://a.example.com/')).toEqual([first, first]);
  });

  test('comes by the server that gave the host its routes, where several have the host', () => {
    const text = gateway(httpServer(), 'first') + gateway(httpServer('b.example.com')) + ROUTES;
    const own = ['Gateway/default/public', ['spec.servers.0']];
    expect(wayIn(text, 'http://b.example.com/')).toEqual([own, own]);
  });

  test('comes by the server of its server name where TLS ends', () => {
    const text =
      gateway(httpsServer('a.example.com'), 'first') +
      gateway(httpsServer('b.example.com')) +
      ROUTES;
    const own = ['Gateway/default/public', ['spec.servers.0']];
    expect(wayIn(text, 'https://b.example.com/')).toEqual([own, own]);
  });
});

test('[V39] a hop names each line that decided once', () => {
  const { steps } = traceText(
    gateway(httpServer()) + service(to('gone')),
    'http://shop.example.com/',
  );
  const places = steps.flatMap(({ hop, origins }) =>
    origins.map(({ resourceId, path }) => [hop, resourceId, ...path].join(' ')),
  );
  expect(places).toContain('cluster VirtualService/default/shop spec http 0 route 0 destination');
  expect(new Set(places).size).toBe(places.length);
});

test('[V39] a cause that several destinations have is told once', () => {
  const part = (subset: string) => `{destination: {host: gone, subset: ${subset}}, weight: 50}`;
  const text = gateway(httpServer()) + service(`{route: [${part('v1')}, ${part('v2')}]}`);
  const { lesson, shares } = traceText(text, 'http://shop.example.com/');
  expect(shares).toHaveLength(2);
  const applying = lesson?.causes.filter(({ applies }) => applies).map((cause) => cause.text);
  expect(applying).toEqual([expect.stringContaining('There is no Service gone')]);
});
