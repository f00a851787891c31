import { describe, expect, test } from 'vitest';
import {
  binds,
  delegates,
  exposes,
  gateway,
  loadBalancer,
  routes,
  service,
  virtualService,
} from '../../test/layout/topology-builder.ts';
import { edgeAnchors } from './edge-anchors.ts';

describe('edgeAnchors', () => {
  test('[L15] exposes: a line per server that a port reaches', () => {
    const [l, g] = [loadBalancer('l', 2), gateway('g', 3)];
    const edge = exposes(l, g, [0, 1]);
    expect(edgeAnchors(edge, l, g)).toEqual([
      { sourceRow: 'port-0', targetRow: 'server-0', broken: false },
      { sourceRow: 'port-1', targetRow: 'server-1', broken: false },
    ]);
  });

  test('[L15] exposes: where no port reaches any server, one broken line between the headers', () => {
    const [l, g] = [loadBalancer('l'), gateway('g')];
    const edge = { ...exposes(l, g, []), broken: 'No port reaches it.' };
    expect(edgeAnchors(edge, l, g)).toEqual([
      { sourceRow: 'header', targetRow: 'header', broken: true },
    ]);
  });

  test('[L15] binds: a line per server, all to the hosts', () => {
    const [g, v] = [gateway('g', 2), virtualService('v')];
    expect(edgeAnchors(binds(g, v, [0, 1]), g, v)).toEqual([
      { sourceRow: 'server-0', targetRow: 'hosts', broken: false },
      { sourceRow: 'server-1', targetRow: 'hosts', broken: false },
    ]);
  });

  test('[L15] binds: without a common host, one broken line', () => {
    const [g, v] = [gateway('g'), virtualService('v')];
    const edge = { ...binds(g, v, []), broken: 'No host in common.' };
    expect(edgeAnchors(edge, g, v)).toEqual([
      { sourceRow: 'header', targetRow: 'hosts', broken: true },
    ]);
  });

  test('[L15] routes: from the destination to the port that it reaches', () => {
    const [v, s] = [virtualService('v', [1, 2]), service('s', 2)];
    const edge = routes(v, s, { route: 1, destination: 1, port: 1 });
    expect(edgeAnchors(edge, v, s)).toEqual([
      { sourceRow: 'http-1-1', targetRow: 'port-1', broken: false },
    ]);
  });

  test('[L15] routes: to the header where it cannot be said which port', () => {
    const [v, s] = [virtualService('v'), service('s', 0)];
    expect(edgeAnchors(routes(v, s), v, s)).toMatchObject([{ targetRow: 'header' }]);
  });

  test('[L15] delegates: from the route to the header', () => {
    const [a, b] = [virtualService('a', [1, 0]), virtualService('b')];
    expect(edgeAnchors(delegates(a, b, 1), a, b)).toMatchObject([
      { sourceRow: 'http-1', targetRow: 'header' },
    ]);
  });

  test('[L16] lines of rows that are not shown join the row that stands for them', () => {
    const many = Array.from({ length: 30 }, () => 20);
    const [v, s] = [virtualService('v', many), service('s', 30)];
    const rowsOf = (route: number, destination: number, port: number) =>
      edgeAnchors(routes(v, s, { route, destination, port }), v, s);
    expect(rowsOf(29, 0, 0)).toMatchObject([{ sourceRow: 'http-more', targetRow: 'port-0' }]);
    expect(rowsOf(2, 19, 0)).toMatchObject([{ sourceRow: 'http-2-more' }]);
    expect(rowsOf(2, 1, 29)).toMatchObject([{ sourceRow: 'http-2-1', targetRow: 'port-more' }]);
  });

  test('[L16] lines that would be drawn twice are drawn once', () => {
    const [g, v] = [gateway('g', 40), virtualService('v')];
    const servers = Array.from({ length: 40 }, (_, index) => index);
    const lines = edgeAnchors(binds(g, v, servers), g, v);
    expect(lines.map(({ sourceRow }) => sourceRow)).toEqual([
      ...servers.slice(0, 8).map((server) => `server-${server}`),
      'server-more',
    ]);
  });
});
