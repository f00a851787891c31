import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';

/** The VirtualService names a Gateway that is not there, and its host is on none. */
const WRONG = SHOP.replace('    - shop-gateway', '    - nowhere');

const TWO_WRONG = `${WRONG}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: pay
spec:
  hosts:
    - pay.example.com
  gateways:
    - shop-gateway
  http:
    - route:
        - destination:
            host: cart
            port:
              number: 8080
`;

test.describe('problems', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(TWO_WRONG);
    await expect(editor.page.getByRole('tab', { name: /^Problems \d/ })).toBeVisible();
  });

  test('are listed by resource, with their code and line', async ({ editor }) => {
    const problems = await editor.openProblems();
    const shop = editor.page.getByRole('group', { name: 'VirtualService/default/shop' });
    await expect(shop.getByRole('option')).toHaveText(/IST0101.*Ln 25/);
    await expect(problems.filter({ hasText: 'IST0132' })).toHaveCount(1);
    await editor.page.getByText('By code', { exact: true }).click();
    await expect(
      editor.page.getByRole('group', { name: 'What is named does not exist' }),
    ).toBeVisible();
  });

  test('a click shows the place on the canvas and in the text, and explains it', async ({
    editor,
  }) => {
    const problems = await editor.openProblems();
    await problems.filter({ hasText: 'IST0132' }).click();
    const details = editor.page.getByRole('region', { name: /^IST0132/ });
    await expect(details).toContainText('What one sees');
    await expect(details.getByRole('figure').locator('mark')).toHaveText('shop-gateway');
    const line = editor.edges('Gateway/default/shop-gateway', 'VirtualService/default/pay');
    await expect(line).toHaveAttribute('aria-pressed', 'true');
  });

  test('F8 goes to the next one and Shift+F8 back, from the text and from the canvas', async ({
    editor,
  }) => {
    await editor.yaml.focus();
    await editor.page.keyboard.press('F8');
    await expect(editor.spoken()).toContainText(/^1 of \d+\. /);
    await editor.page.keyboard.press('F8');
    await expect(editor.spoken()).toContainText(/^2 of \d+\. /);
    await editor.selectNode('VirtualService', 'pay');
    await expect(editor.spoken()).toHaveText('1 node selected');
    await editor.page.keyboard.press('Shift+F8');
    await expect(editor.spoken()).toContainText(/^1 of \d+\. /);
    await expect(editor.page.getByRole('region', { name: /^(IST|KIA|PTL)\d+/ })).toBeVisible();
  });

  test('follow what is typed, and are gone when they are mended', async ({ editor }) => {
    const problems = await editor.openProblems();
    await expect(problems.filter({ hasText: 'IST0101' })).toHaveCount(1);
    await editor.typeOver('nowhere', 'shop-gateway');
    await expect(problems.filter({ hasText: 'IST0101' })).toHaveCount(0);
  });

  test('are found by words, and hidden by their weight', async ({ editor }) => {
    const problems = await editor.openProblems();
    await editor.page.getByRole('textbox', { name: 'Filter problems' }).fill('nowhere gateway');
    await expect(problems).toHaveCount(1);
    await editor.page.getByRole('button', { name: /^Errors: / }).click();
    await expect(editor.page.getByText('No problem fits the filter.')).toBeVisible();
  });

  test('one can be muted, is muted after a reload, and heard again', async ({ editor }) => {
    const problems = await editor.openProblems();
    await problems.filter({ hasText: 'IST0132' }).click();
    await editor.page.getByRole('button', { name: 'Mute' }).click();
    await editor.page.getByRole('menuitem', { name: 'IST0132 for this resource' }).click();
    await expect(problems.filter({ hasText: 'IST0132' })).toHaveCount(0);
    await editor.waitUntilKept();
    await editor.reload();
    await expect(problems.filter({ hasText: 'IST0101' })).toHaveCount(1);
    await expect(problems.filter({ hasText: 'IST0132' })).toHaveCount(0);
    await editor.page.getByRole('button', { name: '1 muted' }).click();
    await editor.page.getByRole('menuitem', { name: 'Show all again' }).click();
    await expect(problems.filter({ hasText: 'IST0132' })).toHaveCount(1);
  });

  test('[P2] [P3] one is mended by a click, shown before, as one step', async ({ editor }) => {
    const problems = await editor.openProblems();
    await problems.filter({ hasText: 'IST0132' }).click();
    const changes = editor.page.getByRole('region', { name: 'What it changes' });
    await expect(changes).toContainText('+         - pay.example.com');
    const before = await editor.yamlText();
    const title = 'Add pay.example.com to the Gateway shop-gateway';
    await editor.page.getByRole('button', { name: title }).click();
    await expect(problems.filter({ hasText: 'IST0132' })).toHaveCount(0);
    expect(await editor.yamlText()).toBe(
      before.replace(
        '        - shop.example.com\n',
        '        - shop.example.com\n        - pay.example.com\n',
      ),
    );
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(before);
  });

  test('[P3] all of a kind are mended at once, shown before, as one step', async ({ editor }) => {
    const slow = TWO_WRONG.replaceAll('  http:\n    - ', '  http:\n    - timeout: 5\n      ');
    await editor.pasteOverAll(slow);
    const problems = await editor.openProblems();
    await problems.filter({ hasText: 'PTL105' }).first().click();
    await editor.page.getByRole('radio', { name: 'All 2 of this kind in the sketch' }).check();
    const changes = editor.page.getByRole('region', { name: 'What it changes' });
    await expect(changes.getByText('+     - timeout: 5s')).toHaveCount(2);
    await editor.page.getByRole('button', { name: 'Fix 2 problems of this kind' }).click();
    await expect(problems.filter({ hasText: 'PTL105' })).toHaveCount(0);
    expect(await editor.yamlText()).toBe(slow.replaceAll('timeout: 5', 'timeout: 5s'));
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(slow);
  });

  test('one is mended from the menu of its line', async ({ editor }) => {
    const line = editor.edges('Gateway/default/shop-gateway', 'VirtualService/default/pay');
    await line.focus();
    await editor.page.keyboard.press('Shift+F10');
    const title = 'Add pay.example.com to the Gateway shop-gateway';
    await editor.page.getByRole('menuitem', { name: title }).click();
    await expect.poll(() => editor.yamlText()).toContain('        - pay.example.com\n');
  });

  test('are counted on their node and in the outline, and marked at their row and line', async ({
    editor,
  }) => {
    const pay = editor.node('VirtualService', 'pay');
    await expect(pay.getByRole('button', { name: /1 warning.*show them/ })).toBeVisible();
    const shop = editor.node('VirtualService', 'shop');
    await shop.getByRole('button', { name: /1 error.*show them/ }).click();
    await expect(editor.page.getByRole('region', { name: /^IST0101/ })).toBeVisible();
    const dangling = editor.edges('Gateway/default/nowhere', 'VirtualService/default/shop');
    await expect(dangling.locator('[data-problem="Error"]')).toHaveCount(1);
    await editor.typeOver('host: cart', 'host: nowhere.example.com');
    await expect(editor.node('VirtualService', 'shop').getByLabel('Error')).toHaveCount(1);
    const open = editor.edges('VirtualService/default/shop', 'Service/default/nowhere.example.com');
    await expect(open.locator('[data-problem="Cannot be known"]')).toHaveCount(1);
    await editor.page.getByRole('tab', { name: 'Outline' }).click();
    await expect(
      editor.page.getByRole('treeitem', { name: /VirtualService shop.*1 error/ }),
    ).toBeVisible();
  });
});
