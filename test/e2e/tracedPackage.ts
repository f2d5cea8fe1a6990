import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { root } from '../sources';
import type { View } from './browsers/driver';
import recorder from './tracing.js?raw';

/** The built package, in a folder of its own, with a recorder of consoles and errors in each page and the background. */
export function tracedPackage(engine: Engine): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'claimscope-traced-'));
  cpSync(join(root, packages[engine]), folder, { recursive: true });
  writeFileSync(join(folder, 'tracing.js'), recorder);
  prepend(join(folder, 'service-worker-loader.js'), "import './tracing.js';\n");
  for (const page of readdirSync(join(folder, 'src')).filter((name) => name.endsWith('.html')))
    addScript(join(folder, 'src', page));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function prepend(file: string, text: string): void {
  writeFileSync(file, text + readFileSync(file, 'utf8'));
}

/** A module script waits for the document to be read; this one, before all of them, does not. */
function addScript(file: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace('<head>', '<head><script src="/tracing.js"></script>');
  if (changed === text) throw new Error(`${file} has no head`);
  writeFileSync(file, changed);
}

/** What was told to any console, thrown and caught by nobody, or refused by the policy, by a page of the extension. */
export async function tracesIn(page: View): Promise<readonly string[]> {
  const stored = await page.run<Record<string, unknown>>(
    '(globalThis.browser ?? chrome).storage.local.get(null)',
  );
  return Object.entries(stored).flatMap(([key, told]) =>
    key.startsWith('trace.') ? (told as string[]) : [],
  );
}
