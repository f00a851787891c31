import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../documents/parse-document.ts';
import { applyTextEdits } from '../../text/text-edit.ts';
import type { ChangeScope } from '../change-scope.ts';
import type { FieldValue } from '../edit-command.ts';
import { editDocument } from './edit-document.ts';
import type { FieldOperation } from './field-operation.ts';

function edited(text: string, ...operations: readonly FieldOperation[]): string {
  const result = editDocument(parseDocument(text), operations);
  return result.ok ? applyTextEdits(text, result.value.edits) : `refused: ${result.reason}`;
}

function set(text: string, path: string, value: FieldValue): string {
  return edited(text, { kind: 'set', path: pathOf(path), value });
}

function remove(text: string, path: string): string {
  return edited(text, { kind: 'remove', path: pathOf(path) });
}

function insert(text: string, path: string, index: number, value: FieldValue): string {
  return edited(text, { kind: 'insert', path: pathOf(path), index, value });
}

function pathOf(path: string): readonly (string | number)[] {
  return path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

describe('setting a scalar', () => {
  test('[E3] keeps the quotes and the comment of its line', () => {
    expect(set("a: 'x' # why\n", 'a', "it's")).toBe("a: 'it''s' # why\n");
    expect(set('a: "x"   # why\n', 'a', 'y')).toBe('a: "y"   # why\n');
    expect(set('a: x\n', 'a', 'yes')).toBe('a: "yes"\n');
  });

  test('[E1] fills an empty value, after its anchor and before its comment', () => {
    expect(set('a:\nb: 1\n', 'a', 5)).toBe('a: 5\nb: 1\n');
    expect(set('a: # todo\nb: 1\n', 'a', 'x')).toBe('a: x # todo\nb: 1\n');
    expect(set('a: &x\nb: 1\n', 'a', 'v')).toBe('a: &x v\nb: 1\n');
    expect(set('- \n- b\n', '0', 'a')).toBe('- a \n- b\n');
    expect(set('{a, b: 1}\n', 'a', 2)).toBe('{a: 2, b: 1}\n');
  });

  test('[E1] replaces a block text, a list and a mapping', () => {
    expect(set('a: |\n  x\n  y\nb: 1\n', 'a', 'z')).toBe('a: z\nb: 1\n');
    expect(set('a:\n- x\n- y\nb: 1\n', 'a', 'z')).toBe('a: z\nb: 1\n');
    expect(set('a: # why\n  b: 1\n', 'a', null)).toBe('a: null # why\n');
  });

  test('[E3] writes a text of several lines as a block, in the column of the one before', () => {
    expect(set('a: x # c\nb: 1\n', 'a', 'x\ny\n')).toBe('a: | # c\n  x\n  y\nb: 1\n');
    expect(set('a: |\n    x\n', 'a', 'y\nz\n')).toBe('a: |\n    y\n    z\n');
    expect(set('a: x\n  # deeper\nb: 1\n', 'a', 'x\ny')).toBe('a: "x\\ny"\n  # deeper\nb: 1\n');
  });

  test('[E9] keeps CRLF, byte order mark and the missing last line ending', () => {
    expect(set('\ufeffa: 1\r\nb: 2', 'b', 3)).toBe('\ufeffa: 1\r\nb: 3');
    expect(set('a: 1\r\nb: 2', 'c', ['x'])).toBe('a: 1\r\nb: 2\r\nc:\r\n- x');
    expect(set('---\na: 1\n...\n', 'a', 2)).toBe('---\na: 2\n...\n');
  });

  test('[E1] drops a tag that would retype the value', () => {
    expect(set('a: !!str 5\n', 'a', 6)).toBe('a: 6\n');
  });
});

describe('setting a collection', () => {
  test('[E5] changes only the parts that differ', () => {
    const text = 'a:\n  # one\n  x: 1   # keep\n  z:   [1, 2]\n';
    expect(set(text, 'a', { x: 1, z: [1, 2, 3] })).toBe(
      'a:\n  # one\n  x: 1   # keep\n  z:   [1, 2, 3]\n',
    );
  });

  test('[E5] takes a removed item out of the middle of a list and leaves the others', () => {
    const text = '- {a: 1}   # first\n- b:   2\n- c: 3 # last\n';
    const value: FieldValue = [{ a: 1 }, { c: 3 }];
    const result = editDocument(parseDocument(text), [{ kind: 'set', path: [], value }]);
    expect(result.ok && result.value.document.text).toBe('- {a: 1}   # first\n- c: 3 # last\n');
  });

  test('[E5] makes the mappings on the way', () => {
    expect(set('spec:\n  a: 1\n', 'spec.tls.mode', 'SIMPLE')).toBe(
      'spec:\n  a: 1\n  tls:\n    mode: SIMPLE\n',
    );
    expect(set('spec: {}\n', 'spec.tls.mode', 'SIMPLE')).toBe('spec:\n  tls:\n    mode: SIMPLE\n');
    expect(set('spec:\n', 'spec.hosts.0', 'a')).toBe('spec:\n  hosts:\n  - a\n');
  });

  test('[E4] writes lists as the ones around are written', () => {
    const indented = 'spec:\n  hosts:\n    - "a"\n';
    expect(set(indented, 'spec.gateways', ['g'])).toBe(
      'spec:\n  hosts:\n    - "a"\n  gateways:\n    - g\n',
    );
    const atKey = 'spec:\n    hosts:\n    - a\n';
    expect(set(atKey, 'spec.gateways', ['g'])).toBe(
      'spec:\n    hosts:\n    - a\n    gateways:\n    - g\n',
    );
    const flow = 'match: [{uri: {prefix: /a}}]\n';
    expect(insert(flow, 'match', 1, { uri: { prefix: '/b' } })).toBe(
      'match: [{uri: {prefix: /a}}, {uri: {prefix: /b}}]\n',
    );
  });
});

describe('the space inside brackets', () => {
  test('[E4] is that of what stands beside, then of the brackets around, then of the document', () => {
    const routes = 'match: [{ uri: { prefix: /a } }]\n';
    expect(insert(routes, 'match', 1, { uri: { prefix: '/b' } })).toBe(
      'match: [{ uri: { prefix: /a } }, { uri: { prefix: /b } }]\n',
    );
    expect(set('a: { b: [1] }\n', 'a.c', { d: [2] })).toBe('a: { b: [1], c: { d: [2] } }\n');
    expect(set('a: {b: [ 1 ]}\n', 'a.c', { d: [2] })).toBe('a: {b: [ 1 ], c: {d: [ 2 ]}}\n');
    expect(set('x: { y: 1 }\na: [{}, k]\n', 'a.0', { b: 2 })).toBe(
      'x: { y: 1 }\na: [{ b: 2 }, k]\n',
    );
    expect(set('x: [ 1 ]\na: {k: []}\n', 'a.k', ['b'])).toBe('x: [ 1 ]\na: {k: [ b ]}\n');
    expect(set('a: {k: {}}\n', 'a.k.c', 1)).toBe('a: {k: {c: 1}}\n');
    expect(remove('a: { b: 1, c: 2 }\n', 'a.b')).toBe('a: { c: 2 }\n');
    expect(remove('a: { b: 1, c: 2 }\n', 'a.c')).toBe('a: { b: 1 }\n');
  });

  test('[E9] JSON on one line keeps its brackets too', () => {
    expect(set('{"a": {"b": 1}}\n', 'a.c', { d: ['x'] })).toBe(
      '{"a": {"b": 1, "c": {"d": ["x"]}}}\n',
    );
    expect(set('{ "a": { "b": 1 } }\n', 'a.c', { d: 2 })).toBe(
      '{ "a": { "b": 1, "c": { "d": 2 } } }\n',
    );
  });
});

describe('inserting', () => {
  test('[E3] quotes a new item as the item before, also inside', () => {
    expect(insert('hosts:\n- "a"\n', 'hosts', 1, 'b')).toBe('hosts:\n- "a"\n- "b"\n');
    expect(insert("r:\n- host: 'a'\n", 'r', 0, { host: 'b', port: 1 })).toBe(
      "r:\n- host: 'b'\n  port: 1\n- host: 'a'\n",
    );
  });

  test('[E2] goes above the comment of the next item and below the deeper one of the last', () => {
    expect(insert('a:\n- x\n# of z\n- z\n', 'a', 1, 'v')).toBe('a:\n- x\n- v\n# of z\n- z\n');
    expect(insert('a:\n- x\n  # deeper\nb: 1\n', 'a', 1, 'v')).toBe(
      'a:\n- x\n  # deeper\n- v\nb: 1\n',
    );
  });

  test('[E1] takes over the place on a dash line', () => {
    expect(insert('- - x\n  - z\n', '0', 0, 'v')).toBe('- - v\n  - x\n  - z\n');
    expect(insert('a:\n-   x: 1\n', 'a', 1, { x: 2 })).toBe('a:\n-   x: 1\n-   x: 2\n');
  });

  test('[E9] keeps one entry per line in JSON', () => {
    const text = '{\n  "a": [\n    1\n  ]\n}\n';
    expect(insert(text, 'a', 1, { b: 'c' })).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": "c"\n    }\n  ]\n}\n',
    );
    expect(set('{"a":1}', 'b', 'x')).toBe('{"a":1, "b": "x"}');
    expect(set('{"a":1}', 'a', 2)).toBe('{"a":2}');
  });
});

