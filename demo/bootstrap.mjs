/*
 * node demo/bootstrap.mjs <module> [arguments]: installs the packages where they are missing or not those of the
 * lockfile, then runs `main(arguments)` of a TypeScript module. The way into `npm start`, `npm test` and their like on
 * a fresh machine: only what Node itself brings, as nothing is installed yet and Node 20 runs no TypeScript.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { step } from './step.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What Vite needs. */
const oldestNode = [20, 19];

process.chdir(root);
try {
  checkNode();
  if (!installed()) await step('Installing packages', npm('ci'));
  const [path, ...args] = process.argv.slice(2);
  const module = await imported(path);
  process.exitCode = await module.main(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Runs a TypeScript module. Vite's runner calls the process a development one, and what it builds would be that too. */
async function imported(path) {
  const { runnerImport } = await import('vite');
  const isSaid = process.env.NODE_ENV !== undefined;
  const { module } = await runnerImport(`/${path}`, { root, configFile: false, logLevel: 'warn' });
  if (!isSaid) delete process.env.NODE_ENV;
  return module;
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    throw new Error(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Whether node_modules holds what the lockfile says, by npm's own record of what it installed. */
function installed() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const present = packagesIn(record);
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(([path]) => path !== '');
  // Optional packages are for other platforms where they are missing.
  return wanted.every(([path, { version, optional }]) =>
    path in present ? present[path].version === version : optional === true,
  );
}

function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli === undefined ? ['npm', ...args] : [process.execPath, cli, ...args];
}
