import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { build } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { ensure } from '../../demo/install';
import { soakReport } from './report';
import { soak } from './soaking';

const engines: readonly Engine[] = ['chromium', 'firefox'];

/** `npm run soak [-- minutes]`: an hour in both browsers at once; writes docs/soak.md. Gives the exit code. */
export async function main([given = '60']: readonly string[] = []): Promise<number> {
  const minutes = Number(given);
  if (!(minutes > 0)) throw new Error(`How many minutes? "${given}" is no number of them.`);
  await ensure(['chromium', 'firefox']);
  for (const engine of engines) await build(engine);
  console.log(`Soaking both browsers for ${minutes} minutes ...`);
  const figures = await Promise.all(
    engines.map((engine) => soak(engine, { minutes, rate: 5_000, burst: 250 })),
  );
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${type()} ${release()}`;
  const report = soakReport(figures, machine);
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/soak.md', report);
  console.log(`\n${report}\nWritten to docs/soak.md`);
  return figures.every(
    ({ requests, logged, dropped, tooMany }) => logged + dropped === requests && tooMany === 0,
  )
    ? 0
    : 1;
}
