import { drop, openApp, prepareDrop } from './drop-text.mjs';
import { longestTask, watchTasks } from './long-tasks.mjs';
import { measureKeystrokes, startTypingAtEnd } from './measure-canvas.mjs';
import { routedManifests } from './routed-manifests.mjs';

/**
 * Types into a text of so many VirtualServices while a trace, or another view of what istiod makes
 * of it, is open; the longest task is that of the typing and of what follows it.
 */
export async function measureTracing(browser, address, size, tab) {
  const page = await openApp(browser, address);
  const file = await prepareDrop(page, routedManifests(size));
  await watchTasks(page);
  await drop(page, file, 3 * size + 1);
  await longestTask(page);
  await page.keyboard.press('Alt+l');
  await page.keyboard.type('http://app-7.example.com/api/v2/x');
  await page.keyboard.press('Enter');
  await page.getByTestId('trace-outcome').waitFor({ timeout: 60_000 });
  if (tab !== 'Trace') await page.getByRole('tab', { name: tab }).click();
  await longestTask(page);
  await startTypingAtEnd(page);
  await watchTasks(page);
  const keystroke = await measureKeystrokes(page);
  const longest = await longestTask(page);
  await page.context().close();
  return { size, tab, keystroke, longest };
}
