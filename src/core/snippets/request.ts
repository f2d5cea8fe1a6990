import { type Exchange, isSent } from '../traffic/exchange';
import { type Piece, piecesOf, shellWord } from './shellWord';
import { lines, names } from './snippet';

interface Header {
  name: string;
  value: Piece[];
}

/** A request to send again, with a variable in place of every token. */
export interface AgainRequest {
  method: string;
  url: Piece[];
  headers: readonly Header[];
}

const asWritten = (name: string) => name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

/** The tokens of a request with the variables that hold them: `text` is TOKEN, others TOKEN_2, TOKEN_3 ... */
function variablesOf({ captures }: Exchange, text: string) {
  const sent = captures.filter(({ carrier }) => isSent(carrier)).map(({ token }) => token);
  const tokens = [...new Set([text, ...sent])].map((token, at) => ({
    token,
    name: at === 0 ? names.token : `${names.token}_${at + 1}`,
  }));
  // One that holds another goes first.
  return tokens.sort((a, b) => b.token.length - a.token.length);
}

/** What is known of a request, so that it can be sent again with `text` in its place. */
export function requestAgain(exchange: Exchange, text: string): AgainRequest {
  const variables = variablesOf(exchange, text);
  const headers = new Map<string, string>();
  const cookies: string[] = [];
  for (const { carrier, before, token, after } of exchange.captures) {
    if (carrier.place === 'request-header') headers.set(carrier.name, before + token + after);
    if (carrier.place === 'request-cookie') cookies.push(`${carrier.name}=${token}`);
  }
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  return {
    method: exchange.method,
    url: piecesOf(exchange.url, variables),
    headers: [...headers].map(([name, value]) => ({
      name: asWritten(name),
      value: piecesOf(value, variables),
    })),
  };
}

const textOf = (pieces: readonly Piece[]) =>
  pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');

function methodOption(method: string): string[] {
  if (method === 'GET') return [];
  return method === 'HEAD' ? ['--head'] : [`-X ${shellWord([{ text: method }])}`];
}

/** The request as a command line of curl. */
export function curl({ method, url, headers }: AgainRequest): string {
  const options = [
    ...methodOption(method),
    // It would take brackets for a range.
    ...(/[[\]{}]/.test(textOf(url)) ? ['--globoff'] : []),
    ...headers.map(({ name, value }) => `-H ${shellWord([{ text: `${name}: ` }, ...value])}`),
  ];
  return lines(['curl', ...options, shellWord(url)].join(' \\\n  '));
}

/** The request as a command line of HTTPie; undefined for a method that it would take for an address. */
export function httpie({ method, url, headers }: AgainRequest): string | undefined {
  if (!/^[A-Za-z]+$/.test(method)) return undefined;
  const items = headers.map(({ name, value }) => shellWord([{ text: `${name}:` }, ...value]));
  return lines([`http ${method} ${shellWord(url)}`, ...items].join(' \\\n  '));
}
