import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { ensureBrowser } from '../scripts/find-browser.mjs';
import { findFreePort, ROOT } from '../scripts/setup.mjs';

// The workers read this file too: the first reading chooses, and the environment hands it on.
process.env.PORTOLAN_E2E_PORT ??= String(await findFreePort());
process.env.CHROMIUM_PATH ??= await ensureBrowser();
const port = process.env.PORTOLAN_E2E_PORT;
const dist = process.env.PORTOLAN_DIST ?? join(ROOT, 'dist');

const vite = `"${process.execPath}" node_modules/vite/bin/vite.js`;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: join(ROOT, 'test-results'),
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 720 },
    actionTimeout: 10_000,
    permissions: ['clipboard-read', 'clipboard-write'],
    // Each test begins as a first visit; keeping the app for the next one is what offline.spec.ts is about.
    serviceWorkers: 'block',
    // A worker keeps one page for its tests; its storage, routes and emulation are cleared between
    // them. A new one for each would compile the whole app again, which takes longer than most tests.
    reuseContext: true,
    // A trace of every step costs as much as the steps: `pnpm e2e --trace retain-on-failure -g …`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox', // in a container there is none to be had
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // Vite itself and not a package script around it, so that it ends when the tests do.
    command: `${vite} preview --host 127.0.0.1 --port ${port} --strictPort --outDir "${dist}"`,
    cwd: ROOT,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
