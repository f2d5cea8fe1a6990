import { middleOf, type Sample, type SoakFigures, type SoakPlan } from './figures';
import type { Restarts } from './restarts';

const mega = (bytes: number | undefined) => (bytes === undefined ? '' : (bytes / 1e6).toFixed(1));

/** The figures of one browser in words and tables. */
export function soakReport(figures: SoakFigures, plan: SoakPlan, machine: string): string {
  return `# Soak of ${figures.browser}

Written by \`npm run soak\`; do not edit. A real browser, DevTools closed, ${plan.minutes} minutes, ${plan.rate.toLocaleString('en')} requests a
minute: 1,000 tokens of 1 KB and 5,000 addresses going round, in bursts of what is due. After each burst the background
is killed. Every request that reached the server is in the log, or counted by it as dropped, exactly once.

Measured on ${machine}.
${shortage(figures)}
${table(countTitles, [countsOf(figures)])}

## Memory

Taken after the page that sends was loaded anew and garbage was collected, so that it tells what is kept. The
extension's process holds its background, and one of its pages that the log is read through at the end. The log itself
lies in session memory, which is the browser's; it grows up to its bound of 9 MB and then drops what is oldest. Middle
(median) of the samples in the first and in the last quarter of the time, in MB:

${table(
  ['what', 'first quarter', 'last quarter', 'change'],
  quarters.map(([what, read]) => quarterRow(figures, what, read)),
)}

## In the course of time

${samplesOf(figures)}
`;
}

const kilo = (bytes: number | undefined) => (bytes === undefined ? '' : (bytes / 1e3).toFixed(0));

/** What browsers keep of restarts, in words and a table. */
export function restartsReport(figures: readonly Restarts[], machine: string): string {
  return `# Restarts of the background

Written by \`npm run soak -- restarts\`; do not edit. The background is killed again and again, without any traffic: ours,
and one that listens to the same events and does nothing. What the extension's process keeps of each restart, after
garbage was collected, in kB:

${table(
  ['browser', 'ours', 'one that only listens'],
  figures.map(({ browser, own, listening }) => [browser, kilo(own), kilo(listening)]),
)}

Measured on ${machine}.
`;
}

const shortage = ({ minutes, cutShort }: SoakFigures) =>
  cutShort === undefined ? '' : `\n**Cut short** after ${minutes.toFixed(1)} minutes. ${cutShort}\n`;

const countTitles = [
  'minutes',
  'requests',
  'a minute',
  'kills',
  'failed in the page',
  'in the log',
  'counted as dropped',
  'missing',
  'too many',
];

const countsOf = ({ minutes, requests, kills, failed, logged, dropped, tooMany }: SoakFigures) => [
  minutes.toFixed(1),
  requests,
  minutes > 0 ? (requests / minutes).toFixed(0) : '',
  kills,
  failed,
  logged,
  dropped,
  requests - logged - dropped,
  tooMany ?? 'not compared',
];

type Reading = (sample: Sample) => number | undefined;

const quarters: readonly (readonly [what: string, Reading])[] = [
  ["the extension's process", ({ memory }) => memory?.extension],
  ['the whole browser', ({ memory }) => memory?.browser],
];

function quarterRow({ samples }: SoakFigures, what: string, read: Reading): readonly string[] {
  const quarter = Math.ceil(samples.length / 4);
  const first = middleOf(samples.slice(0, quarter), read);
  const last = middleOf(samples.slice(-quarter), read);
  const change = first && last ? `${((last / first - 1) * 100).toFixed(0)} %` : '';
  return [what, mega(first), mega(last), change];
}

/** Samples in one row. */
const TOGETHER = 4;

function samplesOf({ samples }: SoakFigures): string {
  const groups = Array.from({ length: Math.ceil(samples.length / TOGETHER) }, (_, n) =>
    samples.slice(n * TOGETHER, (n + 1) * TOGETHER),
  );
  return table(
    [
      'until minute',
      'requests',
      'session memory, MB',
      "the extension's process, MB",
      'the whole browser, MB',
    ],
    groups.map((group) => [
      group.at(-1)?.minute.toFixed(1) ?? '',
      group.at(-1)?.requests ?? 0,
      mega(group.at(-1)?.sessionBytes),
      ...quarters.map(([, read]) => mega(middleOf(group, read))),
    ]),
  );
}

function table(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)].join('\n');
}