describe('removing', () => {
  test('[E2] takes the comments that belong to the entry and leaves the others', () => {
    const text = 'a: 1\n\n# of b\nb:\n  c: 1\n  # deeper\n\n# of d\nd: 2\n';
    expect(remove(text, 'b')).toBe('a: 1\n\n# of d\nd: 2\n');
  });

  test('[E2] leaves what stands above the first field of a document', () => {
    expect(remove('# licence\na: 1\nb: 2\n', 'a')).toBe('# licence\nb: 2\n');
  });

  test('[E5] leaves an empty collection', () => {
    expect(remove('a:\n- x\nb: 1\n', 'a.0')).toBe('a: []\nb: 1\n');
    expect(remove('a: # c\n  b: 1\n', 'a.b')).toBe('a: {} # c\n');
  });

  test('[E1] pulls the next field up to the dash', () => {
    expect(remove('- a: 1\n  b: 2\n', '0.a')).toBe('- b: 2\n');
    expect(remove('- a: 1\n  # of b\n  b: 2\n', '0.a')).toBe('-\n  # of b\n  b: 2\n');
  });

  test('[E1] takes the comma of a collection in brackets along', () => {
    expect(remove('a: [1, 2, 3]\n', 'a.1')).toBe('a: [1, 3]\n');
    expect(remove('a: [1, 2]\n', 'a.1')).toBe('a: [1]\n');
    expect(remove('{\n  "a": 1,\n  "b": 2\n}\n', 'b')).toBe('{\n  "a": 1\n}\n');
  });
});

