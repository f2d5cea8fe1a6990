import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../../../demo/atExit';

/** A browser profile in the system's folder for temporary files. */
export interface Profile {
  folder: string;
  /** The environment to start the browser with. */
  env: Record<string, string | undefined>;
  remove(): void;
}

/** Makes an empty profile; it is removed by `remove`, or at the latest when this process ends. */
export function temporaryProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'claimscope-'));
  const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  const callOff = atExit(clean);
  return {
    folder,
    env: { ...process.env, ...(process.platform === 'linux' ? homeIn(folder) : {}) },
    remove() {
      callOff();
      clean();
    },
  };
}

/** On Linux browsers leave folders in the home and in /tmp beside their profile; so they leave them in the profile. */
function homeIn(folder: string): Record<string, string> {
  const names = {
    HOME: '',
    XDG_CONFIG_HOME: '.config',
    XDG_CACHE_HOME: '.cache',
    XDG_DATA_HOME: '.local/share',
    TMPDIR: 'tmp',
  };
  const paths = Object.entries(names).map(([name, path]) => [name, join(folder, 'home', path)]);
  mkdirSync(join(folder, 'home/tmp'), { recursive: true });
  // The key to an X display lies in the real home.
  return {
    ...Object.fromEntries(paths),
    XAUTHORITY: process.env.XAUTHORITY ?? join(homedir(), '.Xauthority'),
  };
}
