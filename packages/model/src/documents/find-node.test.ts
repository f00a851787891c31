import { describe, expect, test } from 'vitest';
import { formatFieldPath } from './field-path.ts';
import { findNode, pathAtOffset, rangeOfPath } from './find-node.ts';
import { parseDocument } from './parse-document.ts';
import { treeOf } from './tree-of.ts';

const TEXT = `spec: # c
  hosts:
  - "a.example.com" # d
  -
  - &x !!str b
  gateways:
  http:
  - match: [{uri: {prefix: /a}}, *x]
    note: |+
      one

    yes: 'it''s'
  <<: {k: v}
`;

function textOf(path: readonly (string | number)[]): string {
  const document = parseDocument(TEXT);
  const { start, end } = rangeOfPath(document, path);
  return TEXT.slice(start, end);
}

describe('ranges', () => {
  test.each<[readonly (string | number)[], string]>([
    [['spec', 'hosts', 0], '"a.example.com"'],
    [['spec', 'hosts', 2], '&x !!str b'],
    [['spec', 'http', 0, 'match'], '[{uri: {prefix: /a}}, *x]'],
    [['spec', 'http', 0, 'match', 0], '{uri: {prefix: /a}}'],
    [['spec', 'http', 0, 'match', 0, 'uri', 'prefix'], '/a'],
    [['spec', 'http', 0, 'match', 1], '*x'],
    [['spec', 'http', 0, 'note'], '|+\n      one\n'],
    [['spec', 'http', 0, 'true'], "'it''s'"],
  ])('[D12] %j is the whole node', (path, text) => {
    expect(textOf(path)).toBe(text);
  });

  test('[D12] an absent value is marked at its key or dash', () => {
    expect(textOf(['spec', 'gateways'])).toBe('gateways:');
    expect(textOf(['spec', 'hosts', 1])).toBe('-');
  });

  test('[D12] a path that is not there is marked at the nearest ancestor that is', () => {
    expect(textOf(['spec', 'hosts', 9, 'x'])).toBe(textOf(['spec', 'hosts']));
    expect(textOf(['nothing'])).toBe(TEXT.slice(0, -1));
    expect(rangeOfPath(parseDocument(''), ['a'])).toEqual({ start: 0, end: 0 });
  });

  test.each(['a: |\n\n\n\nb: 1\n', 'a: |\n\n\n', 'a: |\n   \nb: 1\n', 'a: |\n  '])(
    '[D12] of a block scalar without text it is the header: %j',
    (text) => {
      expect(rangeOfPath(parseDocument(text), ['a'])).toEqual({ start: 3, end: 4 });
    },
  );

  test('[D12] of duplicate keys the last one is found', () => {
    const text = 'a: 1\na: 22\n';
    expect(rangeOfPath(parseDocument(text), ['a'])).toEqual({ start: 8, end: 10 });
  });
});

describe('paths', () => {
  test.each<[string, string]>([
    ['a.example', 'spec.hosts[0]'],
    ['gateways', 'spec.gateways'],
    ['prefix', 'spec.http[0].match[0].uri.prefix'],
    ['one', 'spec.http[0].note'],
    ['yes', 'spec.http[0].true'],
    ['k: v', 'spec["<<"].k'],
  ])('[D12] the cursor in %j is at %s', (needle, path) => {
    const tree = treeOf(parseDocument(TEXT));
    expect(formatFieldPath(pathAtOffset(tree, TEXT.indexOf(needle) + 1))).toBe(path);
  });

  test('[D12] a found node is that of the path', () => {
    const { root } = treeOf(parseDocument(TEXT));
    expect(findNode(root, ['spec', 'http', 0, 'note'])).toMatchObject({
      style: 'literal',
      text: 'one\n\n',
      block: { chomping: 'keep', indent: 6 },
    });
    expect(findNode(root, ['spec', 'hosts', 'x'])).toBeUndefined();
    expect(findNode(null, ['a'])).toBeUndefined();
  });

  test('[D12] the tree is built once, and a broken document or template has none', () => {
    const document = parseDocument(TEXT);
    expect(treeOf(document)).toBe(treeOf(document));
    expect(treeOf(parseDocument('a: [')).root).toBeNull();
    expect(treeOf(parseDocument('a: {{ b }}')).root).toBeNull();
  });

  test('[D12] anchors and aliases are listed in text order', () => {
    const tree = treeOf(parseDocument('a: &x\n  b: &y 1\nc: [*y, *x]\n'));
    expect(tree.anchors.map(({ name, node }) => [name, node.kind])).toEqual([
      ['x', 'mapping'],
      ['y', 'scalar'],
    ]);
    expect(tree.aliases.map(({ name }) => name)).toEqual(['y', 'x']);
  });
});
