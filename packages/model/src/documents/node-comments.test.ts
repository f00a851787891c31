import { expect, test } from 'vitest';
import type { FieldPath } from './field-path.ts';
import { commentsOf } from './node-comments.ts';
import { parseDocument } from './parse-document.ts';

const TEXT = `# head

# about spec
# more
spec: # on spec

  # not mine
 # nor this
  hosts: # on hosts
  # first
  - a # on a
    # deeper
  - b

    # below b
  # second

  - c:
    # about d
      d: | # on d
        text
      # below d
  flow: [
    # in flow
    x, # on x
    y
  ] # on flow
`;

function comments(path: FieldPath): Record<string, unknown> {
  const { leading, trailing, below, blankLinesAbove } = commentsOf(parseDocument(TEXT), path);
  const textOf = (range: { readonly start: number; readonly end: number } | null) =>
    range && TEXT.slice(range.start, range.end);
  return {
    leading: leading.map(textOf),
    trailing: textOf(trailing),
    below: below.map(textOf),
    blank: textOf(blankLinesAbove),
  };
}

test('[D15] comment lines right above at the same column belong to the entry', () => {
  expect(comments(['spec'])).toMatchObject({ leading: ['# about spec', '# more'], blank: '\n' });
  expect(comments(['spec', 'hosts'])).toMatchObject({ leading: [], blank: null });
  expect(comments(['spec', 'hosts', 0])).toMatchObject({ leading: ['# first'] });
  expect(comments(['spec', 'hosts', 2])).toMatchObject({ leading: [], blank: '\n' });
  expect(comments(['spec', 'hosts', 2, 'c'])).toMatchObject({ leading: [], blank: null });
});

test('[D15] a comment on the line goes with the line', () => {
  expect(comments(['spec'])).toMatchObject({ trailing: '# on spec' });
  expect(comments(['spec', 'hosts'])).toMatchObject({ trailing: '# on hosts' });
  expect(comments(['spec', 'hosts', 0])).toMatchObject({ trailing: '# on a' });
  expect(comments(['spec', 'hosts', 1])).toMatchObject({ trailing: null });
  expect(comments(['spec', 'hosts', 2, 'c', 'd'])).toMatchObject({ trailing: '# on d' });
  expect(comments(['spec', 'flow', 0])).toMatchObject({
    leading: ['# in flow'],
    trailing: '# on x',
  });
  expect(comments(['spec', 'flow'])).toMatchObject({ trailing: '# on flow' });
});

test('[D15] comment lines below that are deeper than the entry belong to it', () => {
  expect(comments(['spec', 'hosts', 0])).toMatchObject({ below: ['# deeper'] });
  expect(comments(['spec', 'hosts', 1])).toMatchObject({ below: ['# below b'] });
  expect(comments(['spec', 'hosts', 2, 'c'])).toMatchObject({ below: ['# below d'] });
  expect(comments(['spec', 'hosts', 2, 'c', 'd'])).toMatchObject({ below: [] });
});

test('[D15] what is not there has no comments', () => {
  expect(comments(['nothing'])).toMatchObject({ leading: [], trailing: null, below: [] });
});
