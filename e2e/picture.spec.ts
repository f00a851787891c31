import { expect, test } from './editor-test.ts';
import { findViolationsInBothThemes } from './find-violations.ts';
import { manyIngresses, SHOP } from './manifests.ts';
import { PictureDialog } from './pages/picture-dialog.ts';
import { readPdf } from './pages/read-pdf.ts';

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const FOREIGN = `apiVersion: v1
kind: Service
metadata: {name: "名前😀", namespace: größe}
spec: {ports: [{name: http, port: 80}]}
`;
const HOSTILE = `apiVersion: v1
kind: Service
metadata: {name: "<script>alert(1)</script>&\\"'", namespace: "a\\u0001]]>"}
spec: {ports: [{name: http, port: 80}]}
`;

test.describe('a picture of the map', () => {
  test('is an SVG with the words of the map as text', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await editor.selectNode('Service', 'cart');
    const picture = new PictureDialog(editor);
    await picture.open();
    await picture.choose('SVG');
    const { name, bytes } = await picture.download();
    expect(name).toMatch(/\.svg$/);
    const svg = bytes.toString('utf8');
    const { words, error } = await picture.parseSvg(svg);
    expect(error).toBeNull();
    expect(words).toEqual(expect.arrayContaining(['shop.example.com', 'orders', 'cart']));
    await picture.copy();
    expect(await editor.readClipboard()).toBe(svg);
  });

  test('is a PNG of the size that was chosen, to save and to copy', async ({ editor, page }) => {
    const picture = new PictureDialog(editor);
    await picture.openFromMenu();
    const sizes: number[] = [];
    for (const scale of ['1×', '3×']) {
      await picture.choose(scale);
      const said = await picture.dialog.getByText(/ pixels$/).textContent();
      const { name, bytes } = await picture.download();
      expect(name).toMatch(/\.png$/);
      expect(bytes.subarray(0, 8)).toEqual(PNG_MAGIC);
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      expect(said).toBe(`${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`);
      sizes.push(width);
    }
    expect(sizes[1]).toBe((sizes[0] ?? 0) * 3);
    await picture.copy();
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => item.types),
    );
    expect(types).toContain('image/png');
  });

  test('is a PDF whose text can be selected, also in scripts that its fonts do not have', async ({
    editor,
  }) => {
    await editor.pasteOverAll(`${SHOP}---\n${FOREIGN}`);
    await expect(editor.node('Service', '名前😀')).toBeVisible();
    await editor.canvas.focus();
    const picture = new PictureDialog(editor);
    await picture.open();
    await picture.choose('PDF');
    await expect(picture.dialog.getByRole('button', { name: 'Copy' })).toHaveCount(0);
    const { name, bytes } = await picture.download();
    expect(name).toMatch(/\.pdf$/);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const pdf = readPdf(bytes);
    expect(pdf.text.split('\n')).toEqual(
      expect.arrayContaining(['shop.example.com', 'orders', '名前😀', 'größe']),
    );
    await picture.choose('SVG');
    const svg = (await picture.download()).bytes.toString('utf8');
    const [, width = ''] = /<svg [^>]*?width="([\d.]+)"/.exec(svg) ?? [];
    expect(pdf.width).toBeCloseTo(Number(width) * 0.75, 1);
  });

  test('has the ground that was chosen', async ({ editor }) => {
    await editor.canvas.focus();
    const picture = new PictureDialog(editor);
    await picture.open();
    for (const [theme, ground] of [
      ['Light', '244 246 245 255'],
      ['Dark', '14 23 22 255'],
      ['Transparent', '0 0 0 0'],
    ] as const) {
      await picture.choose(theme);
      await expect.poll(() => picture.previewGround()).toBe(ground);
    }
  });

  test('holds only what is selected, where that was chosen', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await editor.selectNode('VirtualService', 'shop');
    await editor.nameOf('Service', 'cart').click({ modifiers: ['Shift'] });
    const picture = new PictureDialog(editor);
    await picture.open();
    await picture.choose('Selection (2)');
    await picture.choose('SVG');
    const { words } = await picture.parseSvg((await picture.download()).bytes.toString('utf8'));
    expect(words).toContain('cart');
    expect(words).not.toContain('istio-ingressgateway');
  });

  test('of names that are markup is only text', async ({ editor }) => {
    await editor.pasteOverAll(HOSTILE);
    await expect(editor.nodes()).toHaveCount(1);
    await editor.canvas.focus();
    const picture = new PictureDialog(editor);
    await picture.open();
    await picture.choose('SVG');
    const svg = (await picture.download()).bytes.toString('utf8');
    expect(await picture.parseSvg(svg)).toMatchObject({ error: null });
    expect(svg).not.toContain('<script');
  });

  test('that is too large for a PNG says so, and an SVG of it is made', async ({ editor }) => {
    await editor.pasteOverAll(manyIngresses(250));
    await expect(editor.page.getByText('1000 resources')).toBeVisible();
    await editor.canvas.focus();
    const picture = new PictureDialog(editor);
    await picture.open();
    await picture.choose('3×');
    await expect(picture.dialog.getByRole('alert')).toContainText('Take a smaller size');
    await expect(picture.dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
    await picture.choose('SVG');
    const { words } = await picture.parseSvg((await picture.download()).bytes.toString('utf8'));
    expect(words.length).toBeGreaterThan(1000);
  });

  test('is in the clipboard with one key', async ({ editor, page }) => {
    await editor.canvas.focus();
    await page.keyboard.press('Shift+Alt+C');
    await expect(editor.notices()).toContainText('The map is in the clipboard as a picture.');
  });
});

test('[P9] axe finds nothing in the dialog for pictures', async ({ editor, page }) => {
  await editor.canvas.focus();
  const picture = new PictureDialog(editor);
  await picture.open();
  await expect(picture.dialog).toHaveCSS('opacity', '1');
  expect(await findViolationsInBothThemes(page)).toEqual([]);
});
