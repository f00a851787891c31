import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { joinDocuments } from '../../session/disk/join-documents.ts';
import { type GivenFile, givenFile } from './collect-files.ts';
import { readManifestFiles } from './read-files.ts';

function given(path: string, content: string | Uint8Array<ArrayBuffer>): GivenFile {
  return { ...givenFile(new File([content], path)), path };
}

test('[P2] a single file is read byte for byte', async () => {
  const text = '\uFEFFa: 1\r\nb: 2\rc: \u2028';
  const result = await readManifestFiles([given('a.yaml', text)]);
  expect(result).toMatchObject({ ok: true, name: 'a.yaml', text });
});

test('a file that is not UTF-8 is refused by name', async () => {
  const result = await readManifestFiles([given('x.bin', new Uint8Array([0xff, 0xfe, 0x00]))]);
  expect(result).toEqual({ ok: false, reason: expect.stringContaining('x.bin') });
});

test('several files become documents in the order of their names', async () => {
  const files = [given('b.yaml', 'kind: B'), given('a.yaml', 'kind: A')];
  const result = await readManifestFiles(files);
  expect(result).toMatchObject({
    ok: true,
    name: 'a.yaml and 1 more',
    text: 'kind: A\n---\nkind: B',
  });
});

test('a text that begins with a marker gets no second one', () => {
  expect(joinDocuments(['a: 1\n', '---\nb: 2\n'])).toBe('a: 1\n---\nb: 2\n');
});

test('an archive is its manifests, in the order of their paths, without what is no manifest', async () => {
  const zip = zipSync({
    'shop/b.yml': strToU8('kind: B\n'),
    'shop/a.yaml': strToU8('kind: A\n'),
    'shop/README.md': strToU8('# no'),
    'shop/.git/config.yaml': strToU8('no: 1'),
    'shop/node_modules/x.json': strToU8('{}'),
  });
  const result = await readManifestFiles([given('shop.zip', zip)]);
  expect(result).toMatchObject({ ok: true, name: 'shop.zip', text: 'kind: A\n---\nkind: B\n' });
});

test('the files of one folder are named after it', async () => {
  const files = [given('shop/b.yaml', 'b: 1\n'), given('shop/a.yaml', 'a: 1\n')];
  const result = await readManifestFiles(files);
  expect(result).toMatchObject({ ok: true, name: 'shop', text: 'a: 1\n---\nb: 1\n' });
});

test('an archive that grows too large, is cut off, or holds nothing is refused in words', async () => {
  const large = zipSync({ 'a.yaml': new Uint8Array(65 * 1024 * 1024) });
  expect(await readManifestFiles([given('bomb.zip', large)])).toEqual({
    ok: false,
    reason: expect.stringContaining('larger than 64 MB when unpacked'),
  });
  const cut = zipSync({ 'a.yaml': strToU8('a: 1') }).slice(0, 30);
  expect(await readManifestFiles([given('cut.zip', cut)])).toEqual({
    ok: false,
    reason: expect.stringContaining('not a zip archive that can be read'),
  });
  const none = zipSync({ 'a.txt': strToU8('a') });
  expect(await readManifestFiles([given('none.zip', none)])).toEqual({
    ok: false,
    reason: expect.stringContaining('holds no manifests'),
  });
});

test('an archive within an archive is not followed', async () => {
  const inner = zipSync({ 'a.yaml': strToU8('a: 1') });
  const outer = zipSync({ 'inner.yaml': inner });
  const result = await readManifestFiles([given('outer.zip', outer)]);
  expect(result.ok).toBe(false);
});
