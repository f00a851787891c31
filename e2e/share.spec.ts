import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { test as base, expect } from './editor-test.ts';
import { findViolationsInBothThemes } from './find-violations.ts';
import { manyIngresses, SHOP } from './manifests.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { readStorage, SharedSketch } from './pages/shared-sketch.ts';
import { middleOf } from './pages/stillness.ts';

const SECRET = `---
apiVersion: v1
kind: Secret
metadata:
  name: shop-tls
data:
  # the old one: b2xk
  tls.crt: Y2VydA==
  tls.key: a2V5
`;

const test = base.extend<{
  /** Somebody else, with a browser of their own. */
  readonly anotherReader: SharedSketch;
}>({
  anotherReader: async ({ browser }, use) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await use(new SharedSketch(await context.newPage()));
    await context.close();
  },
});

/** An address whose packed part is right, whatever is in it. */
function linkOf(payload: string | Uint8Array): string {
  return `/#1.${deflateRawSync(payload).toString('base64url')}`;
}

test.describe('a link', () => {
  test('[P2] brings any text to somebody else, byte by byte', async ({ editor, anotherReader }) => {
    for (const [what, text] of [
      ['as it is', SHOP],
      ['with a byte order mark and Windows line endings', `\uFEFF${SHOP.replaceAll('\n', '\r\n')}`],
      ['with mixed line endings and emoji', SHOP.replace('door.\n', 'door 🧭.\r\n')],
    ] as const) {
      await test.step(what, async () => {
        await editor.openFiles([{ name: 'shop.yaml', text }]);
        await expect(editor.node('Service', 'orders')).toBeVisible();
        await expect.poll(() => editor.yamlText()).toBe(text);
        const link = await new ShareDialog(editor).takeLink();
        await anotherReader.follow(link);
        await expect(anotherReader.banner).toBeVisible();
        await expect(anotherReader.editor.node('Service', 'orders')).toBeVisible();
        expect(await anotherReader.editor.yamlText()).toBe(text);
        await anotherReader.makeCopy();
        expect(await anotherReader.editor.yamlText()).toBe(text);
      });
    }
  });

  test('shows the nodes where they were put, and looks where its maker looked', async ({
    editor,
    page,
    anotherReader: reader,
  }) => {
    await editor.dragNode('Service', 'my-app-service', { x: -60, y: 140 });
    await editor.canvas.focus();
    await page.keyboard.press('+');
    const place = await editor.placeOf('Service', 'my-app-service');
    const link = await new ShareDialog(editor).takeLink();
    await reader.follow(link);
    // The banner takes its room from the top; the canvas begins below it.
    const banner = await reader.banner.boundingBox();
    const shown = await reader.editor.placeOf('Service', 'my-app-service');
    expect({ x: shown.x, y: shown.y - Math.round(banner?.height ?? 0) }).toEqual(place);
  });

  test('fits all into view where the place that it looks at shows nothing', async ({ page }) => {
    const reader = new SharedSketch(page);
    await reader.follow(linkOf(`${SHOP}\n{"v":[-90000,-90000,1]}`));
    for (const name of ['cart', 'orders']) {
      await expect(reader.editor.node('Service', name)).toBeInViewport();
    }
  });

  test('says how long it is, and becomes a file when it is too long for a link', async ({
    editor,
  }) => {
    const share = new ShareDialog(editor);
    await share.open();
    await expect(share.dialog).toContainText(/\d characters: fine everywhere/);
    await share.close();

    const random = Array.from({ length: 9_000 }, (_, at) =>
      ((at * 7_919_317) % 10_000_019).toString(36),
    );
    const text = `${SHOP}# ${random.join(' ')}\n`;
    await editor.openFiles([{ name: 'shop.yaml', text }]);
    await editor.dragNode('Service', 'orders', { x: 0, y: 90 });
    const place = await editor.placeOf('Service', 'orders');
    await share.open();
    await expect(share.dialog).toContainText(/too long for a link. Take the file/);
    await expect(share.link).toHaveCount(0);
    const file = await share.takeFile();
    expect(file.name).toBe('shop.portolan.json');
    await share.close();

    await editor.openSketchMenu('Two teams, one host');
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    await editor.dropFiles([{ name: file.name, text: readFileSync(file.path, 'utf8') }]);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(text);
    expect(await editor.placeOf('Service', 'orders')).toEqual(place);
    await editor.selectNode('Service', 'orders');
    await editor.rename('invoices');
    await expect(editor.node('Service', 'invoices')).toBeVisible();
  });

  test('a sketch file that is damaged is refused in words', async ({ editor }) => {
    await editor.dropFiles([{ name: 'a.portolan.json', text: '{"portolan": 1, "text": 7}' }]);
    await expect(editor.notices()).toContainText(/a.portolan.json was not opened/);
    await editor.dropFiles([{ name: 'b.portolan.json', text: '{"portolan": 2}' }]);
    await expect(editor.notices().filter({ hasText: 'newer Portolan' })).toBeVisible();
  });
});

