import { test as bare } from '@playwright/test';
import { expect, test } from './editor-test.ts';

test.describe('privacy', () => {
  // Every other journey fails on a request to another origin as well: see editor-test.ts.
  test('[P8] nothing is asked of another origin, and after loading nothing at all', async ({
    editor,
    page,
    foreignRequests,
  }) => {
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await editor.selectNode('Gateway', 'my-gateway');
    await editor.rename('front');
    await editor.placeCursorAfter('name: front');
    await page.keyboard.type('-x');
    await editor.add('Service');
    await editor.waitUntilKept();
    await editor.yamlText();
    expect(foreignRequests).toEqual([]);
    expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
  });

  test('[P8] nothing of what is typed is in an address or a cookie', async ({ editor, page }) => {
    await editor.placeCursorAfter('name: my-gateway');
    await page.keyboard.type('-secret-word');
    await editor.waitUntilKept();
    expect(page.url()).not.toContain('secret');
    expect(await page.context().cookies()).toEqual([]);
  });

  test('[P8] the policy of the page refuses evaluated code and everything from elsewhere', async ({
    editor,
    page,
  }) => {
    await expect(editor.canvas).toBeVisible();
    const meta = page.locator('meta[http-equiv="Content-Security-Policy" i]');
    const policy = (await meta.getAttribute('content')) ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/https?:|\*|\bws:/);
  });

  test('works on without a network once it has been opened', async ({ editor, context }) => {
    await editor.page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await editor.selectNode('Service', 'my-app-service');
    await editor.rename('basket');
    await expect(editor.node('Service', 'basket')).toBeVisible();
    await context.setOffline(false);
  });
});

bare('[P8] a request to elsewhere is refused by the page itself', async ({ page }) => {
  await page.goto('/');
  const refused = page.waitForEvent('console', (one) => /Content Security Policy/.test(one.text()));
  await page.evaluate(() => fetch('https://example.com/').catch(() => null));
  await refused;
});

bare('[P8] a script that is put into the page does not run', async ({ page }) => {
  await page.goto('/');
  const refused = page.waitForEvent('console', (one) => /Content Security Policy/.test(one.text()));
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.head.append(script);
  });
  await refused;
  expect(await page.title()).toBe('Portolan');
});
