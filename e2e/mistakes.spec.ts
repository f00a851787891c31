import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/setup.mjs';
import { expect, test } from './editor-test.ts';
import type { EditorPage } from './pages/editor-page.ts';

interface Mistake {
  readonly title: string;
  readonly text: string;
  readonly request: string;
  /** Part of the line that says how the request ends. */
  readonly screen: string;
}

const TABLE = join(ROOT, 'packages/model/test/routing/mistakes.yaml');

/** One sketch of each mistake; the model's tests go through all of them. */
function readMistakes(): readonly Mistake[] {
  const mistakes = new Map<string, Mistake>();
  for (const text of readFileSync(TABLE, 'utf8')
    .split(/^(?=#: M\d)/m)
    .slice(1)) {
    const said = (name: string): string =>
      new RegExp(`^#: ${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
    const [, title = '', number = ''] = /^#: ((\S+) .*)$/m.exec(text) ?? [];
    if (!mistakes.has(number))
      mistakes.set(number, { title, text, request: said('request'), screen: said('screen') });
  }
  return [...mistakes.values()];
}

/** Says in the assumptions that TLS ends in front of the gateway, or, said again, that it does not. */
async function flipTlsInFront(editor: EditorPage): Promise<void> {
  await editor.openProblems();
  await editor.page
    .getByRole('toolbar', { name: 'Which problems are shown' })
    .getByText('Assumptions')
    .click();
  const dialog = editor.page.getByRole('dialog', { name: 'Assumptions' });
  await dialog.getByRole('button', { name: /^istio-ingressgateway/ }).click();
  await dialog.getByRole('switch', { name: 'A load balancer in front ends TLS' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
}

const MISTAKES = readMistakes();
const HALF = Math.ceil(MISTAKES.length / 2);

test.describe('what people get wrong, pasted and traced', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const [which, part] of [
    ['the first half', MISTAKES.slice(0, HALF)],
    ['the second half', MISTAKES.slice(HALF)],
  ] as const)
    test(`shows what they see: ${which}`, async ({ editor }) => {
      // Twenty sketches each.
      test.slow();
      for (const { title, text, request, screen } of part)
        await test.step(title, async () => {
          const endsInFront = text.includes('#: tls ends in front');
          await editor.pasteOverAll(text);
          if (endsInFront) await flipTlsInFront(editor);
          await editor.trace(request);
          await expect(editor.traceOutcome(), title).toContainText(screen);
          if (endsInFront) await flipTlsInFront(editor);
        });
    });
});
