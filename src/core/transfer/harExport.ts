import type { Capture, Exchange } from '../traffic/exchange';
import { ownMember } from './kept';

interface Pair {
  name: string;
  value: string;
}

/** An exchange as a HAR 1.2 entry: what was kept of it, and nothing made up for what was not. */
export function harEntryOf(exchange: Exchange): object {
  const { method, url, startedMs, endedMs = startedMs, status = 0, error } = exchange;
  const time = Math.max(0, endedMs - startedMs);
  const request = requestHeaders(exchange);
  const response = responseHeaders(exchange);
  const params = inPlace(exchange, 'request-body').map(({ carrier, token }) => ({
    name: carrier.name,
    value: token,
  }));
  return {
    startedDateTime: new Date(startedMs).toISOString(),
    time,
    request: {
      method,
      url,
      ...unknownSizes,
      headers: request,
      queryString: queryOf(url),
      cookies: inPlace(exchange, 'request-cookie').map(cookieOf),
      ...(params.length > 0 && { postData: { mimeType: '', params } }),
    },
    response: {
      status,
      statusText: '',
      ...unknownSizes,
      headers: response,
      cookies: inPlace(exchange, 'set-cookie').map(cookieOf),
      content: { size: -1, mimeType: '' },
      redirectURL: response.find(({ name }) => name === 'location')?.value ?? '',
      ...(error !== undefined && { _error: error }),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    [ownMember]: exchange,
  };
}

const unknownSizes = { httpVersion: '', headersSize: -1, bodySize: -1 };

const inPlace = ({ captures }: Exchange, wanted: Capture['carrier']['place']) =>
  captures.filter(({ carrier }) => carrier.place === wanted);

const cookieOf = ({ carrier, token }: Capture): Pair => ({ name: carrier.name, value: token });

/** A header's value as sent, once, also where it held several tokens. */
const headersOf = (captures: readonly Capture[]): Pair[] => [
  ...new Map(
    captures.map(({ carrier, before, token, after }): [string, Pair] => {
      const value = before + token + after;
      return [`${carrier.name} ${value}`, { name: carrier.name, value }];
    }),
  ).values(),
];

function requestHeaders(exchange: Exchange): Pair[] {
  const cookies = inPlace(exchange, 'request-cookie').map(({ carrier, token }) => `${carrier.name}=${token}`);
  return [
    ...headersOf(inPlace(exchange, 'request-header')),
    ...(exchange.authorization === undefined
      ? []
      : [{ name: 'authorization', value: exchange.authorization }]),
    ...(cookies.length > 0 ? [{ name: 'cookie', value: cookies.join('; ') }] : []),
  ];
}

function responseHeaders(exchange: Exchange): Pair[] {
  const { serverDateMs, challenges = [] } = exchange;
  return [
    ...(serverDateMs === undefined ? [] : [{ name: 'date', value: new Date(serverDateMs).toUTCString() }]),
    ...challenges.map((value) => ({ name: 'www-authenticate', value })),
    ...headersOf(inPlace(exchange, 'response-header')),
    ...inPlace(exchange, 'set-cookie').map(({ carrier, token, after }) => ({
      name: 'set-cookie',
      value: `${carrier.name}=${token}${after}`,
    })),
  ];
}

function queryOf(url: string): Pair[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return query === '' ? [] : [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}
