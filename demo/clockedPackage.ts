import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = 'extensionClock.js';

interface Clock {
  /** At which the extension's windows stand still, in milliseconds. */
  windowMs: number;
  /** By how much its background is ahead of the machine, in milliseconds. */
  offsetMs: number;
}

/** A copy of Chromium's package whose clock is set, in a folder of its own. Gives the folder. */
export function clockedPackage(folder: string, clock: Clock): string {
  const copy = mkdtempSync(join(tmpdir(), 'claimscope-clocked-'));
  cpSync(folder, copy, { recursive: true });
  const setting = readFileSync(new URL(script, import.meta.url), 'utf8');
  writeFileSync(join(copy, script), `globalThis.clock = ${JSON.stringify(clock)};\n${setting}`);
  const { background } = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'));
  putInFront(join(copy, background.service_worker), `import './${script}';\n`);
  for (const page of readdirSync(join(copy, 'src')))
    putInFront(join(copy, 'src', page), `<script src="/${script}"></script>\n`, '<head>');
  return copy;
}

function putInFront(file: string, addition: string, mark = ''): void {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(mark) + mark.length;
  writeFileSync(file, text.slice(0, at) + addition + text.slice(at));
}