test.describe('Secrets', () => {
  test('their values are not in a link, and the dialog says so', async ({
    editor,
    anotherReader: reader,
  }) => {
    await editor.pasteOverAll(SHOP + SECRET);
    const share = new ShareDialog(editor);
    await share.open();
    await expect(share.leftOut).toContainText(/The values of the Secret shop-tls are left out/);
    const link = await share.copyLink();
    await reader.follow(link);
    const text = await reader.editor.yamlText();
    expect(text).toBe(
      SHOP +
        SECRET.replace('# the old one: b2xk', '#').replace('Y2VydA==', '""').replace('a2V5', '""'),
    );
  });

  test('a broken document that may hold one is left out, and the dialog says so', async ({
    editor,
    anotherReader: reader,
  }) => {
    await editor.pasteOverAll(`${SHOP}${SECRET}broken: [\n`);
    const share = new ShareDialog(editor);
    await share.open();
    await expect(share.leftOut).toContainText(/Document 5 of 5 is left out as a whole/);
    const link = await share.copyLink();
    await reader.follow(link);
    const text = await reader.editor.yamlText();
    expect(text).toContain(SHOP);
    expect(text).toContain('# Left out here');
    expect(text).not.toMatch(/Y2VydA|a2V5|b2xk/);
  });
});

test.describe('a shared sketch', () => {
  test('is only looked at: no key, no pointer and no menu changes it', async ({ editor, page }) => {
    const link = await new ShareDialog(editor).takeLink();
    const text = await editor.yamlText();
    const reader = new SharedSketch(page);
    await reader.follow(link);
    await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Tidy' })).toBeDisabled();

    await editor.selectNode('Gateway', 'my-gateway');
    await expect(editor.yaml.selectedLines().first()).toBeVisible();
    await page.keyboard.press('Delete');
    await expect(editor.notices().filter({ hasText: 'Make a copy to change it' })).toHaveCount(1);
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(editor.notices().filter({ hasText: 'Make a copy' })).toHaveCount(1);

    const row = editor.handles(editor.node('VirtualService', 'my-app-virtualservice'), 'right');
    await editor.connect(row.first(), editor.node('Gateway', 'my-gateway'));
    await editor.nameOf('Service', 'my-app-service').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: /^Rename/ })).toBeDisabled();
    await expect(page.getByRole('menuitem', { name: /^Delete/ })).toBeDisabled();
    await page.keyboard.press('Escape');

    await editor.writeClipboard(SECRET);
    await editor.canvas.focus();
    await page.keyboard.press('Control+v');
    await editor.yaml.focus();
    await page.keyboard.type('x');
    await expect(page.getByText('Make a copy to change it').last()).toBeVisible();
    expect(await editor.yamlText()).toBe(text);
  });

  test('dragging its nodes moves the view, and not the nodes', async ({ editor, page }) => {
    const reader = new SharedSketch(page);
    await reader.follow(linkOf(`${SHOP}\n{}`));
    const before = await editor.placeOf('Service', 'cart');
    const other = await editor.placeOf('Service', 'orders');
    await editor.dragNode('Service', 'cart', { x: 40, y: 60 });
    const after = await editor.placeOf('Service', 'cart');
    expect(after).toEqual({ x: before.x + 40, y: before.y + 60 });
    expect(await editor.placeOf('Service', 'orders')).toEqual({ x: other.x + 40, y: other.y + 60 });
  });

  test('[P4] never touches the work of its reader', async ({ editor, page }) => {
    await editor.pasteOverAll(SHOP);
    await editor.waitUntilKept();
    const stored = await readStorage(page);
    const reader = new SharedSketch(page);
    await reader.follow(linkOf('kind: Nothing\n{"n":"Theirs"}'));
    await expect(reader.banner).toBeVisible();
    await editor.waitUntilKept();
    expect(await readStorage(page)).toBe(stored);
    await reader.close();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
    expect(page.url()).not.toContain('#');
  });

  test('a copy is the reader’s own: it can be changed, is kept, and the link is gone', async ({
    editor,
    page,
  }) => {
    const reader = new SharedSketch(page);
    await reader.follow(linkOf(`${SHOP}\n{"n":"Their shop"}`));
    await reader.makeCopy();
    expect(page.url()).not.toContain('#');
    await editor.selectNode('Service', 'orders');
    await editor.rename('invoices');
    await expect(editor.node('Service', 'invoices')).toBeVisible();
    await editor.waitUntilKept();
    await editor.reload();
    await expect(editor.node('Service', 'invoices')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Sketch Their shop/ })).toBeVisible();
  });

  test('going back and forward goes between the link and the own work', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(SHOP.replaceAll('orders', 'mine'));
    await editor.waitUntilKept();
    const reader = new SharedSketch(page);
    await reader.typeAddress(linkOf(`${SHOP}\n{}`));
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await reader.typeAddress(linkOf(`${SHOP.replaceAll('orders', 'second')}\n{}`));
    await expect(editor.node('Service', 'second')).toBeVisible();
    await page.goBack();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await expect(reader.banner).toBeVisible();
    await page.goBack();
    await expect(editor.node('Service', 'mine')).toBeVisible();
    await expect(reader.banner).toHaveCount(0);
    await page.goForward();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await reader.makeCopy();
    await editor.waitUntilKept();
    await page.goBack();
    await expect(reader.banner).toBeVisible();
    await page.goForward();
    await expect(reader.banner).toHaveCount(0);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('opening a sample leaves the link', async ({ editor, page }) => {
    const reader = new SharedSketch(page);
    await reader.follow(linkOf(`${SHOP}\n{}`));
    await editor.openSketchMenu('Canary release, 90 to 10');
    await expect(reader.banner).toHaveCount(0);
    expect(page.url()).not.toContain('#');
    await page.goBack();
    await expect(reader.banner).toBeVisible();
  });
});

