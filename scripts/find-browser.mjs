// Finds a Chromium for the browser tests, and gets one where there is none.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { ROOT, run, runNode, SetupError, TOOLS } from './setup.mjs';

const WINDOWS = process.platform === 'win32';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const KNOWN_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    // Not there, or not ours to run: both mean that this is not the browser.
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) =>
    COMMANDS.map((name) => join(folder, WINDOWS ? `${name}.exe` : name)).filter(isExecutable),
  );
}

/** Ubuntu's chromium-browser may be a script that only says that a snap is needed: ask it. */
function starts(file) {
  if (WINDOWS) return true; // there, --version opens a window instead
  const result = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  return result.status === 0 && /\d+\.\d+/.test(result.stdout);
}

async function playwrightsOwn() {
  const { chromium } = createRequire(join(ROOT, 'e2e/package.json'))('@playwright/test');
  const file = chromium.executablePath();
  return file && existsSync(file) ? [file] : [];
}

async function findBrowser() {
  const known = KNOWN_PLACES.filter((file) => existsSync(file));
  for (const file of [...onPath(), ...known, ...(await playwrightsOwn())]) {
    if (starts(file)) return file;
  }
  return null;
}

function isDebianRoot() {
  // Only Debian itself: Ubuntu's package of that name installs a snap.
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID="?debian"?$/m.test(release) && process.getuid?.() === 0;
}

function installWithApt() {
  console.log("No Chromium found: installing Debian's package …");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
}

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, else one on PATH or in a usual place, else
 * Playwright's own, else one that is installed now. Throws a SetupError that says what was tried.
 */
export async function ensureBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new SetupError(`CHROMIUM_PATH is ${named}, and there is no program of that name.`);
  }
  const tried = ['PATH', 'the usual places', "Playwright's own folder"];
  let found = await findBrowser();
  if (!found && isDebianRoot()) {
    installWithApt();
    tried.push('apt-get install chromium');
    found = await findBrowser();
  }
  if (!found) {
    console.log('No Chromium found: asking Playwright for its own …');
    runNode([TOOLS.playwright, 'install', 'chromium']);
    tried.push('playwright install chromium');
    found = await findBrowser();
  }
  if (found) return found;
  throw new SetupError(
    `Could not get a Chromium for the browser tests (tried ${tried.join(', ')}). ` +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run the command again.',
  );
}
