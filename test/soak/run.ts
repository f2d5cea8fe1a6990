import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { atExit } from '../../demo/atExit';
import { build } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { ensure } from '../../demo/install';
import { isSound, type SoakFigures, type SoakPlan } from './figures';
import { restartsReport, soakReport } from './report';
import { restarts } from './restarts';
import { soak } from './soaking';

const both: readonly Engine[] = ['chromium', 'firefox'];
/** Each browser's has a file of its own, so that one may be soaked anew alone. */
const fileOf = (engine: Engine) => `docs/soak-${engine}.md`;

/**
 * `npm run soak [-- minutes [browser]]`: an hour in both browsers at once, or in one; writes docs/soak-chromium.md and
 * docs/soak-firefox.md. A run that is stopped writes what it has, and says so. `npm run soak -- restarts` writes
 * docs/soak-restarts.md. Gives the exit code.
 */
export async function main([given = '60', only]: readonly string[] = []): Promise<number> {
  if (given === 'restarts') return writeRestarts();
  const minutes = Number(given);
  if (!(minutes > 0)) throw new Error(`How many minutes? "${given}" is no number of them.`);
  const engines = both.filter((engine) => only === undefined || engine === only);
  if (engines.length === 0) throw new Error(`Which browser? "${only}" is none of ${both.join(', ')}.`);
  const plan: SoakPlan = { minutes, rate: 5_000, burst: { least: 250, most: 4_000 } };
  await ensure(engines);
  for (const engine of engines) await build(engine);
  console.log(`Soaking ${engines.join(' and ')} for ${minutes} minutes ...`);
  const latest = new Map<Engine, SoakFigures>();
  const callOff = atExit(() => {
    for (const [engine, figures] of latest) write(engine, stopped(figures), plan);
  });
  const figures = await Promise.all(
    engines.map((engine) =>
      soak(engine, plan, (soFar) => {
        latest.set(engine, soFar);
        say(soFar);
      }),
    ),
  );
  callOff();
  for (const [engine, final] of latest) console.log(`\n${write(engine, final, plan)}`);
  return figures.every(isSound) ? 0 : 1;
}

async function writeRestarts(): Promise<number> {
  await ensure(both);
  const figures = [];
  for (const engine of both) {
    await build(engine);
    figures.push(await restarts(engine));
  }
  const report = restartsReport(figures, machine());
  writeFileSync('docs/soak-restarts.md', report);
  console.log(report);
  return 0;
}

const machine = () => `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${type()} ${release()}`;

function say({ browser, minutes, requests, kills, samples, cutShort }: SoakFigures): void {
  if (cutShort === undefined && samples.length % 4 !== 0) return;
  console.log(
    `  ${browser}: minute ${minutes.toFixed(1)}, ${requests} requests, ${kills} kills ${cutShort ?? ''}`,
  );
}

const stopped = (figures: SoakFigures): SoakFigures => ({
  ...figures,
  cutShort: figures.cutShort ?? 'The run was stopped.',
});

function write(engine: Engine, figures: SoakFigures, plan: SoakPlan): string {
  const report = soakReport(figures, plan, machine());
  mkdirSync('docs', { recursive: true });
  writeFileSync(fileOf(engine), report);
  return report;
}
