import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { pages } from './truthPage';

/** One request as it reached the server: what the session log must hold, no more and no less. */
export interface Received {
  method: string;
  url: string;
  authorization: string | undefined;
  cookie: string | undefined;
}

export interface TruthServer {
  /** Without a slash at the end. */
  url: string;
  received: Received[];
  /** Is told of every text that passes, received or sent, and where: "url", "request-header dpop", "response-body". */
  onPassed?: ((place: string, text: string) => void) | undefined;
  close(): Promise<void>;
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization',
  'access-control-max-age': '0',
};

/** What the server answers; undefined: it breaks the connection off. */
interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Characters that follow the body. */
  padding?: number;
  /** The answer goes on after its body. */
  open?: boolean;
  /** Milliseconds that it comes late. */
  lateMs?: number;
}

const hex = (text: string) => Buffer.from(text).toString('hex');
const fromHex = (text = '') => Buffer.from(text, 'hex').toString();

/** The address whose answer this is. It is told in hexadecimal, so that the request itself carries no token. */
export const addressOf = (answer: Answer) => `/give?${hex(JSON.stringify(answer))}`;
/** The address of a WebSocket that says this once it is spoken to. */
export const socketThatSays = (text: string) => `/socket?say=${hex(text)}`;

/** What each address answers, by its beginning. */
const answers: [prefix: string, answer: (url: string) => Answer | undefined][] = [
  ['/redirect', () => ({ status: 302, headers: { location: '/api/landed' } })],
  ['/refused', () => ({ status: 401, body: '{"message":"Invalid token"}' })],
  ['/cut', () => undefined],
  ['/slow', () => ({ body: 'late', lateMs: 1_500 })],
  ['/give', (url) => JSON.parse(fromHex(url.split(/[?&]/)[1]))],
  ['/api', () => ({ headers: cors, body: '{}' })],
];

/** A server that answers everything a test page asks and keeps the truth about what it received. */
export async function startTruthServer(host = '127.0.0.1'): Promise<TruthServer> {
  const received: Received[] = [];
  const truth: TruthServer = { url: '', received, close: async () => {} };
  const tell: Tell = (place, text) => truth.onPassed?.(place, text);
  const server = createServer(async (request, response) => {
    const { method = '', url = '/', headers } = request;
    const page = pages[url];
    if (page) return response.writeHead(200, { 'content-type': page.type }).end(page.text);
    if (url === '/favicon.ico') return response.writeHead(204).end();
    received.push({ method, url, authorization: headers.authorization, cookie: headers.cookie });
    tellHead(request, tell);
    const body = await request.toArray().catch(() => []);
    tell('request-body', Buffer.concat(body).toString());
    const [, answer] = answers.find(([prefix]) => url.startsWith(prefix)) ?? [];
    return respond(response, answer ? answer(url) : { status: 404 }, tell);
  });
  const sockets = startSockets(server, tell);
  await new Promise<void>((ready) => server.listen(0, host, ready));
  return Object.assign(truth, {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

type Tell = NonNullable<TruthServer['onPassed']>;

function tellHead({ url = '', headers }: IncomingMessage, tell: Tell): void {
  tell('url', url);
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'cookie') tell(`request-header ${name}`, String(value));
    else for (const pair of String(value).split('; ')) tell(`request-cookie ${nameOf(pair)}`, pair);
  }
}

const nameOf = (pair: string) => pair.slice(0, pair.indexOf('='));

async function respond(response: ServerResponse, answer: Answer | undefined, tell: Tell): Promise<void> {
  if (!answer) return void response.destroy();
  const { status = 200, headers = {}, body = '', padding = 0, open, lateMs } = answer;
  if (lateMs !== undefined) await new Promise((done) => setTimeout(done, lateMs));
  for (const [name, value] of Object.entries(headers))
    tell(name === 'set-cookie' ? `set-cookie ${nameOf(value)}` : `response-header ${name}`, value);
  tell('response-body', body);
  response.writeHead(status, headers).write(body + ' '.repeat(padding));
  if (!open) response.end();
}

function startSockets(server: Server, tell: Tell): WebSocketServer {
  const sockets = new WebSocketServer({
    server,
    handleProtocols: (offered) => offered.values().next().value ?? false,
  });
  sockets.on('connection', (socket, request) => {
    tellHead(request, tell);
    tell('response-header sec-websocket-protocol', socket.protocol);
    const says = fromHex(request.url?.split(/say=|&/)[1]);
    socket.on('message', (data) => {
      tell('websocket-sent', String(data));
      tell('websocket-received', says);
      socket.send(says);
    });
  });
  return sockets;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the guide's application issues it, with the claims given. */
export function issue(claims: object, secret = 'your-secret-key'): string {
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}
