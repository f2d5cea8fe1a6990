import { readdirSync, readFileSync } from 'node:fs';

/** Bytes, pages that processes share divided among them. */
export interface Memory {
  /** Of the browser with all its processes. */
  browser: number;
  /** Of those in which extensions run: our background and our pages, and the browser's own extensions. */
  extension: number;
}

/** What /proc tells of a file that may be gone by now. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const parentOf = (pid: string) => /^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`))?.[1];
const bytesOf = (pid: string) =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;

/** Chromium says so in the command line, Firefox in the name of the process. */
const runsExtensions = (pid: string) =>
  read(`/proc/${pid}/cmdline`).includes('--extension-process') ||
  read(`/proc/${pid}/comm`).startsWith('WebExtensions');

/** The memory that a browser has now; undefined beyond Linux. */
export function memoryOf(profileFolder: string): Memory | undefined {
  if (process.platform !== 'linux') return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const own = new Set(pids.filter((pid) => read(`/proc/${pid}/cmdline`).includes(profileFolder)));
  for (let known = 0; known < own.size; ) {
    known = own.size;
    for (const pid of pids) if (own.has(parentOf(pid) ?? '')) own.add(pid);
  }
  const all = [...own].map((pid) => ({ bytes: bytesOf(pid), extension: runsExtensions(pid) }));
  const sum = (list: typeof all) => list.reduce((total, { bytes }) => total + bytes, 0);
  return { browser: sum(all), extension: sum(all.filter(({ extension }) => extension)) };
}
