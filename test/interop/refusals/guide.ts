import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Servers on the Flask + PyJWT guide, on a free port of this machine; the path names the variant. */
export async function startGuide(): Promise<{ url: string; close(): Promise<void> }> {
  const child = spawn('/usr/bin/python3', [fileURLToPath(new URL('guide_server.py', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((found, failed) => {
    child.once('exit', (code) => failed(new Error(`Flask ended with code ${code}`)));
    createInterface(child.stdout).once('line', found);
  });
  return {
    url,
    close: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}
