// npm test: installs what is missing, then runs every check, and says at the end what they amount to.
// A check that fails does not keep the others from running: one run shows all there is to mend.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
import {
  addCounts,
  closingLine,
  countCheck,
  countPlaywright,
  countVitest,
  NOTHING,
} from './test-report.mjs';

const REPORTS = join(ROOT, '.cache/test');
const UNIT_REPORT = join(REPORTS, 'unit.json');
const BROWSER_REPORT = join(REPORTS, 'browser.json');

const TYPE_PROJECTS = [
  'tsconfig.json',
  'packages/model/tsconfig.json',
  'packages/model/tsconfig.test.json',
  'packages/cli/tsconfig.json',
  'web/tsconfig.json',
  'web/tsconfig.test.json',
  'web/tsconfig.worker.json',
  'e2e/tsconfig.json',
];

/** One line per step that did not pass, told again at the end. */
const failures = [];

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs one named step and gives back what it counted; whatever it throws is a failure of the step. */
async function step(name, work) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 70 - name.length))}`);
  const started = performance.now();
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    counts = countCheck(1);
  }
  const verdict = counts.failed === 0 ? 'passed' : 'FAILED';
  console.log(`${name}: ${verdict} in ${seconds(started)} (${closingLine(counts)})`);
  if (counts.failed > 0) failures.push(`${name}: ${closingLine(counts)}`);
  return counts;
}

function checkTypes() {
  const statuses = TYPE_PROJECTS.map((project) => runNode([TOOLS.tsc, '--noEmit', '-p', project]));
  return countCheck(Math.max(...statuses));
}

function checkStyle() {
  return countCheck(runNode([TOOLS.biome, 'check', '--error-on-warnings', '.']));
}

function runUnitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  return countVitest(UNIT_REPORT, runNode([TOOLS.vitest, 'run', ...reporters]));
}

function buildApp() {
  return countCheck(runNode([TOOLS.vite, 'build', '--logLevel', 'warn']));
}

async function runBrowserTests() {
  const browser = await ensureBrowser();
  console.log(`Browser: ${browser}`);
  const env = {
    ...process.env,
    CHROMIUM_PATH: browser,
    PORTOLAN_E2E_PORT: String(await findFreePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT,
  };
  const config = ['-c', 'e2e/playwright.config.ts', '--reporter=list,json'];
  return countPlaywright(BROWSER_REPORT, runNode([TOOLS.playwright, 'test', ...config], { env }));
}

async function runChecks() {
  let total = NOTHING;
  const add = async (name, work) => {
    const counts = await step(name, work);
    total = addCounts(total, counts);
    return counts.failed === 0;
  };
  await add('Types', checkTypes);
  await add('Lint and format', checkStyle);
  await add('Unit and property tests', runUnitTests);
  if (await add('Build', buildApp)) await add('Browser tests', runBrowserTests);
  else console.log('\nBrowser tests: not run, since there is no built app to run them against.');
  return total;
}

function tellSkips(total) {
  if (existsSync(join(ROOT, '../shared'))) return;
  if (total.skipped === 0) return;
  console.log(
    'The folder ../shared (real manifests and reference cases) is not beside this checkout: ' +
      'the tests that read it are among the skipped ones.',
  );
}

async function main() {
  const started = performance.now();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  let total = countCheck(1);
  try {
    checkNode();
    process.chdir(ROOT);
    ensureDependencies();
    total = await runChecks();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
  }
  console.log(`\nTook ${seconds(started)}.`);
  for (const failure of failures) console.log(`Failed: ${failure}`);
  tellSkips(total);
  console.log(closingLine(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
