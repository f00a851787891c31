import { generateMap } from './generate-manifests.mjs';
import { installProbe } from './page-probe.mjs';
import { quantile } from './statistics.mjs';

const KEYSTROKES = 30;
const MOVES = 80;
/** So long it takes at most until what the pointer is on has an element. */
const FRAMES_TO_MOUNT = 5;
const SETTLED = 1_500;
const WINDOW = { width: 1440, height: 900 };

/** The resources that give this many nodes; the last one is a Service. */
export function resourcesFor(nodes) {
  // Three nodes for five resources, and the load balancer.
  return Math.round((nodes - 1) / 3) * 5 - 2;
}

/** Measures the app with the text open that `resources` says. */
export async function measureApp(browser, address, resources) {
  const context = await browser.newContext({ viewport: WINDOW });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openPage(context, `${address}/app/`);
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  await pasteOverAll(page, generateMap(resources));
  await page.locator('[data-pane="canvas"]').focus();
  await page.keyboard.press('Shift+Alt+T');
  await page.waitForTimeout(SETTLED);
  const area = await page.locator('.react-flow').boundingBox();
  const figures = await measurePage(page, area, {
    fitAll: () => pressOnCanvas(page, '1'),
    nearby: async () => {
      await pressOnCanvas(page, 'Tab');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(SETTLED / 3);
      await page.keyboard.press('2');
      await page.waitForTimeout(SETTLED / 3);
      await page.keyboard.press('0');
    },
    startTyping: () => startTypingAtEnd(page),
  });
  await context.close();
  return { ...figures, area };
}

/** Measures plain React Flow with as many default nodes, in an area of the same size. */
export async function measurePlain(browser, address, resources, area) {
  const viewport = { width: Math.round(area.width), height: Math.round(area.height) };
  const context = await browser.newContext({ viewport });
  const page = await openPage(context, `${address}/plain/?resources=${resources}`);
  await page.waitForTimeout(SETTLED);
  const figures = await measurePage(
    page,
    { x: 0, y: 0, ...viewport },
    {
      fitAll: () => page.evaluate(() => window.flow.fitView({ padding: 0.05 })),
      nearby: () =>
        page.evaluate(() => {
          const node = window.flow.getNodes().find(({ id }) => id.startsWith('VirtualService/'));
          window.flow.setCenter(node.position.x + 75, node.position.y + 20, { zoom: 1 });
        }),
      startTyping: () => page.locator('input').focus(),
    },
  );
  await context.close();
  return figures;
}

/** Opens a page for the first time and measures until its canvas can be used. */
export async function measureFirstOpening(browser, url) {
  const context = await browser.newContext({ viewport: WINDOW });
  const page = await context.newPage();
  await page.addInitScript(installProbe);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const received = [];
  session.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) => {
    received.push({ timestamp, bytes: encodedDataLength });
  });
  let started = null;
  session.on('Network.requestWillBeSent', ({ timestamp }) => {
    started ??= timestamp;
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.probe.usable !== null, undefined, { timeout: 60_000 });
  const time = await page.evaluate(() => window.probe.usable);
  await page.waitForTimeout(SETTLED);
  const until = started + time / 1000;
  const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
  const bytes = sum(received.filter(({ timestamp }) => timestamp <= until));
  await context.close();
  return { time, bytes, allBytes: sum(received) };
}

/** Opens a page whose keystrokes and frames can be measured. */
export async function openPage(context, url) {
  const page = await context.newPage();
  await page.addInitScript(installProbe);
  await page.goto(url);
  await page.locator('.react-flow__node').first().waitFor({ timeout: 120_000 });
  return page;
}

async function measurePage(page, area, { fitAll, nearby, startTyping }) {
  await fitAll();
  await page.waitForTimeout(SETTLED);
  await startTyping();
  const keystroke = await measureKeystrokes(page);
  const fitPan = await measureDrag(page, await findPane(page, area));
  await fitAll();
  await page.waitForTimeout(SETTLED);
  const fitZoom = await measureZoom(page, area);
  await fitAll();
  await page.waitForTimeout(SETTLED);
  const fitDrag = await measureDrag(page, await findNodeFromAfar(page, area));
  await fitAll();
  await nearby();
  await page.waitForTimeout(SETTLED);
  const nearPan = await measureDrag(page, await findPane(page, area));
  const nodeDrag = await measureDrag(page, await findNode(page, area));
  return { keystroke, fitPan, fitZoom, fitDrag, nearPan, nodeDrag };
}

