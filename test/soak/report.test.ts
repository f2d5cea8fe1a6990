import { describe, expect, test } from 'vitest';
import { due, isSound, type SoakFigures, type SoakPlan } from './figures';
import { restartsReport, soakReport } from './report';

const plan: SoakPlan = { minutes: 60, rate: 6_000, burst: { least: 250, most: 2_000 } };
const mega = 1_000_000;

const figures: SoakFigures = {
  browser: 'Browser 1.0',
  minutes: 60,
  requests: 300,
  kills: 3,
  failed: 0,
  logged: 200,
  dropped: 100,
  tooMany: 0,
  samples: Array.from({ length: 96 }, (_, n) => ({
    minute: (n / 96) * 60,
    requests: n * 3,
    sessionBytes: n * mega,
    memory: { browser: (n < 48 ? 400 : 500) * mega, extension: 50 * mega },
  })),
};

describe('what is due', () => {
  test.each([
    ['a burst at once', 0, 0, 250],
    ['nothing while it makes no burst', 2_400, 250, 0],
    ['what the time asks for', 10_000, 250, 1_000],
    ['no more than a burst holds', 60_000, 0, 2_000],
    ['nothing that was sent', 10_000, 1_250, 0],
  ])('%s', (_what, elapsedMs, sent, expected) => expect(due(plan, elapsedMs, sent)).toBe(expected));
});

describe('a soak', () => {
  test.each<[string, Partial<SoakFigures>, boolean]>([
    ['is sound when all is in the log or counted', {}, true],
    ['is not when one is missing', { logged: 199 }, false],
    ['is not when one is too many', { tooMany: 1 }, false],
    ['is not when the log was not compared', { tooMany: undefined }, false],
    ['is not when it was cut short', { cutShort: 'The run was stopped.' }, false],
  ])('%s', (_what, change, sound) => expect(isSound({ ...figures, ...change })).toBe(sound));
});

describe('its report', () => {
  const report = soakReport(figures, plan, 'a machine');

  test('compares the first quarter with the last', () => {
    expect(report).toContain('| the whole browser | 400.0 | 500.0 | 25 % |');
    expect(report).toContain("| the extension's process | 50.0 | 50.0 | 0 % |");
  });

  test('has a row for two or three minutes', () => {
    const rows = report.split('## In the course of time')[1]?.match(/^\| \d/gm);
    expect(rows).toHaveLength(24);
  });

  test('says nothing of a shortage where there is none, and else why', () => {
    expect(report).not.toContain('Cut short');
    const cut = { ...figures, minutes: 12.34, tooMany: undefined, cutShort: 'The run was stopped.' };
    const told = soakReport(cut, plan, 'a machine');
    expect(told).toContain('**Cut short** after 12.3 minutes. The run was stopped.');
    expect(told).toContain('not compared');
  });
});

test('what is kept of restarts is told in kB, and left out where it cannot be measured', () => {
  const figures = [
    { browser: 'Browser 1.0', own: 73_400, listening: -600 },
    { browser: 'Browser 2.0', own: undefined, listening: undefined },
  ];
  const report = restartsReport(figures, 'a machine');
  expect(report).toContain('| Browser 1.0 | 73 | -1 |\n| Browser 2.0 |  |  |');
  expect(report).toContain('Measured on a machine.');
});
