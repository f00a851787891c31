// pnpm screenshots: builds the app and takes pictures of its main states. Those that the README
// shows go to docs/screenshots/, all of them to .cache/screenshots/.
import { ensureBrowser } from './find-browser.mjs';
import {
  checkNode,
  ensureDependencies,
  findFreePort,
  ROOT,
  runNode,
  SetupError,
  TOOLS,
} from './setup.mjs';

async function main() {
  checkNode();
  process.chdir(ROOT);
  ensureDependencies();
  const browser = await ensureBrowser();
  const built = runNode([TOOLS.vite, 'build', '--logLevel', 'warn']);
  if (built !== 0) throw new SetupError('The build failed; its message is above.');
  const env = {
    ...process.env,
    CHROMIUM_PATH: browser,
    PORTOLAN_E2E_PORT: String(await findFreePort()),
  };
  const args = ['-c', 'e2e/screenshots.config.ts', ...process.argv.slice(2)];
  process.exitCode = runNode([TOOLS.playwright, 'test', ...args], { env });
}

main().catch((error) => {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
});
