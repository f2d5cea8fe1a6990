import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser profile in the system's folder for temporary files. */
export interface Profile {
  folder: string;
  remove(): void;
}

/** Makes an empty profile; it is removed by `remove`, or at the latest when this process exits. */
export function temporaryProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'claimscope-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  process.once('exit', remove);
  return { folder, remove };
}
