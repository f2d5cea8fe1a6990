import { readdirSync, readFileSync } from 'node:fs';

/** What /proc tells of a file that may be gone by now. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const parentOf = (pid: string) => /^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`))?.[1];

/** Bytes of memory that a browser has with all its processes, shared pages shared out; undefined beyond Linux. */
export function memoryOf(profileFolder: string): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const own = new Set(pids.filter((pid) => read(`/proc/${pid}/cmdline`).includes(profileFolder)));
  for (let known = 0; known < own.size; ) {
    known = own.size;
    for (const pid of pids) if (own.has(parentOf(pid) ?? '')) own.add(pid);
  }
  const kilobytes = [...own].map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, each) => sum + each, 0) * 1024;
}
