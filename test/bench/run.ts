import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { build } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { ensure } from '../../demo/install';
import { popupReady } from './popup';
import { readingSpeed } from './reading';
import { type Row, tableOf } from './row';
import { timelineSpeed } from './timeline';
import { trafficCost } from './traffic';
import { verifyManySpeed, verifySpeed } from './verify';
import { weigh } from './weight';

const engines: readonly Engine[] = ['chromium', 'firefox'];

/** `npm run bench`: measures everything and writes docs/benchmarks.md. Gives the exit code. */
export async function main(): Promise<number> {
  await ensure(['chromium', 'firefox']);
  const rows: Row[] = [];
  for (const engine of engines) await build(engine);
  rows.push(...(await weigh()));
  for (const engine of engines) {
    rows.push(await popupReady(engine));
    rows.push(...(await verifySpeed(engine)));
    rows.push(...(await verifyManySpeed(engine)));
    rows.push(...(await readingSpeed(engine)));
    rows.push(...(await trafficCost(engine)));
    rows.push(...(await timelineSpeed(engine)));
  }
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${type()} ${release()}, Node ${process.versions.node}`;
  const text = `# Benchmarks

Written by \`npm run bench\`; do not edit. Each row measures two things side by side in one run, so that the machine
cancels out of the ratio: our figure, then the other's. "Ratio" is ours divided by the other's; for speed it is the
other's time divided by ours.

Measured on ${machine}.

${tableOf(rows)}
`;
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/benchmarks.md', text);
  console.log(`\n${tableOf(rows)}\n\nWritten to docs/benchmarks.md`);
  return 0;
}
