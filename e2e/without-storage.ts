import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';

/** What a browser's settings say when no site may store anything. */
const FORBIDDEN = { profile: { default_content_setting_values: { cookies: 2 } } };

/** Runs `use` with a browser whose owner has forbidden all sites to store anything. */
export async function withoutStorage(
  launchOptions: LaunchOptions,
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-no-storage-'));
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(FORBIDDEN));
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    viewport: { width: 1280, height: 720 },
  });
  try {
    await use(context);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}
