import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where the benchmark keeps what it installs and builds; outside the workspace's packages and git. */
export const CACHE = fileURLToPath(new URL('../.cache/bench/', import.meta.url));

/**
 * Installs exact versions of npm packages into a folder of the cache, once.
 * Returns the folder, or throws with npm's own words.
 */
export function installPackages(name, packages) {
  const folder = join(CACHE, name);
  const stamp = join(folder, 'installed.json');
  const wanted = JSON.stringify(packages);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return folder;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', ...options, ...packages], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  writeFileSync(stamp, wanted);
  return folder;
}

/** Imports a package that was installed into a folder of the cache; rejects where that failed. */
export async function importFrom(folder, name) {
  if (folder === '') throw new Error('it could not be installed');
  const require = createRequire(join(folder, 'package.json'));
  return import(pathToFileURL(require.resolve(name)).href);
}
