import { describe, expect, test } from 'vitest';
import { buildSnapshot, problemsOf, type TextEdit, updateSnapshot } from '../src/index.ts';

// Generous: what would go wrong here takes minutes, or never ends.
const TIMEOUT = 120_000;

function typeAt(text: string, offset: number): readonly TextEdit[] {
  return [{ range: { start: offset, end: offset }, newText: text }];
}

function service(name: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {ports: [{port: 80}]}\n`;
}

describe('[R3] hostile input', () => {
  test(
    'a List that stands for itself many times over',
    () => {
      const levels = Array.from(
        { length: 12 },
        (_, level) =>
          `l${level + 1}: &l${level + 1} {kind: List, items: [${Array(10).fill(`*l${level}`).join(', ')}]}`,
      );
      const text = `l0: &l0 {apiVersion: v1, kind: Service, metadata: {name: a}}\n${levels.join('\n')}\nkind: List\nitems: [*l12]\n`;
      const snapshot = buildSnapshot(text);
      expect(snapshot.resources.length).toBeLessThanOrEqual(50_000);
      const after = updateSnapshot(snapshot, typeAt('# x\n', 0));
      expect(after.topology.nodes.length).toBeLessThanOrEqual(1);
      problemsOf(after);
    },
    TIMEOUT,
  );

  test(
    'matches that are aliases of aliases are compared in bounded time',
    () => {
      const levels = Array.from(
        { length: 60 },
        (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`,
      );
      const text = `l0: &l0 [a]\n${levels.join('\n')}\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec: {hosts: [a.com], http: [{match: [{uri: *l60}]}]}\n`;
      const after = updateSnapshot(buildSnapshot(text), typeAt('x', text.indexOf('.com')));
      expect(after.topology.nodes.length).toBeLessThanOrEqual(1);
    },
    TIMEOUT,
  );

  test(
    'names of what every object inherits are names',
    () => {
      const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
      const snapshot = buildSnapshot(
        names
          .map(
            (name) =>
              `${service(name)}---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}, labels: {__proto__: a}}\nspec: {hosts: [${name}], gateways: [${name}], http: [{route: [{destination: {host: ${name}}}]}]}\n`,
          )
          .join('---\n'),
      );
      const routes = snapshot.topology.edges.filter(({ kind }) => kind === 'routes');
      expect(routes.map(({ target }) => target)).toEqual(
        names.map((name) => `Service/default/${name}`),
      );
      expect(routes.every(({ broken }) => broken === null)).toBe(true);
    },
    TIMEOUT,
  );

  test(
    '50,000 documents with the same name, and an edit in the first',
    () => {
      const text = Array(50_000).fill(service('same')).join('---\n');
      const after = updateSnapshot(buildSnapshot(text), typeAt('x', text.indexOf('same')));
      expect(after.topology.nodes).toMatchObject([
        { name: 'xsame', duplicates: 0 },
        { name: 'same', duplicates: 49_998 },
      ]);
    },
    TIMEOUT,
  );

  test(
    '1,000 VirtualServices that name the same missing things, pasted before as many',
    () => {
      const routes = Array.from(
        { length: 1_000 },
        (_, index) =>
          `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: v${index}}\nspec: {hosts: [a.com], gateways: [gone], http: [{route: [{destination: {host: s${index}}}]}]}\n---\n`,
      ).join('');
      const moved = routes.replaceAll('name: v', 'name: w');
      const after = updateSnapshot(buildSnapshot(routes), typeAt(moved, 0));
      expect(after.topology.nodes).toHaveLength(3_001);
      expect(after.topology).toEqual(buildSnapshot(moved + routes).topology);
    },
    TIMEOUT,
  );

  test(
    'a VirtualService with 10,000 missing destinations, typed in',
    () => {
      const destinations = Array.from(
        { length: 10_000 },
        (_, index) => `{destination: {host: s${index}}}`,
      );
      const text = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: v}\nspec: {hosts: [a.com], http: [{route: [${destinations.join(', ')}]}]}\n`;
      const after = updateSnapshot(buildSnapshot(text), typeAt('x', text.indexOf('s77}')));
      expect(after.topology.nodes).toHaveLength(10_001);
    },
    TIMEOUT,
  );
});
