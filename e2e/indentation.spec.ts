import { expect, test } from './editor-test.ts';
import { manyIngresses } from './manifests.ts';
import { EditorPage } from './pages/editor-page.ts';

/** Longer than typing a small manifest takes. */
const SLOW_MILLISECONDS = 1_500;

const TYPED = [
  { what: 'the fields of a key', typed: 'spec:\nport: 80', text: 'spec:\n  port: 80' },
  {
    what: 'the fields of a list item',
    typed: '- name: a\nport: 80',
    text: '- name: a\n  port: 80',
  },
  {
    what: 'the fields of a key in a list item',
    typed: '- port:\nnumber: 80',
    text: '- port:\n    number: 80',
  },
  { what: 'a block of text', typed: 'note: |-\nwords', text: 'note: |-\n  words' },
  {
    what: 'a key with a comment',
    typed: 'spec: # here\nport: 80',
    text: 'spec: # here\n  port: 80',
  },
  { what: 'not what follows a comment', typed: '# here:\nspec', text: '# here:\nspec' },
  { what: 'not what follows a value', typed: 'kind: Service\nspec', text: 'kind: Service\nspec' },
  { what: 'not the next item of a list', typed: '- a.example\n- b', text: '- a.example\n- b' },
  { what: 'not what follows an address', typed: '- http://a\n- b', text: '- http://a\n- b' },
] as const;

test.describe('the editor indents what is typed', () => {
  test('from the first key on, also where scripts come slowly', async ({ page }) => {
    await page.route('**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MILLISECONDS));
      await route.continue();
    });
    const editor = new EditorPage(page);
    await editor.open();
    await editor.yaml.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('---\napiVersion: v1\nkind: Service\nmetadata:\nname: basket');
    await expect(editor.node('Service', 'basket')).toBeVisible();
  });

  test('at once at the end of a long text that has just been pasted', async ({ editor, page }) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await editor.pasteOverAll(manyIngresses(40));
    await page.keyboard.press('Control+End');
    await page.keyboard.type('---\nspec:\nport: 80');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await expect.poll(() => editor.yamlText()).toMatch(/---\nspec:\n {2}port: 80$/);
  });

  test('as YAML wants it', async ({ editor, page }) => {
    for (const { what, typed, text } of TYPED) {
      await test.step(what, async () => {
        await editor.yaml.focus();
        await page.keyboard.press('Control+a');
        await page.keyboard.type(typed);
        await expect.poll(() => editor.yamlText()).toBe(text);
      });
    }
  });
});
