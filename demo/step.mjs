import { spawn } from 'node:child_process';

const beatMs = 10_000;

/**
 * Runs a command, saying what it does, that it still works, and how long it took. Its own output is shown only when
 * it fails; then this throws.
 */
export async function step(title, [command, ...args], { env = {} } = {}) {
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  console.log(`${title} ...`);
  const beat = setInterval(() => console.log(`  still working (${seconds()})`), beatMs);
  try {
    const { code, output } = await finished(spawnQuietly(command, args, env));
    if (code !== 0) throw new Error(`${output.trim()}\n${title} failed: ${[command, ...args].join(' ')}`);
    console.log(`  done (${seconds()})`);
    return output;
  } finally {
    clearInterval(beat);
  }
}

function spawnQuietly(command, args, env) {
  return spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    // npm, npx and their like are scripts on Windows.
    shell: process.platform === 'win32',
  });
}

function finished(child) {
  return new Promise((done, failed) => {
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', failed);
    child.once('close', (code) => done({ code, output }));
  });
}
