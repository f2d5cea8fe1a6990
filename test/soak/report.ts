import type { SoakFigures } from './soaking';

const mega = (bytes: number | undefined) => (bytes === undefined ? '' : (bytes / 1e6).toFixed(1));

/** The figures in words and tables. */
export function soakReport(figures: readonly SoakFigures[], machine: string): string {
  return `# Soak

Written by \`npm run soak\`; do not edit. Real browsers, DevTools closed, 1,000 tokens of 1 KB and 5,000 addresses going
round in bursts of 250 requests; after each burst the background is killed. Every request that reached the server is in
the log, or counted by it as dropped, exactly once.

Measured on ${machine}.

${table(
  [
    'browser',
    'minutes',
    'requests',
    'a minute',
    'kills',
    'in the log',
    'counted as dropped',
    'missing',
    'too many',
  ],
  figures.map(({ browser, minutes, requests, kills, logged, dropped, tooMany }) => [
    browser,
    minutes.toFixed(1),
    `${requests}`,
    (requests / minutes).toFixed(0),
    `${kills}`,
    `${logged}`,
    `${dropped}`,
    `${requests - logged - dropped}`,
    `${tooMany}`,
  ]),
)}
${figures.map(samplesOf).join('')}`;
}

const samplesOf = ({ browser, samples }: SoakFigures) => `
## ${browser}

${table(
  ['minute', 'requests', 'session memory, MB', 'whole browser, MB'],
  samples.map(({ minute, requests, sessionBytes, memory }) => [
    minute.toFixed(1),
    `${requests}`,
    mega(sessionBytes),
    mega(memory),
  ]),
)}
`;

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)].join('\n');
}
