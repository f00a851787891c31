// pnpm test:deep: the property tests with many more random cases (PORTOLAN_RUNS, 10,000 by default),
// other ones each time (PORTOLAN_SEED sets the seed that a failure named).
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkNode, ensureDependencies, ROOT, runNode, SetupError, TOOLS } from './setup.mjs';

const RUNS = process.env.PORTOLAN_RUNS ?? '10000';
const FOUR_HOURS = 4 * 60 * 60 * 1000;

function testFilesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFilesUnder(path);
    return /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Read from the environment, or as the constant that a module of the tests makes of it. */
const NUMBER_OF_CASES = /PORTOLAN_RUNS|\bRUNS\b/;

/** The test files that take their number of random cases from PORTOLAN_RUNS. */
function propertyTests() {
  return ['packages', 'web/src']
    .flatMap((folder) => testFilesUnder(join(ROOT, folder)))
    .filter((file) => NUMBER_OF_CASES.test(readFileSync(file, 'utf8')))
    .map((file) => relative(ROOT, file));
}

try {
  checkNode();
  process.chdir(ROOT);
  ensureDependencies();
  const files = propertyTests();
  const chosen = process.argv.slice(2);
  console.log(`${RUNS} random cases for each property of ${files.length} files.`);
  process.exitCode = runNode(
    [TOOLS.vitest, 'run', `--testTimeout=${FOUR_HOURS}`, ...(chosen.length > 0 ? chosen : files)],
    { env: { PORTOLAN_SEED: 'random', ...process.env, PORTOLAN_RUNS: RUNS } },
  );
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
