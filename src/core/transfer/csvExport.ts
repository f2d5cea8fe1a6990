import type { Capture, Exchange } from '../traffic/exchange';

type Column = (exchange: Exchange, capture: Capture | undefined) => string | number | undefined;

/** One line for each capture, and one for a request that was refused without any token. */
const columns: Readonly<Record<string, Column>> = {
  time: ({ startedMs }) => new Date(startedMs).toISOString(),
  method: ({ method }) => method,
  url: ({ url }) => url,
  status: ({ status }) => status,
  error: ({ error }) => error,
  tab: ({ tabId }) => tabId,
  place: (_, capture) => capture?.carrier.place,
  name: (_, capture) => capture?.carrier.name,
  before: (_, capture) => capture?.before,
  token: (_, capture) => capture?.token,
  opaque: (_, capture) => capture?.opaque,
};

/** RFC 4180. */
export function csvOf(exchanges: readonly Exchange[]): string {
  const lines = exchanges.flatMap((exchange) => {
    const captures = exchange.captures.length > 0 ? exchange.captures : [undefined];
    return captures.map((capture) => Object.values(columns).map((column) => cell(column(exchange, capture))));
  });
  return [Object.keys(columns), ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front, so that it is none. */
function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
