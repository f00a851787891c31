import type { Page } from '@playwright/test';
import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import { EditorPage } from './pages/editor-page.ts';

interface ScreenState {
  readonly name: string;
  readonly reach: (editor: EditorPage) => Promise<void>;
}

const STATES: readonly ScreenState[] = [
  { name: 'the welcome', reach: (editor) => expect(editor.welcome).toBeVisible() },
  {
    name: 'a selected node and its fields',
    reach: async (editor) => {
      await editor.closeWelcome();
      await editor.selectNode('VirtualService', 'my-app-virtualservice');
      await editor.openInspector();
    },
  },
  {
    name: 'an empty sketch',
    reach: async (editor) => {
      await editor.openSketchMenu('New, empty');
      await expect(editor.canvas.getByRole('button', { name: 'New ingress…' })).toBeVisible();
    },
  },
  {
    name: 'the problems',
    reach: async (editor) => {
      await editor.pasteOverAll(SHOP.replace('gateways:', 'gateways: ['));
      await expect((await editor.openProblems()).first()).toBeVisible();
    },
  },
  {
    name: 'the outline',
    reach: async (editor) => {
      await editor.closeWelcome();
      await editor.page.getByRole('tab', { name: 'Outline' }).click();
      await expect(editor.page.getByRole('treeitem').first()).toBeVisible();
    },
  },
  {
    name: 'the menu of the sketch',
    reach: async (editor) => {
      await editor.page.getByRole('button', { name: /^Sketch / }).click();
      await expect(editor.page.getByRole('menuitem').first()).toBeVisible();
    },
  },
  {
    name: 'the sketches',
    reach: async (editor) => {
      await editor.openSketchMenu('All sketches…');
      await expect(editor.page.getByRole('dialog', { name: 'Sketches' })).toBeVisible();
    },
  },
  {
    name: 'the dialog for a new ingress',
    reach: async (editor) => {
      await editor.add('New ingress…');
      await expect(editor.page.getByRole('dialog', { name: 'New ingress' })).toBeVisible();
    },
  },
];

/** Everything that is pressed or typed into and smaller than 24 px. What the editor draws is its own. */
async function findSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const interactive =
      'button, a[href], input, select, textarea, summary, [role="button"], [role="tab"], [role="menuitem"], [role="option"], [role="treeitem"], [role="switch"], [role="radio"], [role="checkbox"]';
    const small: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(interactive)) {
      if (element.closest('.monaco-editor, .react-flow__attribution') !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      // A field is pressed anywhere in its frame, and on its label.
      const label = (element as HTMLInputElement).labels?.[0];
      const frame = element.closest<HTMLElement>('.mantine-Input-wrapper');
      // The canvas is zoomed as a whole: what counts is its size at 100 %.
      const areas = [element, label, element.matches('input') ? frame : null];
      const width = Math.max(...areas.map((area) => area?.offsetWidth ?? 0));
      const height = Math.max(...areas.map((area) => area?.offsetHeight ?? 0));
      const reach = getComputedStyle(element, '::before');
      const isWidened = reach.content !== 'none' && reach.position === 'absolute';
      const grown = isWidened ? Number.parseFloat(reach.height) : 0;
      if (width === 0 && height === 0) continue;
      if (width < 24 || Math.max(height, grown) < 24) {
        const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
        small.push(`${element.tagName} ${name.slice(0, 40)} ${width}×${height}`);
      }
    }
    return small;
  });
}