describe('moving and renaming', () => {
  test('[E6] moves an item verbatim with its comments', () => {
    const text = 'a:\n# of x\n- x:   1\n\n- y: 2 # end\n';
    const operation = { kind: 'move', path: ['a'], from: 0, to: 1 } as const;
    expect(edited(text, operation)).toBe('a:\n- y: 2 # end\n\n# of x\n- x:   1\n');
  });

  test('[E3] renames a key in its quotes', () => {
    const rename = { kind: 'rename-key', path: ['a'], key: 'b' } as const;
    expect(edited('"a":   1 # c\n', rename)).toBe('"b":   1 # c\n');
    expect(edited('a: 1\nb: 2\n', rename)).toMatch(/^refused: There is a field "b" already/);
  });
});

describe('anchors', () => {
  const text = 'base: &b\n  x: 1\nuse: *b\nmore:\n  <<: *b\n  y: 2\n';

  test('[E7] refuses a path through an alias, a shared part and an anchor in use', () => {
    expect(set(text, 'use.x', 2)).toMatch(/^refused: This place is an alias \(\*b\)/);
    expect(set(text, 'base.x', 2)).toMatch(/^refused: This part has the anchor &b/);
    expect(remove(text, 'base')).toMatch(/^refused: The anchor &b is defined here/);
    expect(remove(text, 'more.x')).toMatch(/^refused: This field comes from another place/);
  });

  test('[E7] overrides what a merge key provides', () => {
    expect(set(text, 'more.x', 3)).toBe(`${text}  x: 3\n`);
  });

  test('[E7] replaces an alias as a whole', () => {
    expect(set(text, 'use', 'z')).toBe(text.replace('use: *b', 'use: z'));
  });
});

