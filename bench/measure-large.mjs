import { drop, openApp, prepareDrop } from './drop-text.mjs';
import { generateManifests } from './generate-manifests.mjs';
import { longestTask, watchTasks } from './long-tasks.mjs';
import { measureKeystrokes, startTypingAtEnd } from './measure-canvas.mjs';

/** Opens a file of so many resources as a user does, and types into it. */
export async function measureLarge(browser, address, size) {
  const page = await openApp(browser, address);
  const text = generateManifests(size);
  const file = await prepareDrop(page, text);
  const begin = await watchTasks(page);
  await drop(page, file, size);
  const shown = (await page.evaluate(() => performance.now())) - begin;
  const longest = await longestTask(page);
  await startTypingAtEnd(page);
  const keystroke = await measureKeystrokes(page);
  await page.context().close();
  return { size, bytes: text.length, shown, longest, keystroke };
}
