import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../demo/findBrowser';

/** A platform for which no place but the PATH is known, so that this machine's own browsers are not found. */
const elsewhere = { value: 'freebsd' };
const here = { value: process.platform };

let folder: string;
beforeEach(() => {
  Object.defineProperty(process, 'platform', elsewhere);
  folder = mkdtempSync(join(tmpdir(), 'find-browser-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('CLAIMSCOPE_CHROMIUM', undefined);
  vi.stubEnv('CLAIMSCOPE_FIREFOX', undefined);
});
afterEach(() => {
  Object.defineProperty(process, 'platform', here);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function program(name: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

describe('an installed browser', () => {
  test.each([
    ['chromium', 'chromium', 'Chromium'],
    ['chromium', 'microsoft-edge', 'Edge'],
    ['chromium', 'brave-browser', 'Brave'],
    ['firefox', 'firefox-esr', 'Firefox'],
  ] as const)('of engine %s is found on the PATH as %s', (engine, command, name) => {
    const path = program(command);
    expect(findBrowser(engine)).toEqual({ engine, name, path });
  });

  test('Chrome goes before its kin', () => {
    program('brave-browser');
    program('google-chrome');
    expect(findBrowser('chromium')?.name).toBe('Chrome');
  });

  test('a file that cannot be run is none', () => {
    program('firefox', 0o644);
    expect(findBrowser('firefox')).toBeUndefined();
  });

  test('the one named in the environment goes before all', () => {
    program('chromium');
    vi.stubEnv('CLAIMSCOPE_CHROMIUM', '/opt/own/chrome');
    expect(findBrowser('chromium')?.path).toBe('/opt/own/chrome');
  });
});