test.describe('a hostile link', () => {
  const HOSTILE: readonly (readonly [what: string, link: string, words: RegExp])[] = [
    ['of a newer version', '/#2.AAAA', /newer Portolan/],
    ['of something else', '/#access_token=x', /no sketch of Portolan/],
    ['that is cut short', linkOf(`${SHOP}\n{}`).slice(0, -20), /damaged/],
    ['with signs that do not belong', '/#1.a*b', /damaged/],
    ['with wrong JSON', linkOf('x\n{"p":7}'), /damaged/],
    ['that unpacks to 100 MB', linkOf(new Uint8Array(100 * 1024 * 1024)), /far more/],
  ];
  test('ends in a message, and the own work goes on', async ({ editor, page }) => {
    await editor.pasteOverAll(SHOP);
    await editor.waitUntilKept();
    const reader = new SharedSketch(page);
    for (const [what, link, words] of HOSTILE) {
      await test.step(what, async () => {
        await reader.follow(link);
        await expect(reader.refusal).toContainText(words);
        await page.getByRole('button', { name: 'Go on with my own work' }).click();
        await expect(reader.refusal).toHaveCount(0);
        expect(page.url()).not.toContain('#');
        expect(await editor.yamlText()).toBe(SHOP);
        // And in the open page, as one that is pasted into the address bar.
        await reader.typeAddress(link);
        await expect(reader.refusal).toContainText(words);
      });
    }
  });

  test('markup in names and texts is never more than text', async ({ editor, page }) => {
    const markup = '<img src=x onerror=document.title=1><script>1</script>';
    const text = SHOP.replaceAll('orders', `"${markup}"`).replace('number: 80', `name: ${markup}`);
    const reader = new SharedSketch(page);
    await reader.follow(linkOf(`${text}\n${JSON.stringify({ n: markup })}`));
    await expect(reader.banner).toBeVisible();
    await page.getByRole('tab', { name: 'Outline' }).click();
    await expect(page.getByRole('button', { name: /^Sketch <img/ })).toBeVisible();
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    expect(await page.title()).toBe('Portolan');
    await new ShareDialog(editor).open();
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
  });

  test('with places at the edge of the world, and 100,000 of them, draws what is there', async ({
    editor,
    page,
  }) => {
    const places = Array.from({ length: 100_000 }, (_, at) => [`Service/x/${at}`, at, -at]);
    const far = ['Service/default/cart', 9_999_999, -9_999_999, '__proto__', 1, 2];
    const reader = new SharedSketch(page);
    await reader.follow(linkOf(`${SHOP}\n${JSON.stringify({ p: [...places.flat(), ...far] })}`));
    await expect(reader.banner).toBeVisible();
    await editor.canvas.focus();
    await page.keyboard.press('1');
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('treeitem', { name: /^Service cart/ }).click();
    await expect(editor.node('Service', 'cart')).toBeInViewport();
  });

  test('with thousands of resources is shown like any other', async ({ page }) => {
    const reader = new SharedSketch(page);
    await reader.follow(linkOf(`${manyIngresses(300)}\n{}`));
    await expect(page.getByText('1200 resources')).toBeVisible();
    await expect(reader.banner).toBeVisible();
    expect((await middleOf(reader.editor.canvas)).x).toBeGreaterThan(0);
  });
});

const STATES: readonly (readonly [name: string, reach: (reader: SharedSketch) => Promise<void>])[] =
  [
    [
      'the dialog, with Secrets left out',
      async ({ editor }) => {
        await editor.pasteOverAll(SHOP + SECRET);
        await new ShareDialog(editor).open();
      },
    ],
    ['a shared sketch', (reader) => reader.follow(linkOf(`${SHOP}\n{}`))],
    [
      'a menu of a shared sketch',
      async (reader) => {
        await reader.follow(linkOf(`${SHOP}\n{}`));
        await reader.editor.nameOf('Service', 'cart').click({ button: 'right' });
      },
    ],
    ['a shared sketch with nothing to draw', (reader) => reader.follow(linkOf('# none\n{}'))],
    ['a link that cannot be opened', (reader) => reader.follow('/#1.abc')],
  ];

test.describe('[P9] axe finds nothing, in light and in dark', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const [name, reach] of STATES) {
    test(name, async ({ editor, page }) => {
      await expect(editor.canvas).toBeVisible();
      await reach(new SharedSketch(page));
      expect(await findViolationsInBothThemes(page)).toEqual([]);
    });
  }
});
