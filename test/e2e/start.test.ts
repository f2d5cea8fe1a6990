import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { until } from './browsers/until';

interface Run {
  child: ChildProcess;
  said(): string;
  /** The exit code. */
  ended: Promise<number | null>;
}

/** Where this run's browsers keep their profiles: it tells them from all others, and shows what is left behind. */
let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'start-test-'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

function start(...args: string[]): Run {
  const child = spawn(process.execPath, ['demo/bootstrap.mjs', 'demo/start.ts', ...args], {
    env: { ...process.env, TMPDIR: temporary, VITEST: undefined },
  });
  let said = '';
  const hear = (data: Buffer) => {
    said += data;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return { child, said: () => said, ended: new Promise((done) => child.once('close', done)) };
}

/** Command lines of the processes that work in this run's folder. */
const processesLeft = () =>
  spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(temporary));

describe.each(['chromium', 'firefox'])('npm start without a display, in %s', (engine) => {
  test.each([[[]], [['--flask']]])(
    'goes through the demo and shows what was captured %j',
    async (options) => {
      const run = start(engine, '--headless', ...options);
      expect(await run.ended, run.said()).toBe(0);
      const rows = run
        .said()
        .split('\n')
        .filter((line) => line.includes('john_doe'));
      const columns = rows.map((row) => row.split(/ {3,}/));
      const of = (index: number) => columns.map((row) => row[index]);
      expect(of(2).sort()).toEqual(['HS256', 'HS256', 'HS256', 'HS256', 'HS256', 'RS256']);
      expect(rows.filter((row) => /verified/i.test(row))).toHaveLength(4);
      expect(rows.filter((row) => /does not match/i.test(row))).toHaveLength(1);
      expect(rows.filter((row) => row.endsWith('expired'))).toHaveLength(1);
      for (const name of ['panel', 'popup'])
        expect(existsSync(`.cache/start/${engine}-${name}.png`), name).toBe(true);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  test('leaves nothing behind on Ctrl-C', async () => {
    const run = start(engine, '--headless');
    await until('the browser', () => run.said().includes('goes through the demo'));
    expect(processesLeft()).not.toEqual([]);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
    await until('every process to end', () => processesLeft().length === 0);
  });
});

test('npm start says how it is used when it is asked for something else', async () => {
  const run = start('--help');
  expect(await run.ended).toBe(2);
  expect(run.said()).toContain('npm start');
});
