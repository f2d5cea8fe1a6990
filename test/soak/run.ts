import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { atExit } from '../../demo/atExit';
import { build } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { ensure } from '../../demo/install';
import { isSound, type SoakFigures, type SoakPlan } from './figures';
import { soakReport } from './report';
import { soak } from './soaking';

const both: readonly Engine[] = ['chromium', 'firefox'];
const file = 'docs/soak.md';

/**
 * `npm run soak [-- minutes [browser]]`: an hour in both browsers at once, or in one; writes docs/soak.md. A run that is stopped writes what
 * it has, and says so. Gives the exit code.
 */
export async function main([given = '60', only]: readonly string[] = []): Promise<number> {
  const minutes = Number(given);
  if (!(minutes > 0)) throw new Error(`How many minutes? "${given}" is no number of them.`);
  const engines = both.filter((engine) => only === undefined || engine === only);
  if (engines.length === 0) throw new Error(`Which browser? "${only}" is none of ${both.join(', ')}.`);
  const plan: SoakPlan = { minutes, rate: 5_000, burst: { least: 250, most: 4_000 } };
  await ensure(engines);
  for (const engine of engines) await build(engine);
  console.log(`Soaking ${engines.join(' and ')} for ${minutes} minutes ...`);
  const latest = new Map<Engine, SoakFigures>();
  const callOff = atExit(() => write(stopped([...latest.values()]), plan));
  const figures = await Promise.all(
    engines.map((engine) =>
      soak(engine, plan, (soFar) => {
        latest.set(engine, soFar);
        say(soFar);
      }),
    ),
  );
  callOff();
  console.log(`\n${write(figures, plan)}\nWritten to ${file}`);
  return figures.every(isSound) ? 0 : 1;
}

function say({ browser, minutes, requests, kills, samples }: SoakFigures): void {
  if (samples.length % 4 !== 0) return;
  console.log(`  ${browser}: minute ${minutes.toFixed(1)}, ${requests} requests, ${kills} kills`);
}

const stopped = (figures: readonly SoakFigures[]) =>
  figures.map((each) => ({ ...each, cutShort: each.cutShort ?? 'The run was stopped.' }));

function write(figures: readonly SoakFigures[], plan: SoakPlan): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${type()} ${release()}`;
  const report = soakReport(figures, plan, machine);
  mkdirSync('docs', { recursive: true });
  writeFileSync(file, report);
  return report;
}
