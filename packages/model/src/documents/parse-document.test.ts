import { describe, expect, test } from 'vitest';
import { parseDocument } from './parse-document.ts';

function marked(text: string): readonly string[] {
  return parseDocument(text).problems.map(({ range }) => text.slice(range.start, range.end));
}

describe('status', () => {
  test.each([
    ['a: 1', 'parsed'],
    ['kind: List\nitems:\n- kind: Service\n', 'parsed'],
    ['{"a": [1, 2]}', 'parsed'],
    ['text', 'parsed'],
    ['', 'empty'],
    ['# c\n\n---\n# d\n', 'empty'],
    ['---\n', 'empty'],
    ['null', 'empty'],
    ['...\n', 'empty'],
    ['a: [', 'broken'],
    ['a: .inf', 'broken'],
    ['name: {{ .Values.name }}\n', 'template'],
  ])('[D3] %j is %s', (text, status) => {
    expect(parseDocument(text).status).toBe(status);
  });

  test('[D3] only a parsed document has a value', () => {
    expect(parseDocument('a: 1').value).toEqual({ a: 1 });
    for (const text of ['', 'a: [', 'a: {{ b }}']) {
      expect(parseDocument(text).value).toBeUndefined();
    }
  });

  test.each([
    ['\uFEFFa: 1\r\nb: 😀\r\n', { a: 1, b: '😀' }],
    ['a: 1\rb: 2\r', { a: 1, b: 2 }],
    ['%YAML 1.1\n---\na: 1\n...\n', { a: 1 }],
    ['a:\t1\t# c\n', { a: 1 }],
    ['--- # Source: x\na: |\n  b\n\n  c\n', { a: 'b\n\nc\n' }],
  ])('[D4] line endings, marks and tabs that YAML allows are read: %j', (text, value) => {
    expect(parseDocument(text).value).toEqual(value);
  });
});

describe('values as Kubernetes reads them', () => {
  test.each([
    ['a: !!int "5"', { a: 5 }],
    ['a: !!str 5', { a: '5' }],
    ['a: !foo 5', { a: '5' }],
    ['a: !!binary aGVsbG8=', { a: 'hello' }],
    ['a: !!binary /w==', { a: '\uFFFD' }],
    ['a: !!timestamp 2024-01-01', { a: '2024-01-01' }],
    ['%TAG !! tag:example.com,2000:\n---\na: !!int 5', { a: '5' }],
    ['a: !<tag:yaml.org,2002:int> "5"', { a: 5 }],
    ['a: !!str {b: c}', { a: { b: 'c' } }],
  ])('[D5] tags: %j', (text, value) => {
    expect(parseDocument(text).value).toEqual(value);
  });

  test.each([
    ['y: 1', { true: 1 }],
    ['8080: 1', { 8080: 1 }],
    ['0x10: 1', { 16: 1 }],
    ['1.0: 1\n1000000.0: 2\n0.1: 3\n-0.0: 4', { 1: 1, '1e+06': 2, '0.1': 3, '-0': 4 }],
    ['9223372036854775807: 1', { '9223372036854775807': 1 }],
    ['"y": 1', { y: 1 }],
  ])('[D6] keys become text: %j', (text, value) => {
    expect(parseDocument(text).value).toEqual(value);
  });

  test('[D6] of duplicate keys the last wins, with a warning at each further one', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    const { status, value, problems } = parseDocument(text);
    expect([status, value]).toEqual(['parsed', { a: 3, b: 2 }]);
    expect(problems).toMatchObject([{ code: 'yaml-duplicate-key', severity: 'warning' }]);
    expect(problems[0]?.range).toEqual({ start: 10, end: 11 });
  });

  test.each([
    ['x: &x {a: 1}\nz:\n  <<: *x\n  b: 2\n', { b: 2, a: 1 }],
    ['x: &x {a: 1}\nz:\n  <<: *x\n  a: 2\n', { a: 2 }],
    ['x: &x {a: 1}\nz:\n  a: 2\n  <<: *x\n', { a: 1 }],
    ['z:\n  <<: [{a: 1}, {a: 2, b: 3}]\n', { a: 1, b: 3 }],
    ['z:\n  "<<": {a: 1}\n', { '<<': { a: 1 } }],
  ])('[D7] keys are merged where `<<` stands: %j', (text, z) => {
    expect(parseDocument(text).value).toMatchObject({ z });
    expect(parseDocument(text).problems).toEqual([]);
  });

  test.each([
    ['a: !!int foo', '!!int'],
    ['a: .nan', '.nan'],
    ['? [a]\n: b', '['],
    ['null: 1', 'null'],
    ['<<: 5', '<<'],
    ['a: *b', '*b'],
    ['hosts:\n- *.example.com\n', '*.example.com'],
    ['a: &x.y 1\n', '&x.y'],
    ['a: &x b: 1\n', 'b'],
    ['a: !!str b: 1\n', 'b'],
    ['- a: &x b:\n', 'b'],
    [' ---\na: 1\n', '---'],
    ['a: {b: 1, c\n  d: 2}\n', 'c\n  d'],
  ])('[D8] what kubectl refuses is broken, marked where it is: %j', (text, place) => {
    expect(parseDocument(text).status).toBe('broken');
    expect(marked(text)).toEqual([place]);
  });

  test.each([
    ['a: [\nb\n]\n', { a: ['b'] }],
    ['a:\n  b: {\n  c: d\n  }\n', { a: { b: { c: 'd' } } }],
    ['a:\n  b: "x\n  y"\n', { a: { b: 'x y' } }],
    ['a: [1.2.3.4, 2001:db8::]\n', { a: ['1.2.3.4', '2001:db8::'] }],
    ['args: [apply, -f, -]\n', { args: ['apply', '-f', '-'] }],
    ['a: [\n  -,\n  {b: -}]\n', { a: ['-', { b: '-' }] }],
    ['a: "x"#c\nb: []# d\nc: {d: e}#\n', { a: 'x', b: [], c: { d: 'e' } }],
    ["a: ['x'#c\n]\nb: |#c\n  y\n", { a: ['x'], b: 'y\n' }],
    ['a: [\tx,\tz]\nb: {\tc: d\t}\n', { a: ['x', 'z'], b: { c: 'd' } }],
  ])('[D10] what kubectl takes and YAML 1.2 does not is read: %j', (text, value) => {
    expect(parseDocument(text).value).toEqual(value);
  });
});

