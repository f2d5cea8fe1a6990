import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from '../demo/build';
import { ensure } from '../demo/install';
import { step } from '../demo/step.mjs';
import { failed, passed, type Tally, tallyOf, totalLines } from './tally';

const node = process.execPath;

/** Steps that are right or wrong as a whole. */
const checks: readonly [title: string, run: () => Promise<unknown>][] = [
  ['Types', () => step('Checking types', [node, 'node_modules/typescript/bin/tsc'])],
  [
    'Lint and format',
    () =>
      step('Checking lint and format', [node, 'node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off']),
  ],
  ['Chrome package', () => build('chromium')],
  ['Firefox package', () => build('firefox')],
  ['addons-linter', () => step('Linting dist/firefox', [node, '.ci/lintFirefox.mjs'])],
];

/** Vitest's projects, in the order of how soon they tell. */
const projects = ['unit', 'e2e', 'interop'];

/** `npm test`. Every step runs, whatever the others say. Gives the exit code. */
export async function main(): Promise<number> {
  await ensure(['chromium', 'firefox', 'flask', 'languages']);
  const tallies: Tally[] = [];
  for (const [title, run] of checks) tallies.push(await judged(title, run));
  for (const project of projects) tallies.push(await suites(project));
  const total = totalLines(tallies);
  console.log(`\n${total.lines.join('\n')}`);
  return total.failed === 0 ? 0 : 1;
}

async function judged(title: string, run: () => Promise<unknown>): Promise<Tally> {
  try {
    await run();
    return passed;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return failed(title);
  }
}

/** Runs one Vitest project, shown as it goes, and counts its tests from Vitest's own report. */
async function suites(project: string): Promise<Tally> {
  console.log(`\nRunning the ${project} tests ...`);
  mkdirSync('.cache/test', { recursive: true });
  const report = `.cache/test/${project}.json`;
  rmSync(report, { force: true });
  const shown = project === 'unit' ? 'default' : 'verbose';
  const reporters = [`--reporter=${shown}`, '--reporter=json', `--outputFile.json=${report}`];
  const code = await exitCode([
    node,
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    ...reporters,
  ]);
  if (!existsSync(report)) return failed(`${project} tests: no report`);
  return tallyOf(project, JSON.parse(readFileSync(report, 'utf8')), code);
}

function exitCode([command = '', ...args]: readonly string[]): Promise<number | null> {
  return new Promise((done, broken) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.once('error', broken);
    child.once('close', done);
  });
}