/** Puts the cursor at the end of the last line of the YAML. */
export async function startTypingAtEnd(page) {
  await page.locator('.monaco-editor textarea, .native-edit-context').first().focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
}

/** Types a character and takes it away, again and again; from the key press to the painted canvas. */
export async function measureKeystrokes(page) {
  for (let key = 0; key < KEYSTROKES + 4; key += 1) {
    await page.evaluate(() => window.probe.armKey());
    await page.keyboard.press(key % 2 === 0 ? '1' : 'Backspace');
    await page.waitForTimeout(120);
  }
  const times = await page.evaluate(() => window.probe.keys.splice(0));
  return quantiles(times.slice(4));
}

/**
 * Presses on a point and moves there and back, one move for about every frame. `work` is what the
 * main thread does for one move, in milliseconds: it says more than frames where frames are full.
 */
async function measureDrag(page, { x, y }) {
  await page.mouse.move(x, y);
  await page.waitForTimeout(200);
  await page.mouse.down();
  await page.mouse.move(x + 6, y + 6);
  const figures = await recordFrames(page, async (move) => {
    const way = move < MOVES / 2 ? move : MOVES - move;
    await page.mouse.move(x + 6 + way * 3, y + 6 + way * 9);
  });
  await page.mouse.up();
  return figures;
}

/** Turns the wheel over the middle, nearer and back again. */
async function measureZoom(page, area) {
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
  await page.waitForTimeout(200);
  return recordFrames(page, async (move) => {
    await page.mouse.wheel(0, move < MOVES / 2 ? -20 : 20);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  });
}

async function recordFrames(page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate(() => window.probe.record());
  const before = await taskTime(session);
  for (let move = 0; move < MOVES; move += 1) await act(move);
  const work = ((await taskTime(session)) - before) / MOVES;
  const frames = await page.evaluate(() => {
    window.probe.isRecording = false;
    return window.probe.frames;
  });
  await session.detach();
  return { ...quantiles(frames), work };
}

async function taskTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** A point of the area where there is nothing to press on. */
async function findPane(page, area) {
  return findPoint(page, area, '.react-flow__pane', '');
}

async function findNode(page, area) {
  return findPoint(page, area, '.react-flow__node', 'button, [data-handle]');
}

/** A point on a node, which may get its element only when the pointer is on it. */
async function findNodeFromAfar(page, area) {
  for (let y = area.height * 0.3; y < area.height * 0.7; y += 7) {
    for (let x = area.width * 0.2; x < area.width * 0.7; x += 23) {
      const point = { x: area.x + x, y: area.y + y };
      await page.mouse.move(point.x, point.y);
      const isNode = await page.evaluate(
        ({ x, y, patience }) =>
          new Promise((resolve) => {
            const look = (frames) => {
              const found = document.elementFromPoint(x, y)?.closest('.react-flow__node') ?? null;
              if (found !== null || frames === 0) resolve(found !== null);
              else requestAnimationFrame(() => look(frames - 1));
            };
            look(patience);
          }),
        { ...point, patience: FRAMES_TO_MOUNT },
      );
      if (isNode) return point;
    }
  }
  throw new Error('there is no node in view');
}

async function findPoint(page, area, selector, except) {
  const point = await page.evaluate(
    ({ area, selector, except }) => {
      for (let y = area.height * 0.25; y < area.height * 0.6; y += 13) {
        for (let x = area.width * 0.15; x < area.width * 0.7; x += 13) {
          const element = document.elementFromPoint(area.x + x, area.y + y);
          if (element === null || (except !== '' && element.closest(except))) continue;
          const isThere = except === '' ? element.matches(selector) : element.closest(selector);
          if (isThere) return { x: area.x + x, y: area.y + y };
        }
      }
      return null;
    },
    { area, selector, except },
  );
  if (point === null) throw new Error(`there is no ${selector} in view`);
  return point;
}

async function pressOnCanvas(page, key) {
  await page.locator('[data-pane="canvas"]').focus();
  await page.keyboard.press(key);
}

async function pasteOverAll(page, text) {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.locator('.monaco-editor textarea, .native-edit-context').first().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await page.waitForTimeout(SETTLED * 2);
}

function quantiles(sample) {
  return { p50: quantile(sample, 0.5), p95: quantile(sample, 0.95), count: sample.length };
}
