import { summarize } from '../token/summary';
import type { Exchange } from '../traffic/exchange';

/** The words of a report, in the reader's language. */
export interface ReportWords {
  title: string;
  note: string;
  tokens: string;
  requests: string;
  /** Titles of the columns of tokens and of requests. */
  tokenColumns: readonly [
    number: string,
    who: string,
    algorithm: string,
    issued: string,
    expires: string,
    requests: string,
  ];
  requestColumns: readonly [time: string, method: string, address: string, status: string, carriers: string];
}

/** A report to paste into an issue: the tokens, numbered, then the requests with the numbers of their tokens. */
export function markdownOf(exchanges: readonly Exchange[], words: ReportWords): string {
  const counts = new Map<string, number>();
  for (const { captures } of exchanges)
    for (const token of new Set(captures.map((each) => each.token)))
      counts.set(token, (counts.get(token) ?? 0) + 1);
  const tokens = [...counts.keys()];
  const numbers = new Map(tokens.map((token, at) => [token, at + 1]));
  return [
    `# ${words.title}`,
    words.note,
    `## ${words.tokens}`,
    table(
      words.tokenColumns,
      tokens.map((token, at) => [`${at + 1}`, ...tokenCells(token), `${counts.get(token)}`]),
    ),
    `## ${words.requests}`,
    table(
      words.requestColumns,
      exchanges.map((exchange) => requestCells(exchange, numbers)),
    ),
    ...tokens.map((token, at) => `### ${at + 1}\n\n\`\`\`\n${token}\n\`\`\``),
    '',
  ].join('\n\n');
}

function tokenCells(token: string): string[] {
  const { who = '', alg = '', iatSeconds, expSeconds } = summarize(token);
  return [who, alg, timeOf(iatSeconds), timeOf(expSeconds)];
}

const farthest = 8.64e12;
const timeOf = (seconds: number | undefined) =>
  seconds === undefined || Math.abs(seconds) > farthest ? '' : new Date(seconds * 1_000).toISOString();

function requestCells(exchange: Exchange, numbers: ReadonlyMap<string, number>): string[] {
  const { startedMs, method, url, status, error = '', captures } = exchange;
  const carriers = captures.map(({ carrier: { place, name }, before, token }) =>
    `${place} ${name} ${before.trim()} → ${numbers.get(token)}`.replace(/\s+/g, ' '),
  );
  return [new Date(startedMs).toISOString(), method, url, `${status ?? error}`, carriers.join('; ')];
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
}

/** What came from outside must neither end the cell nor become markup. */
const escaped = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\|`*_<>[\]#&~]/g, '\\$&');