describe('shared parts, here and everywhere', () => {
  const text = 'base: &b\n  x: 1\n  z: [2]\nuse: *b\nmore:\n  <<: *b\n  k: 2\n';

  function scoped(path: string, scope: ChangeScope, given = text): string {
    return edited(given, { kind: 'set', path: pathOf(path), value: 9, scope });
  }

  test('[E7] everywhere changes the line that is written, from whichever use', () => {
    const changed = text.replace('x: 1', 'x: 9');
    for (const path of ['base.x', 'use.x', 'more.x']) {
      expect(scoped(path, 'everywhere')).toBe(changed);
    }
    expect(scoped('more.k', 'everywhere')).toBe(text.replace('k: 2', 'k: 9'));
    expect(scoped('use.new', 'everywhere')).toBe(text.replace('[2]\n', '[2]\n  new: 9\n'));
    const longer = { kind: 'insert', path: ['more', 'z'], index: 1, value: 3 } as const;
    expect(edited(text, { ...longer, scope: 'everywhere' })).toBe(text.replace('[2]', '[2, 3]'));
    const gone = { kind: 'remove', path: ['use', 'x'], scope: 'everywhere' } as const;
    expect(edited(text, gone)).toBe(text.replace('  x: 1\n', ''));
  });

  test('[E7] here moves the anchor to the first use, writes an alias out, overrides what is merged', () => {
    expect(scoped('base.x', 'here')).toBe(
      'base:\n  x: 9\n  z: [2]\nuse: &b\n  x: 1\n  z: [2]\nmore:\n  <<: *b\n  k: 2\n',
    );
    expect(scoped('use.x', 'here')).toBe(text.replace('use: *b', 'use:\n  x: 9\n  z: [2]'));
    expect(scoped('more.x', 'here')).toBe(`${text}  x: 9\n`);
    const gone = { kind: 'remove', path: ['more', 'x'], scope: 'here' } as const;
    expect(edited(text, gone)).toBe(text.replace('  <<: *b\n  k: 2\n', '  k: 2\n  z:\n  - 2\n'));
  });

  test('[E7] without a choice a short value moves on with its anchor', () => {
    expect(set('name: &n shop # c\nlabels:\n  app: *n\n', 'name', 'cart')).toBe(
      'name: cart # c\nlabels:\n  app: &n shop\n',
    );
    expect(remove('a: &n "x"\nb: *n # c\nc: [*n]\n', 'a')).toBe('b: &n "x" # c\nc: [*n]\n');
    expect(set('- &i a\n- *i\n', '0', 'b')).toBe('- b\n- &i a\n');
  });

  test('[E7] the anchor of an item stands before its first key', () => {
    expect(scoped('0.x', 'here', '- &i\n  x: 1\n  k: 2\n- *i\n- *i\n')).toBe(
      '-\n  x: 9\n  k: 2\n- &i\n  x: 1\n  k: 2\n- *i\n',
    );
  });
});

describe('what cannot be edited', () => {
  test('[E8] templates and broken documents are refused with a reason', () => {
    expect(set('a: {{ .Values.a }}\n', 'a', 1)).toMatch(/^refused: .*template actions/);
    expect(set('a: [1\n', 'a', 1)).toMatch(/^refused: .*has a mistake/);
  });

  test('[E1] fields that are not there any more are refused', () => {
    expect(remove('a: 1\n', 'b')).toMatch(/^refused: There is no such field/);
    expect(insert('a: 1\n', 'a', 0, 'x')).toMatch(/^refused: An item can only be added to a list/);
    expect(set('a: 1\n', 'a.b', 'x')).toMatch(/^refused: The field "b" cannot be written/);
    expect(set('a: [b: 1]\n', 'a.0.c', 2)).toMatch(/^refused: .*without braces/);
  });

  test('[E1] an equal value changes nothing', () => {
    expect(set('a:   "1"  # c\n', 'a', '1')).toBe('a:   "1"  # c\n');
    expect(set('a: {b: [1, 2]}\n', 'a', { b: [1, 2] })).toBe('a: {b: [1, 2]}\n');
  });

  test('[E1] many aliases cost no more than what is written', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [of, name] of ['ab', 'bc', 'cd'].map((two) => [...two])) {
      lines.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`);
    }
    const text = `${lines.join('\n')}\nz: 1\n`;
    expect(set(text, 'z', 2)).toBe(text.replace('z: 1', 'z: 2'));
    expect(set(text, 'd.0.0', 2)).toMatch(/^refused: /);
  });
});
