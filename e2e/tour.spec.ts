import { expect, test } from './editor-test.ts';
import { findViolationsInBothThemes } from './find-violations.ts';
import { EditorPage } from './pages/editor-page.ts';

test.describe('the tour', () => {
  test('[P9] shows five parts of the screen, is left and gone on with, and gives the focus back', async ({
    page,
    foreignRequests,
    pageErrors,
  }) => {
    void foreignRequests;
    void pageErrors;
    const editor = new EditorPage(page);
    await editor.openFirst();
    await page.getByRole('button', { name: 'Take the tour' }).click();
    const map = page.getByRole('dialog', { name: 'The map' });
    await expect(map).toBeFocused();
    await expect(map).toContainText('1 of 5');
    expect(await findViolationsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog', { name: 'The YAML' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Take the tour' })).toBeFocused();

    // From the list of commands it goes on where it was left, also after a reload.
    await editor.reload();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('introduction');
    await page.getByRole('option', { name: /Take the tour/ }).click();
    await expect(page.getByRole('dialog', { name: 'The YAML' })).toBeVisible();
    for (const name of [/^Ask what happens/, /^What is wrong/, /^Search/]) {
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(page.getByRole('dialog', { name })).toBeFocused();
      const card = await page.getByRole('dialog', { name }).boundingBox();
      expect(card?.x).toBeGreaterThanOrEqual(0);
      expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(720);
    }
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
