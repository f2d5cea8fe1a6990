import { describe, expect, test } from 'vitest';
import { picturesNotCompared } from './notCompared';
import { failed, passed, type Report, tallyOf, totalLines } from './tally';
import { vectorsAbsent } from './vectors';

type Tests = Report['testResults'][number]['assertionResults'];

const report = (tests: Tests, status = 'passed', name = '/repo/test/core/some.test.ts'): Report => ({
  testResults: [{ name, status, assertionResults: tests }],
});
const one = (status: string, fullName = 'a test') => ({ status, fullName });
const lastLine = (...tallies: Parameters<typeof totalLines>[0]) => totalLines(tallies).lines.at(-1);

describe('the last line of npm test', () => {
  test('sums checks and tests', () => {
    const unit = tallyOf('unit', report([one('passed'), one('passed')]), 0);
    expect(lastLine(passed, unit)).toBe('3 passed, 0 failed');
  });

  test.each([
    ['a check that failed', failed('Types')],
    ['a test that failed', tallyOf('unit', report([one('failed')], 'failed'), 1)],
    ['a file that could not be read', tallyOf('unit', report([one('passed')], 'failed'), 1)],
    ['no test at all', tallyOf('unit', report([]), 0)],
    ['an exit code that the tests do not explain', tallyOf('unit', report([one('passed')]), 1)],
    ['a process that was killed', tallyOf('unit', report([one('passed')]), null)],
    ['a test left out for another reason', tallyOf('unit', report([one('skipped')]), 0)],
    ['a test still to be written', tallyOf('unit', report([one('todo')]), 0)],
  ])('counts %s as one failure', (_what, tally) => {
    expect(lastLine(tally)).toMatch(/^\d+ passed, 1 failed$/);
    expect(totalLines([tally]).failed).toBe(1);
  });

  test('says which suites had no vectors, and counts their tests as skipped', () => {
    const tests = [one('passed'), one('skipped', `${vectorsAbsent} reads all`)];
    const { lines, failed: count } = totalLines([tallyOf('unit', report(tests), 0)]);
    expect(lines).toEqual([`${vectorsAbsent}: core/some`, '1 passed, 0 failed, 1 skipped']);
    expect(count).toBe(0);
  });

  test('says which pictures were compared with none, and counts them as skipped', () => {
    const title = picturesNotCompared('Chromium 1');
    const tests = [one('passed'), one('pending', `${title} many`), one('pending', `${title} one`)];
    const { lines, failed: count } = totalLines([tallyOf('e2e', report(tests), 0)]);
    const why = 'pictures, compared only with Chromium 1 and its fonts';
    expect(lines).toEqual([`not compared: ${why}`, '1 passed, 0 failed, 2 skipped']);
    expect(count).toBe(0);
  });

  test('names each test that failed', () => {
    const unit = tallyOf('unit', report([one('passed'), one('failed', 'reads all')], 'failed'), 1);
    expect(totalLines([unit]).lines).toEqual(['failed: unit tests: reads all', '1 passed, 1 failed']);
  });

  test('gives the first line of why a test failed', () => {
    const test = { ...one('failed', 'reads all'), failureMessages: ['Error: no list\n    at here'] };
    const { lines } = totalLines([tallyOf('unit', report([test], 'failed'), 1)]);
    expect(lines[0]).toBe('failed: unit tests: reads all: Error: no list');
  });

  test('names what failed outside a test', () => {
    expect(totalLines([failed('Types')]).lines).toEqual(['failed: Types', '0 passed, 1 failed']);
  });
});
