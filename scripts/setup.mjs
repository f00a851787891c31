// Makes a fresh checkout ready. Plain Node without dependencies, since it runs before any are there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, with whatever spaces and accents its path has. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const WINDOWS = process.platform === 'win32';
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const STAMP = join(ROOT, 'node_modules/.portolan-installed');

/** Where the model's install script is, and the file that it writes. */
const GENERATE = 'packages/model/generate';
const GENERATED = 'packages/model/src/schema/published-fields.mjs';

/** Something that this machine does not have and that could not be got; its message says what to do. */
export class SetupError extends Error {}

/** Runs a program of this repository's tools in the foreground and gives back its exit status. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (result.error) {
    console.error(`Could not run ${command}: ${result.error.message}`);
    return 127;
  }
  return result.status ?? 1;
}

/** Runs a JavaScript file with the Node that runs this one. */
export function runNode(args, options = {}) {
  return run(process.execPath, args, options);
}

/** Where the command line of each tool lies, relative to the repository. */
export const TOOLS = {
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'e2e/node_modules/@playwright/test/cli.js',
};

/** Throws a SetupError where this Node is older than package.json asks for. */
export function checkNode() {
  const wanted = /(\d+)\.(\d+)/.exec(MANIFEST.engines.node);
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough =
    major > Number(wanted[1]) || (major === Number(wanted[1]) && minor >= Number(wanted[2]));
  if (!enough) {
    throw new SetupError(
      `Portolan needs Node ${wanted[0]} or newer, and this is ${process.version}. ` +
        'Install a newer one from https://nodejs.org and run the command again.',
    );
  }
}

/** Every package.json of the workspace. */
function workspaceManifests() {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}`);
  return ['.', 'web', 'e2e', ...packages]
    .map((folder) => join(folder, 'package.json'))
    .filter((file) => existsSync(join(ROOT, file)));
}

function installFingerprint() {
  const hash = createHash('sha256');
  const settings = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc'];
  const generators = readdirSync(join(ROOT, GENERATE)).map((name) => join(GENERATE, name));
  const files = [...settings, ...workspaceManifests(), ...generators];
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function isInstalled(fingerprint) {
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== fingerprint) return false;
  return [...Object.values(TOOLS), GENERATED].every((file) => existsSync(join(ROOT, file)));
}

/** Installs exactly what the lockfile names, through the pnpm that package.json names. */
export function ensureDependencies() {
  const fingerprint = installFingerprint();
  if (isInstalled(fingerprint)) return;
  const pnpm = MANIFEST.packageManager;
  console.log(`Installing the packages that pnpm-lock.yaml names, with ${pnpm} …`);
  const env = { ...process.env, CI: 'true' };
  delete env.NODE_ENV; // "production" would leave out the tools that build and test
  // npx and not corepack: newer Nodes do not ship corepack, and it asks before it downloads.
  const status = run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--prefer-offline'], {
    env,
    shell: WINDOWS,
  });
  if (status !== 0) {
    throw new SetupError(
      `Could not install the packages: "npx --yes ${pnpm} install" ended with status ${status}. ` +
        'Its own message is above. Most often the npm registry cannot be reached: check the ' +
        'network, and "npm config get registry".',
    );
  }
  writeFileSync(STAMP, fingerprint);
}

/** The first free port of the loopback interface at or after the wanted one; 0 asks for any. */
export function findFreePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      if (taken && wanted > 0 && wanted < 65_535) resolve(findFreePort(wanted + 1));
      else reject(error);
    });
    server.listen({ port: wanted, host: '127.0.0.1' }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
