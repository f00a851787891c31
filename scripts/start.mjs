// npm start: installs what is missing, builds the app, serves it on this machine only.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  checkNode,
  ensureDependencies,
  findFreePort,
  ROOT,
  runNode,
  SetupError,
  TOOLS,
} from './setup.mjs';

const DEFAULT_PORT = 4173;
const USAGE = 'Usage: npm start -- [--port N]     (default 4173, or the next free one)';

/** The port that the arguments ask for; throws a SetupError with the usage where they are wrong. */
function readPort(args) {
  let port = DEFAULT_PORT;
  for (let index = 0; index < args.length; index += 1) {
    const [name, inline] = args[index].split('=', 2);
    if (name !== '--port') throw new SetupError(`${args[index]} is not an option here.\n${USAGE}`);
    if (inline === undefined) index += 1;
    const value = inline ?? args[index] ?? '';
    port = Number(value);
    if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
      throw new SetupError(`--port needs a number from 1 to 65535, not "${value}".\n${USAGE}`);
    }
  }
  return port;
}

async function serve(wanted) {
  const port = await findFreePort(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is taken; using ${port}.`);
  const { preview } = await import(
    pathToFileURL(join(ROOT, 'node_modules/vite/dist/node/index.js')).href
  );
  const server = await preview({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    preview: { port, strictPort: true, host: '127.0.0.1', open: false },
  });
  const stop = () => {
    server.httpServer.closeAllConnections();
    server.httpServer.close(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  console.log(`\nPortolan is at http://127.0.0.1:${port}/   (Ctrl+C stops it)`);
}

async function main() {
  if (process.argv.includes('--help')) {
    console.log(USAGE);
    return;
  }
  checkNode();
  const port = readPort(process.argv.slice(2));
  process.chdir(ROOT); // Vite's config names its folders from here
  ensureDependencies();
  console.log('Building the app …');
  const status = runNode([TOOLS.vite, 'build', '--logLevel', 'warn']);
  if (status !== 0) throw new SetupError('The build failed; its message is above.');
  await serve(port);
}

main().catch((error) => {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
});
