import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../../../test/support/random-yaml.ts';
import { runCommand } from '../../../test/support/run-command.ts';
import { RUNS, TIMEOUT } from '../../../test/support/runs.ts';
import { buildSnapshot, planEdit } from '../../index.ts';
import { findComments } from '../secrets/find-comments.ts';

/** The text after it is formatted; as it is where there is nothing to format. */
function format(text: string): string {
  const after = runCommand(text, { kind: 'format' });
  return after.startsWith('refused: ') ? text : after;
}

describe('[E39] formatting', () => {
  test('takes spaces and tabs from the ends of lines, also of comments and empty ones', () => {
    expect(format('a:  \n  b: 1 # x \t\n \n  c: "d"  \n- broken\n---\na: 1  \n')).toBe(
      'a:  \n  b: 1 # x \t\n \n  c: "d"  \n- broken\n---\na: 1\n',
    );
    expect(format('a:  \n  b: 1 # x \t\n \n  c: "d"  \n')).toBe('a:\n  b: 1 # x\n\n  c: "d"\n');
  });

  test('leaves the spaces that are part of a text', () => {
    const text = 'a: |\n  one  \n   \n  two\nb: "one  \n  two"\nc: one\n  two\n';
    expect(format(text)).toBe(text);
    expect(format('a: |  \n  one  \n')).toBe('a: |\n  one  \n');
  });

  test('gives a document the indentation that is the most frequent in it', () => {
    const text = `metadata:
    name: a # the name
    # its labels
    labels:
      app: a
spec:
  template:
    spec:
      containers:
      - name: a
        ports:
          - port: 80
      volumes:
      - name: b
`;
    expect(format(text)).toBe(`metadata:
  name: a # the name
  # its labels
  labels:
    app: a
spec:
  template:
    spec:
      containers:
      - name: a
        ports:
        - port: 80
      volumes:
      - name: b
`);
  });

  test('moves texts, brackets and comments with what they belong to', () => {
    const text = `a:
  b: 1
c:
    d: |
      one
        two
    e: [1,
      2]
    f: one
      two
      # deeper
    # above
    g: 1
# end
h:
  i: 1
`;
    expect(format(text)).toBe(`a:
  b: 1
c:
  d: |
    one
      two
  e: [1,
    2]
  f: one
    two
    # deeper
  # above
  g: 1
# end
h:
  i: 1
`);
  });

  test('keeps line endings, the byte order mark, anchors and aliases', () => {
    const text = '\uFEFFa: &x\r\n    b: 1 \r\nc:\r\n  d: *x\r\ne:\r\n  f: 1\r\n';
    expect(format(text)).toBe('\uFEFFa: &x\r\n  b: 1\r\nc:\r\n  d: *x\r\ne:\r\n  f: 1\r\n');
  });

  test('leaves each document its own indentation, and templates and broken ones as they are', () => {
    const text = 'a:\n    b:\n        c: 1\n---\na:\n  b: {{ .x }}  \n---\na: [  \n';
    expect(runCommand(text, { kind: 'format' })).toMatch(/^refused: There is nothing to format\./);
    expect(runCommand('a: 1\n', { kind: 'format' })).toMatch(/^refused: There is nothing to/);
  });

  test('is one step with a name', () => {
    const result = planEdit(buildSnapshot('a: 1 \n---\nb: 2 \n'), { kind: 'format' });
    expect(result).toMatchObject({ ok: true, plan: { label: 'Format 2 documents' } });
  });

  test(
    'changes spaces only, keeps values, their order and comments, and has nothing to do a second time',
    () => {
      fc.assert(
        fc.property(randomStream, fc.integer({ min: 0, max: 7 }), (stream, every) => {
          const text = withSpaces(stream, every);
          const after = format(text);
          const meaning = (one: string) =>
            buildSnapshot(one).documents.map((document) => [
              document.status,
              JSON.stringify(document.value),
              findComments(document).map(({ start, end }) =>
                document.text.slice(start, end).trimEnd(),
              ),
            ]);
          expect(meaning(after)).toEqual(meaning(text));
          expect(after.replace(/[ \t]/g, '')).toBe(text.replace(/[ \t]/g, ''));
          expect(format(after)).toBe(after);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

/** With two spaces at the end of every line of so many; 0: of none. */
function withSpaces(text: string, every: number): string {
  let line = 0;
  return text.replace(/(?=\r?\n)(?<!\r)/g, () => {
    line += 1;
    return every > 0 && line % every === 0 ? '  ' : '';
  });
}
