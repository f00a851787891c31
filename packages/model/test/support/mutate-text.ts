import fc from 'fast-check';

/** A change of a text as a careless hand makes it; `place` is taken modulo what there is. */
export interface TextMutation {
  readonly kind: 'insert' | 'delete' | 'repeat line' | 'swap lines' | 'indent' | 'cut' | 'CRLF';
  readonly place: number;
  readonly piece: string;
  readonly size: number;
}

/** Signs that mean something in YAML, alone and in the company that matters. */
export const YAML_PIECES: readonly string[] = [
  ...['\n', '\r\n', '\r', ' ', '  ', '\t', '\n\n', '\n  ', '\n\t', ' \n', '\uFEFF', '\0', '\ud800'],
  ...['-', '- ', '\n- ', '-\n', '---', '\n---\n', '--- ', '...', '\n...\n', '..', '.', '\n ---\n'],
  ...[':', ': ', ':\n', ' : ', ' :', 'a: b', '\na: b\n', 'name: x\n', '? ', '?', '<<: ', '<<', '~'],
  ...[
    '#',
    ' #',
    ' # c\n',
    '\n# c\n',
    '\n      # c\n',
    '%',
    '%YAML 1.2\n',
    '@',
    '`',
    '=',
    '*',
    '*a',
  ],
  ...['"', "'", '""', "''", '\\', '\\"', '\\n', '\\/', '\\u0041', '\\U0001F600', '\\x41', '\\\n'],
  ...['[', ']', '{', '}', '[]', '{}', ',', ', ', '[a, b]', '{a: b}', '["a", \'b\']', '[a,\n b]'],
  ...['{"a":1}', '{{ x }}', 'x:,', '[x::]', '{a: }', '[,]', '[a: b]', '{a}', '[#c\n]', '[ #c\n]'],
  ...[
    '|',
    '>',
    '|\n',
    ': |\n',
    ' |-\n',
    ' >+\n',
    ' |2\n',
    '&a ',
    '!',
    '!!int ',
    '!t ',
    '|#',
    '| #c',
  ],
  ...[
    '0x1F',
    '.inf',
    'yes',
    'null',
    '1_000',
    '0400',
    '1e3',
    '-',
    '+',
    '12:30',
    '__proto__',
    '😀',
    'é',
  ],
  ...[
    'constructor: 1\n',
    '\u0085',
    '\u2028',
    '\u00a0',
    '\x7f',
    '\x07',
    'deep\n     er',
    '\n\n\n  x',
  ],
];

/** Up to four mutations. */
export const randomMutations: fc.Arbitrary<readonly TextMutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['insert', 'insert', 'insert', 'delete', 'repeat line', 'swap lines', 'indent'] as const),
      ...(['indent', 'cut', 'CRLF'] as const),
    ),
    place: fc.nat(1_000_000),
    piece: fc.constantFrom(...YAML_PIECES),
    size: fc.constantFrom(1, 1, 2, 3, 8),
  }),
  { maxLength: 4 },
);

/** The text after the mutations, one after the other. */
export function mutateText(text: string, mutations: readonly TextMutation[]): string {
  return mutations.reduce(mutate, text);
}

function mutate(text: string, { kind, place, piece, size }: TextMutation): string {
  const at = place % (text.length + 1);
  const lines = text.split('\n');
  const line = place % lines.length;
  const own = lines[line] ?? '';
  switch (kind) {
    case 'insert':
      return text.slice(0, at) + piece + text.slice(at);
    case 'delete':
      return text.slice(0, at) + text.slice(at + size);
    case 'cut':
      return text.slice(0, at);
    case 'repeat line':
      return lines.toSpliced(line, 0, own).join('\n');
    case 'swap lines':
      return lines.toSpliced(line, 2, lines[line + 1] ?? '', own).join('\n');
    case 'indent': {
      const moved = size > 2 ? own.slice(size - 2) : `${' '.repeat(size)}${own}`;
      return lines.toSpliced(line, 1, moved).join('\n');
    }
    case 'CRLF':
      return text.replace(/(?<!\r)\n/g, '\r\n');
  }
}
