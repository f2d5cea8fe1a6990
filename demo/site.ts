import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AlgorithmName, type Claims, check, issue } from './tokens';

/** The guide's own secret, weak and public on purpose: Claimscope warns about it. */
export const secret = 'your-secret-key';

export interface Site {
  /** With a slash at the end. */
  url: string;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

type Route = (headers: IncomingHttpHeaders) => Answer;

/** Answers to a token's claims where it is good, as the guide's decorator does. */
type Guard = (
  text: string | undefined,
  alg: AlgorithmName,
  key: string | KeyObject,
  answer: (claims: Claims) => Answer,
) => Answer;

const hour = 3600;
const user = { user_id: 123, username: 'john_doe' };

interface Options {
  /** A free one unless named. */
  port?: number;
  /** The time it goes by, in milliseconds; the machine's unless given. */
  nowMs?: () => number;
}

/** The guide's application and what stands beside it, on a port of this machine. */
export async function startSite({ port: wanted = 0, nowMs = Date.now }: Options = {}): Promise<Site> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const routes = routesWith(publicKey, privateKey, () => Math.floor(nowMs() / 1000));
  const page = pageWith(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    response.setHeader('date', new Date(nowMs()).toUTCString());
    if (request.method === 'GET' && path === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page);
      return;
    }
    const { status, body, headers } = (routes[`${request.method} ${path}`] ?? unknownRoute)(request.headers);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  });
  const port = await listening(server, wanted);
  return { url: `http://127.0.0.1:${port}/`, close: () => stopped(server) };
}

function routesWith(publicKey: KeyObject, privateKey: KeyObject, now: () => number): Record<string, Route> {
  const guarded: Guard = (text, alg, key, answer) => {
    const checked = check(text, alg, key, now());
    return checked.ok ? answer(checked.claims) : { status: 401, body: { message: checked.message } };
  };
  return {
    'POST /login': () => token({ ...user, exp: now() + hour }),
    'POST /refresh': ({ authorization }) =>
      guarded(authorization, 'HS256', secret, () => token({ ...user, exp: now() + hour, jti: randomUUID() })),
    'POST /tokens/short': () => token({ ...user, iat: now() - hour + 120, exp: now() + 120 }),
    'POST /tokens/expired': () => token({ ...user, iat: now() - 2 * hour, exp: now() - hour }),
    'POST /tokens/foreign': () => token({ ...user, exp: now() + hour }, 'another-secret-key'),
    'POST /tokens/rs256': () => ({
      status: 200,
      body: { token: issue('RS256', { ...user, iat: now(), exp: now() + hour }, privateKey) },
    }),
    'GET /protected': ({ authorization }) => guarded(authorization, 'HS256', secret, welcome),
    'GET /api/profile': ({ authorization }) => guarded(bearer(authorization), 'HS256', secret, welcome),
    'GET /api/rs256': ({ authorization }) => guarded(bearer(authorization), 'RS256', publicKey, welcome),
  };
}

const unknownRoute: Route = () => ({ status: 404, body: { message: 'No such page' } });

const welcome = (claims: Claims): Answer => ({
  status: 200,
  body: { message: `Hello, ${String(claims.username)}`, user_id: claims.user_id },
});

function token(claims: Claims, key = secret): Answer {
  return { status: 200, body: { token: issue('HS256', claims, key) } };
}

/** The token of an Authorization header with the Bearer scheme (RFC 6750 section 2.1). */
function bearer(authorization: string | undefined): string | undefined {
  return /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1];
}

function pageWith(publicKey: string): string {
  return readFileSync(new URL('page.html', import.meta.url), 'utf8').replace(
    '{{public key}}',
    publicKey.trim(),
  );
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) ready(address.port);
    });
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
