// Texts that YAML readers get wrong, and documents that are hard to read.

/** Texts that need quotes, or look as if they did. */
export const TRICKY_TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    'true',
    'no',
    'yes',
    'on',
    'y',
    '1',
    '0x1F',
    '1e3',
    '012',
    '08',
    '12:30:45',
    '1_000',
  ],
  ...['2024-01-01', 'null', '~', '.inf', '0X1F', '0O7', '=', '<<', '0b-01', '.7_1', '+', '-', '.'],
  ...['a: b', 'a #b', '- x', '? y', '[x', '{y', '&a', '*b', '!t', '|', '>', '%d', '@x', '`y', 'a:'],
  ...['a\nb', 'a\n', '\na', 'a\n\nb\n', 'a\n\n\n', '\n', '  lead', ' lead\nx', 'trail ', 'x \ny'],
  ...[
    'tab\tx',
    'é',
    '😀',
    '"',
    "'",
    '\\',
    '#',
    '---',
    '...',
    '\u2028',
    '\u0085',
    '\u0007',
    '\ufeff',
  ],
  ...[
    '*.example.com',
    'reviews.prod.svc.cluster.local',
    'a,b',
    '[a, b]',
    '{a: b}',
    '---\nx',
    'x # y\nz',
  ],
  `${'x'.repeat(120)} ${'y'.repeat(40)}`,
];

/** Names of keys, common and odd. */
export const KEY_TEXTS: readonly string[] = [
  ...[
    'a',
    'b',
    'name',
    'host',
    'spec',
    'http',
    'match',
    'yes',
    '1',
    'a b',
    'x: y',
    '- z',
    '#c',
    '"q"',
  ],
  ...["it's", 'é😀', 'null', 'app.kubernetes.io/name', '?', '<<', `long-key-${'z'.repeat(20)}`],
];

/** Broken documents, templates, documents without content. */
export const ODD_DOCUMENTS: readonly string[] = [
  ...[
    '# only a comment\n',
    '\n',
    '---\n',
    '...\n',
    'key: [unclosed\n',
    'a: b: c\n',
    'a: 1\na: 2\n',
  ],
  ...[
    'name: {{ .Values.name }}\n',
    '{{- if .Values.on }}\na: 1\n{{- end }}\n',
    '\ta: 1\n',
    '%TAG ! x\n',
  ],
  ...[
    '"open\n',
    'a: *missing\n',
    '\ufeff# mark\n',
    '- a\nb: c\n',
    'a: 1\r\rb: 2\r',
    '--- # x\na: 1\n',
  ],
];
