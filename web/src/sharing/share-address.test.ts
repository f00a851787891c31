import { expect, test } from 'vitest';
import { embedAddress, embedMarkup, sketchAddress } from './share-address.ts';

test.each(['', 'index.html', '?x=1', '#1.old'])('the app is where its page is: %j', (rest) => {
  const page = `https://example.com/a/b/${rest}`;
  expect(sketchAddress(page, '#1.abc')).toBe(
    `https://example.com/a/b/${rest === 'index.html' ? rest : ''}#1.abc`,
  );
  expect(embedAddress(page, '#1.abc')).toBe('https://example.com/a/b/embed.html#1.abc');
});

test('an embed leads to the app beside it', () => {
  expect(sketchAddress('https://example.com/a/embed.html?theme=dark#1.old', '#1.abc')).toBe(
    'https://example.com/a/#1.abc',
  );
});

test('a name that is markup stays inside the HTML of an embed', () => {
  const html = embedMarkup('https://example.com/', '#1.abc', '"><script>alert(1)</script>&');
  expect(html).toContain('title="&quot;>&lt;script>alert(1)&lt;/script>&amp;"');
});
