import { expect, test } from 'vitest';
import { parseDocument } from './parse-document.ts';

test.each<[string, string, RegExp]>([
  ['a:\n\tb: 1\n', '\t', /tab/],
  ['metadata:\n  name:foo\n  namespace: x\n', 'name:foo', /space is missing.*`name: foo`/],
  ['"a":1\n', '"a":1', /space is missing/],
  ['metadata:\n  name\n  namespace: x\n', 'name', /no colon.*`name:`/],
  ['metadata\n  name: x\n', 'metadata', /no colon.*`metadata:`/],
  ['spec:\n  name foo\n  b: c\n', 'name foo', /no colon.*`name: foo`/],
  ['a: 1\nb\n', 'b', /no colon/],
  ['a: b: c\n', ':', /second colon/],
  ['a: x\n  y: z\n', 'y: z', /deeper than the line above/],
  ['a:\n    b: 1\n   c: 2\n', 'c: 2', /indentation/],
  ['a:\n  - x\n y: 1\n', 'y: 1', /indentation/],
  ['- a\nb: c\n', 'b: c', /between list items/],
  ['a: 1\n- b\n', '- b', /between keys/],
  ['hosts: [*]\n', '*', /quotes: "\*"/],
  ['hosts:\n- *\n', '*', /quotes: "\*"/],
  ['hosts:\n- *.example.com\n', '*.example.com', /quotes: "\*\.example\.com"/],
  ['hosts: [a, b\n', '[', /never closed.*`\]`/],
  ['hosts: [a, b\nport: 1\n', '[', /never closed/],
  ['hosts: {a: b\nport: 1\n', '{', /never closed/],
  ['a: [x, y]]\n', ']', /no `\[`/],
  ['a: "foo\nb: 1\n', '"foo', /quote " .* not closed/],
  ['a: "foo\nb: "x"\n', '"foo', /quote " .* not closed/],
  ["a: 'don't'\n", "'don't'", /written twice/],
  ['a: "x" y\n', 'y', /ended at the quote/],
  ['a: @x\n', '@x', /cannot begin with @/],
  ['a: `x\n', '`x', /cannot begin with `/],
  ['a: %x\n', '%x', /cannot begin with %/],
  ['%a: 1\n', '%a: 1', /cannot begin with %/],
  ['key: - item\n', '- item', /line of its own below/],
  ['{\n  "a": 1\n  "b": 2\n}\n', '"a": 1', /comma is missing/],
  ['a: [,]\n', ',', /comma too many/],
  ['a: "\\d"\n', '\\d', /single quotes/],
  ['a: |x\n  y\n', 'x', /next line/],
  ['a: b\u0007\n', '\u0007', /U\+0007/],
  ['a: 1\n<<<<<<< HEAD\nb: 1\n', '<<<<<<< HEAD', /Git merge/],
  ['```yaml\na: 1\n```\n', '```yaml', /Markdown/],
  ['a:\n-b\n-c\nd: e\n', '-c', /space is missing behind the `-`/],
])('[D14] the mistake in %j is found at %j', (text, place, message) => {
  const { status, problems } = parseDocument(text);
  expect(status).toBe('broken');
  expect(problems).toMatchObject([{ code: 'yaml-syntax', severity: 'error' }]);
  const [problem] = problems;
  expect(problem?.message).toMatch(message);
  expect(text.slice(problem?.range.start, problem?.range.end)).toBe(place);
});

test('[D14] a mistake that none of the rules knows is marked where the parser gave up', () => {
  const text = 'a: *x y\n';
  const [problem] = parseDocument(text).problems;
  expect(problem?.message).toMatch(/does not fit/);
  expect(text.slice(problem?.range.start, problem?.range.end)).toBe('y');
});
