// pnpm icons: draws the icons of the installed app from public/icon.svg, with the browser of the tests.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBrowser } from './find-browser.mjs';
import { ROOT } from './setup.mjs';

const FOLDER = join(ROOT, 'public/icons');
const SIZES = [192, 512];
/** Systems cut maskable icons to a shape of their own; what is within 80 % always stays. */
const KINDS = [
  { name: 'icon', share: 1, background: 'transparent' },
  { name: 'maskable', share: 0.62, background: '#f4f6f5' },
];

const { chromium } = createRequire(join(ROOT, 'e2e/package.json'))('@playwright/test');
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox'],
});
try {
  mkdirSync(FOLDER, { recursive: true });
  const mark = readFileSync(join(ROOT, 'public/icon.svg'), 'utf8');
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    for (const { name, share, background } of KINDS) {
      const width = Math.round(size * share);
      await page.setContent(
        `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${background}">
           <div style="width:${width}px;height:${width}px;display:grid">${mark}</div>
         </body>`,
      );
      await page.screenshot({ path: join(FOLDER, `${name}-${size}.png`), omitBackground: true });
    }
    await page.close();
  }
} finally {
  await browser.close();
}
