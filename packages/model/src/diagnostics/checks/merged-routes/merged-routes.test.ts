import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const gateway = (hosts = '"*"', protocol = 'HTTP', more = ''): string => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  servers: [{port: {number: 80, name: web, protocol: ${protocol}}, hosts: [${hosts}]${more}}]
`;

const virtualService = (
  name: string,
  http: string,
  hosts = 'shop.example.com',
  more = '',
): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}${more}}
spec:
  hosts: [${hosts}]
  gateways: [edge/public]
  http:
${http}
`;

const route = (match: string, host: string): string =>
  `    - match: [${match}]\n      route: [{destination: {host: ${host}}}]`;

describe('[A44] VirtualServices on one host of a Gateway', () => {
  test('have routes whose order is left to chance', () => {
    const found = expectMarked(
      'PTL212',
      gateway() +
        virtualService(
          'a',
          `${route('«{uri: {prefix: /api}}»', 'one')}\n${route('{uri: {exact: /a}}', 'one')}`,
        ) +
        virtualService(
          'b',
          `${route('«{uri: {prefix: /api/v2}}»', 'two')}\n${route('{uri: {exact: /b}}', 'two')}`,
        ),
    );
    expect(found).toMatchObject([
      {
        resource: 'VirtualService/default/a',
        related: [{ resource: 'VirtualService/default/b', path: ['spec', 'http', 0, 'match', 0] }],
        data: { host: 'shop.example.com', path: '/api/v2' },
      },
      { resource: 'VirtualService/default/b', data: { other: 'VirtualService/default/a' } },
    ]);
  });

  test('take everything in the end, whatever the order', () => {
    expectMarked(
      'PTL212',
      gateway() +
        virtualService('a', route('{uri: {prefix: /}}', 'one')) +
        virtualService('b', route('{uri: {prefix: /api}}', 'two')),
    );
    expectMarked(
      'PTL212',
      gateway() +
        virtualService('a', route('«{uri: {prefix: /}}»', 'one')) +
        virtualService('b', '    - «route: [{destination: {host: two}}]»'),
    );
  });

  test('agree where both do the same, or no request fits both', () => {
    expectMarked(
      'PTL212',
      gateway() +
        virtualService('a', route('{uri: {prefix: /api}}', 'one')) +
        virtualService('b', route('{uri: {prefix: /api/v2}}', 'one')),
    );
    expectMarked(
      'PTL212',
      gateway() +
        virtualService('a', route('{uri: {prefix: /api}, method: {exact: GET}}', 'one')) +
        virtualService('b', route('{uri: {prefix: /api}, method: {exact: POST}}', 'two')),
    );
  });

  test('do not meet in a route that its own VirtualService never gets to', () => {
    expectMarked(
      'PTL212',
      gateway() +
        virtualService(
          'a',
          `${route('{uri: {prefix: /api}}', 'two')}\n${route('{uri: {prefix: /api/v2}}', 'one')}`,
        ) +
        virtualService('b', route('{uri: {prefix: /api}}', 'two')),
    );
  });

  test('meet only on the same virtual host, which the hosts of the Gateway decide', () => {
    const wide = virtualService('a', route('{uri: {prefix: /api}}', 'one'), '"*"');
    const narrow = virtualService('b', route('{uri: {prefix: /api}}', 'two'));
    expectMarked('PTL212', gateway() + wide + narrow);
    const marked = (wide + narrow).replaceAll('{uri: {prefix: /api}}', '«{uri: {prefix: /api}}»');
    expectMarked('PTL212', gateway('"*", shop.example.com') + marked);
    expectMarked('PTL212', gateway('"*"', 'HTTPS', ', tls: {mode: PASSTHROUGH}') + narrow + narrow);
  });

  test('say which one loses, where both say when they were created', () => {
    const at = (time: string): string => `, creationTimestamp: "2026-01-0${time}T00:00:00Z"`;
    const [finding, ...more] = expectMarked(
      'PTL212',
      gateway() +
        virtualService('a', route('«{uri: {prefix: /api}}»', 'one'), 'shop.example.com', at('2')) +
        virtualService('b', route('{uri: {prefix: /api}}', 'two'), 'shop.example.com', at('1')),
    );
    expect(more).toEqual([]);
    expect(finding?.message).toContain('never gets here: route 1 of default/b');
  });

  test('are compared in time, however many there are', () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      virtualService(`a${index}`, route('{uri: {prefix: /api}}', `host${index}`), '"*"'),
    );
    const marked = many.map((one) =>
      one.replace('{uri: {prefix: /api}}', '«{uri: {prefix: /api}}»'),
    );
    const found = expectMarked('PTL212', gateway() + marked.join(''));
    expect(found).toHaveLength(150);
    expect(found.every(({ related }) => related.length <= 20)).toBe(true);
  });
});
