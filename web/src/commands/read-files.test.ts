import { expect, test } from 'vitest';
import { joinDocuments, readManifestFiles } from './read-files.ts';

test('[P2] a single file is read byte for byte', async () => {
  const text = '\uFEFFa: 1\r\nb: 2\rc: \u2028';
  const result = await readManifestFiles([new File([text], 'a.yaml')]);
  expect(result).toEqual({ ok: true, name: 'a.yaml', text });
});

test('a file that is not UTF-8 is refused by name', async () => {
  const result = await readManifestFiles([new File([new Uint8Array([0xff, 0xfe, 0x00])], 'x.bin')]);
  expect(result).toEqual({ ok: false, reason: expect.stringContaining('x.bin') });
});

test('several files become documents in the order of their names', async () => {
  const files = [new File(['kind: B'], 'b.yaml'), new File(['kind: A'], 'a.yaml')];
  const result = await readManifestFiles(files);
  expect(result).toEqual({ ok: true, name: 'a.yaml and 1 more', text: 'kind: A\n---\nkind: B' });
});

test('a text that begins with a marker gets no second one', () => {
  expect(joinDocuments(['a: 1\n', '---\nb: 2\n'])).toBe('a: 1\n---\nb: 2\n');
});
