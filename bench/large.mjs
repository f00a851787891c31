// Very large files in the app, in a real Chromium. Part of `pnpm bench`.
import { inBrowser } from './in-browser.mjs';
import { measureLarge } from './measure-large.mjs';
import { measureTracing } from './measure-tracing.mjs';
import { inMegabytes, inMilliseconds } from './statistics.mjs';

const SIZES = [5_000, 20_000];
/** The longest that the page may be held, and that 95 of 100 keystrokes may take, in milliseconds. */
const LONGEST_TASK = 200;
const SLOWEST_KEY = 100;
/** So many VirtualServices, and what is open while the user types. */
const TRACED = [
  [1_000, 'Trace'],
  [5_000, 'Trace'],
  [5_000, 'Routes'],
  [5_000, 'Envoy'],
];

/** The figures of large files, as a section of the report. */
export async function largeFigures() {
  return inBrowser(async (browser, address) => {
    const rows = [];
    for (const size of SIZES) rows.push(await measureLarge(browser, address, size));
    const tracing = [];
    for (const [size, tab] of TRACED)
      tracing.push(await measureTracing(browser, address, size, tab));
    return [section(rows), tracingSection(tracing)];
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

function tracingSection(rows) {
  return {
    title: 'Typing while a trace is open',
    text: `A Gateway with so many VirtualServices, a Service and a DestinationRule for each: keystrokes in the last document while a trace, the effective routes or the Envoy view are open, as above, and the longest that the page was held by them and by what follows when they end.`,
    columns: ['VirtualServices', 'open', 'key p50', 'p95', 'goal', 'longest task'],
    rows: rows.map(({ size, tab, keystroke, longest }) => [
      size.toLocaleString('en'),
      tab,
      inMilliseconds(keystroke.p50),
      inMilliseconds(keystroke.p95),
      verdict(keystroke.p95 < SLOWEST_KEY),
      longest === 0 ? 'under 50 ms' : inMilliseconds(longest),
    ]),
  };
}

function verdict(isReached) {
  return isReached ? 'reached' : '**missed**';
}
