// Very large files in the app, in a real Chromium. Part of `pnpm bench`.
import { inBrowser } from './in-browser.mjs';
import { measureLarge } from './measure-large.mjs';
import { inMegabytes, inMilliseconds } from './statistics.mjs';

const SIZES = [5_000, 20_000];
/** The longest that the page may be held, and that 95 of 100 keystrokes may take, in milliseconds. */
const LONGEST_TASK = 200;
const SLOWEST_KEY = 100;

/** The figures of large files, as a section of the report. */
export async function largeFigures() {
  return inBrowser(async (browser, address) => {
    const rows = [];
    for (const size of SIZES) rows.push(await measureLarge(browser, address, size));
    return [section(rows)];
  });
}

function section(rows) {
  return {
    title: 'Opening a large file in the app',
    text: `A file that is dropped on the page: until its map is shown, and the longest that the page was held from the drop until all checks had run. Then a keystroke in its last document, from the key press to the end of the first frame with a changed canvas. Goals: at most ${LONGEST_TASK} ms, and p95 under ${SLOWEST_KEY} ms.`,
    columns: ['resources', 'size', 'shown after', 'longest task', 'goal', 'key p50', 'p95', 'goal'],
    rows: rows.map(({ size, bytes, shown, longest, keystroke }) => [
      size.toLocaleString('en'),
      inMegabytes(bytes),
      inMilliseconds(shown),
      inMilliseconds(longest),
      verdict(longest <= LONGEST_TASK),
      inMilliseconds(keystroke.p50),
      inMilliseconds(keystroke.p95),
      verdict(keystroke.p95 < SLOWEST_KEY),
    ]),
  };
}

function verdict(isReached) {
  return isReached ? 'reached' : '**missed**';
}
