import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type errors, jwtVerify } from 'jose';
import jsonwebtoken from 'jsonwebtoken';

interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}
type Check = (request: IncomingMessage) => Promise<Answer | undefined> | Answer | undefined;

export const secret = 'your-secret-key';
const bytes = new TextEncoder().encode(secret);

const json = (status: number, value: object, headers = {}): Answer => ({
  status,
  body: JSON.stringify(value),
  headers,
});
const plain = (status: number, body: string): Answer => ({ status, body });
const bearerIn = ({ headers }: IncomingMessage) => headers.authorization?.split(' ')[1];
const verifyNode = (token: string) => jsonwebtoken.verify(token, secret, { algorithms: ['HS256'] });
const failureOf = (run: () => unknown): Error | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return error as Error;
  }
};

/** Middleware as it stands in tutorials, and as it stands in libraries' examples. */
const checks: Record<string, Check> = {
  // sendStatus answers with the name of the status and nothing else.
  tutorial(request) {
    const token = bearerIn(request);
    if (token === undefined) return plain(401, 'Unauthorized');
    return failureOf(() => verifyNode(token)) && plain(403, 'Forbidden');
  },
  spoken(request) {
    const token = bearerIn(request);
    if (!token) return json(401, { message: 'No token provided' });
    const failure = failureOf(() => verifyNode(token));
    return failure && json(401, { message: failure.message });
  },
  named(request) {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (request.headers.authorization === undefined)
      return json(401, {
        name: 'UnauthorizedError',
        code: 'credentials_required',
        message: 'No authorization token was found',
      });
    if (!/^Bearer$/i.test(scheme ?? '') || !token)
      return json(401, {
        code: 'credentials_bad_format',
        message: 'Format is Authorization: Bearer [token]',
      });
    const failure = failureOf(() => verifyNode(token));
    return failure && json(401, { code: 'invalid_token', message: failure.message });
  },
  raw(request) {
    const token = request.headers.authorization;
    if (!token) return json(401, { error: 'Access denied. No token provided.' });
    const failure = failureOf(() => verifyNode(token));
    return failure && json(400, { error: failure.message });
  },
  async jose(request) {
    const header = request.headers.authorization;
    if (!header?.startsWith('Bearer '))
      return json(401, { error: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });
    try {
      await jwtVerify(header.slice(7), bytes, { algorithms: ['HS256'] });
      return undefined;
    } catch (error) {
      return json(401, { error: (error as Error).message, code: (error as errors.JOSEError).code });
    }
  },
  async challenging(request) {
    const header = request.headers.authorization;
    if (!header?.startsWith('Bearer '))
      return { status: 401, body: '', headers: { 'www-authenticate': 'Bearer realm="api"' } };
    try {
      await jwtVerify(header.slice(7), bytes, {
        algorithms: ['HS256'],
        audience: 'orders',
        issuer: 'https://login.test',
      });
      return undefined;
    } catch (error) {
      const description = (error as Error).message.replaceAll('"', "'");
      const challenge = `Bearer realm="api", error="invalid_token", error_description="${description}"`;
      return { status: 401, body: '', headers: { 'www-authenticate': challenge } };
    }
  },
};

export interface NodeServer {
  url: string;
  close(): Promise<void>;
}

/** Middleware on jsonwebtoken and jose, on a free port of this machine; the path names the middleware. */
export async function startNodeServer(): Promise<NodeServer> {
  const server = createServer(async (request, response) => {
    const check = checks[(request.url ?? '').slice(1)];
    const refused = check ? await check(request) : plain(404, 'Not Found');
    const { status, body, headers } = refused ?? json(200, { ok: true });
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
