import { expect, test } from './editor-test.ts';

/** How light a colour is, 0 to 255, from what the browser computed. */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
}

test.describe('light and dark', () => {
  test('both panes follow the system, also while the app is open', async ({ editor, page }) => {
    const background = (locator: typeof editor.canvas) =>
      locator.evaluate((element) => {
        // The first ancestor that paints something is what the eye sees.
        for (let one: Element | null = element; one; one = one.parentElement) {
          const { backgroundColor } = getComputedStyle(one);
          if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
        }
        return 'rgb(255, 255, 255)';
      });
    for (const [scheme, isRight] of [
      ['light', (value: number) => value > 200],
      ['dark', (value: number) => value < 60],
      ['light', (value: number) => value > 200],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await expect.poll(async () => isRight(lightness(await background(editor.canvas)))).toBe(true);
      await expect
        .poll(async () =>
          isRight(lightness(await background(editor.yaml.pane.locator('.view-lines')))),
        )
        .toBe(true);
    }
    // What Monaco puts over the text has a ground of the theme too.
    await editor.yaml.line('kind: Service').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Cut' })).toBeVisible();
    await expect(page.locator(':has(> .monaco-menu)')).not.toHaveCSS(
      'background-color',
      'rgba(0, 0, 0, 0)',
    );
  });
});
