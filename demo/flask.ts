import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atExit } from './atExit';
import type { Site } from './site';

/** Debian's own Python first: its Flask and PyJWT come from packages, and another on the PATH may hide it. */
const pythons = ['/usr/bin/python3', 'python3', 'python'];

/** A Python that has what flask_app.py imports, or undefined. */
export function findPython(): string | undefined {
  return pythons.find((python) => spawnSync(python, ['-c', 'import flask, jwt, cryptography']).status === 0);
}

/** The demo's routes served by real Flask and PyJWT, on a free port of this machine. */
export async function startFlask(): Promise<Site> {
  const python = findPython();
  if (python === undefined)
    throw new Error('no Python with Flask, PyJWT and cryptography; install these three packages');
  const child = spawn(python, [fileURLToPath(new URL('flask_app.py', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => void child.kill('SIGKILL');
  const callOff = atExit(kill);
  const url = await firstLine(child);
  return {
    url,
    close: () =>
      new Promise((done) => {
        callOff();
        child.once('exit', () => done());
        kill();
      }),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`Flask ended with code ${code}`)));
    if (child.stdout !== null) createInterface(child.stdout).once('line', found);
  });
}