/** What is cut off or lies over something else, outside of the canvas and the editor, which zoom and scroll by themselves. */
async function findCutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      `${element.tagName}.${element.className.toString().split(' ')[0]} “${(element.textContent ?? '').slice(0, 40)}”`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways`);
    const own = '.react-flow, .monaco-editor, [role="tree"], .announcements';
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest(own) !== null || !element.checkVisibility()) continue;
      const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
      if (clipPath !== 'none') continue;
      const box = element.getBoundingClientRect();
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (hasText && (box.right > innerWidth + 1 || box.left < -1)) {
        found.push(`${name(element)} is beyond the window`);
      }
      // A long name may end in three dots: it is whole in the menu that it opens.
      const isName = textOverflow === 'ellipsis';
      const isCut = element.scrollWidth > element.clientWidth + 1;
      if (hasText && overflowX === 'hidden' && isCut && !isName) {
        found.push(`${name(element)} is cut`);
      }
    }
    for (const bar of document.querySelectorAll('header, footer')) {
      const parts = [...bar.children].filter(
        (part) => part.checkVisibility() && getComputedStyle(part).position !== 'absolute',
      );
      const boxes = parts.map((part) => part.getBoundingClientRect());
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const overlaps =
            one.left < other.right - 1 &&
            other.left < one.right - 1 &&
            one.top < other.bottom - 1 &&
            other.top < one.bottom - 1;
          if (overlaps) found.push(`two parts of the ${bar.tagName} overlap`);
        }
      }
    }
    return found;
  });
}

test.describe('[P9] for everyone', () => {
  let editor: EditorPage;

  test.beforeEach(async ({ page, foreignRequests, pageErrors }) => {
    void foreignRequests;
    void pageErrors;
    editor = new EditorPage(page);
    await editor.openFirst();
  });

  for (const { name, reach } of STATES) {
    test(`${name}: large enough to be pressed, and whole at 200 %, of the page or of the text`, async ({
      page,
    }) => {
      await reach(editor);
      expect.soft(await findSmallTargets(page), 'smaller than 24 px').toEqual([]);
      // What a window of 1280 × 720 has when it is zoomed to 200 %.
      await page.setViewportSize({ width: 640, height: 360 });
      expect.soft(await findCutOff(page), 'cut off when the page is zoomed').toEqual([]);
      await page.setViewportSize({ width: 1280, height: 720 });
      await enlargeText(page);
      expect.soft(await findCutOff(page), 'cut off when text is large').toEqual([]);
      const footer = page.getByRole('contentinfo', { includeHidden: true });
      const size = await footer.evaluate((element) => getComputedStyle(element).fontSize);
      expect(Number.parseFloat(size)).toBe(22);
    });
  }

  test('in forced colours nodes, lines, chips, selection and focus are seen', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await editor.reload();
    await editor.selectNode('Gateway', 'my-gateway');
    const lookOf = (kind: 'Gateway' | 'Service', name: string) =>
      editor
        .node(kind, name)
        .locator('> *')
        .first()
        .evaluate((table) => {
          const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(
            table,
            '::after',
          );
          const background = getComputedStyle(table).backgroundColor;
          return { borderTopStyle, borderTopWidth, borderTopColor, background };
        });
    const selected = await lookOf('Gateway', 'my-gateway');
    const other = await lookOf('Service', 'my-app-service');
    for (const look of [selected, other]) {
      expect(look.borderTopStyle).toBe('solid');
      expect(look.borderTopColor).not.toBe(look.background);
    }
    expect(Number.parseFloat(selected.borderTopWidth)).toBeGreaterThan(
      Number.parseFloat(other.borderTopWidth),
    );
    const line = editor
      .edges('Gateway/default/my-gateway', 'VirtualService/default/my-app-virtualservice')
      .locator('path')
      .last();
    const { stroke, canvasText } = await line.evaluate((path) => {
      const probe = document.createElement('span');
      probe.style.color = 'CanvasText';
      document.body.append(probe);
      const text = getComputedStyle(probe).color;
      probe.remove();
      return { stroke: getComputedStyle(path).stroke, canvasText: text };
    });
    expect(stroke).toBe(canvasText);
    await editor.canvas.press('Tab');
    const focused = page.locator('.react-flow__node:focus');
    await expect(focused).toHaveCSS('outline-style', 'solid');
    const chip = page.getByRole('button', { name: /^Secret my-tls-secret/ });
    await expect(chip).toHaveCSS('border-top-style', 'solid');

    // A filled button keeps its ground, and its words are told from it.
    const share = page.getByRole('button', { name: 'Share', exact: true });
    const { color, backgroundColor } = await share.evaluate((button) => getComputedStyle(button));
    expect(color).not.toBe(backgroundColor);
    await expect(share).toHaveCSS('forced-color-adjust', 'none');
    await editor.openProblems();
    await expect(page.locator('label:has-text("By resource")')).toHaveCSS('outline-style', 'solid');
  });

  test('who wants no motion sees none', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await editor.closeWelcome();
    const moving = () =>
      page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
          .map((one) => {
            const target = one.effect instanceof KeyframeEffect ? one.effect.target : null;
            return `${one.constructor.name} of ${target?.className}`;
          }),
      );
    await editor.selectNode('Gateway', 'my-gateway');
    expect(await moving()).toEqual([]);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    expect(await moving()).toEqual([]);
    await page.keyboard.press('Escape');
    await editor.selectNode('Gateway', 'my-gateway');
    await editor.openRename();
    expect(await moving()).toEqual([]);
    await page.keyboard.press('Escape');
    await editor.yamlText();
    expect(await moving()).toEqual([]);
    await editor.selectNode('Gateway', 'my-gateway');
    await page.keyboard.press('0');
    await page.keyboard.press('1');
    expect(await page.locator('[data-moving]').count()).toBe(0);
  });
});

/** As the browser's own setting for the size of text does: what is measured by it grows with it. */
async function enlargeText(page: Page): Promise<void> {
  await page.addStyleTag({ content: 'html { font-size: 200% }' });
}