describe('what kubectl refuses or istioctl overlooks', () => {
  test.each([
    ['a:\n\t\n  b: 1\n', '\t'],
    ['a:\n  b: 1\n\t# c\n', '\t'],
    ['--- # c\na: 1\n', '--- # c'],
    ['--- {a: 1}\n', '--- {a: 1}'],
    ['a: 1\n...\n', '...'],
    ['%YAML 1.2\n---\na: 1\n', '%YAML 1.2'],
    ['a: [x?]\n', 'x?'],
    ['a: "\\/"\n', '"\\/"'],
    ['a: "\\ud83d\\ude00"\n', '"\\ud83d\\ude00"'],
    ['a: [::1]\n', '::1'],
    ['- \ta\n', '\t'],
    ['a:\n- b\n- - \tc\n', '\t'],
    ['a:\n  \tb\n', '\t'],
    ['a: [b]\n? c\n:\td\n', '\t'],
    ['a: |\n  \tb\n', '\t'],
    ['a: 1 # \u0007\n', '\u0007'],
    ['a: "\u007f"\n', '\u007f'],
    ['a: x\u2028y\n', '\u2028'],
    ['# x\u0085\na: 1\n', '\u0085'],
  ])('[D11] is a warning: %j', (text, place) => {
    const { status, problems } = parseDocument(text);
    expect(status).toBe('parsed');
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['yaml-kubectl', 'warning'],
    ]);
    expect(marked(text)).toEqual([place]);
  });

  test.each([
    'a: |\n  x\n  \t\n  y\n',
    'a: "x\n\t\n  y"\n',
    'a: [x,\n\t\n y]\n',
    'a: 1\n  \t\nb: 2\n',
    'a: 1\t\n',
    '{"a": "\\/"}',
    '{"a": "\\ud83d\\ude00"}',
    'a: |2\n  \tb\n',
    'a: |\n  b\n  \tc\n',
    'a: b\n  \tc\n',
    'a: "b\n\tc"\n',
    '{\n\t"a": [\n\t\t1\n\t]\n}\n',
    'a: [\tb,\n\tc ]\n',
    'a:\tb\n',
    'a: "- \tb"\n',
    '---   \na: x?\n',
  ])('[D11] and what both take is none: %j', (text) => {
    expect(parseDocument(text).problems).toEqual([]);
  });
});

describe('templates', () => {
  test.each([
    ['name: {{ .Values.name }}\n', '{{ .Values.name }}'],
    ['{{- if .Values.on }}\na: 1\n{{- end }}\n', '{{- if .Values.on }}'],
    ['name: x-{{ .Values.name }}-y\n', '{{ .Values.name }}'],
    ['a: |\n  text\n{{ include "x" . | indent 2 }}\n', '{{ include "x" . | indent 2 }}'],
    ["a: it's {{ .x }}\n", '{{ .x }}'],
    ['- a: |\n    {{ no }}\n  b: {{ .x }}\n', '{{ .x }}'],
  ])('[D13] %j is a template, named at its first action', (text, action) => {
    const { status, problems } = parseDocument(text);
    expect(status).toBe('template');
    expect(problems).toMatchObject([{ code: 'yaml-template', severity: 'info' }]);
    expect(marked(text)).toEqual([action]);
  });

  test.each([
    'a: "{{ .x }}"\n',
    "a: '{{ .x }}'\n",
    'a: 1 # {{ .x }}\n',
    '# {{ .x }}\na: 1\n',
    'a: |\n  {{ .x }}\n',
    'a: >-\n\n  x\n  {{ .x }}\nb: 1\n',
    '- |\n  {{ .x }}\n',
    '- a: |\n    {{ .x }}\n',
    'a: "x\n  {{ .x }}"\n',
    '{"a": "{{ .x }}", "b":"{{ y }}"}',
    'a: [{b: {c: 1}}]\n',
  ])('[D13] %j is none: actions in strings, comments and block scalars are text', (text) => {
    expect(parseDocument(text).status).toBe('parsed');
  });
});
