import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

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
  close(): Promise<void>;
}

const pages: Record<string, { type: string; text: string }> = {
  '/': {
    type: 'text/html',
    text: `<!doctype html><title>truth</title><script>
      const call = (url, authorization, init = {}) =>
        fetch(url, { ...init, headers: { authorization } }).then((r) => r.status, (error) => String(error));
      const xhr = (url, authorization) => new Promise((done) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.setRequestHeader('Authorization', authorization);
        request.onloadend = () => done(request.status);
        request.send();
      });
      const inFrame = (url, authorization) => new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.src = '/frame';
        frame.onload = () => frame.contentWindow.call(url, authorization).then(done);
        document.body.append(frame);
      });
      const answer = (target, message) => new Promise((done) => {
        target.onmessage = ({ data }) => done(data);
        target.postMessage(message);
      });
      const inWorker = (url, authorization) => answer(new Worker('/worker.js'), { url, authorization });
      const askServiceWorker = async (message) => {
        await navigator.serviceWorker.register('/sw.js');
        const { active } = await navigator.serviceWorker.ready;
        const { port1, port2 } = new MessageChannel();
        const done = new Promise((ok) => { port1.onmessage = ({ data }) => ok(data); });
        active.postMessage(message, [port2]);
        return done;
      };
      const inServiceWorker = (url, authorization) => askServiceWorker({ url, authorization });
      const send = (url, init) => fetch(url, init).then((r) => r.text()).then(() => true, String);
      const frame = new Promise((done) => {
        addEventListener('load', () => {
          const element = document.createElement('iframe');
          element.src = '/frame';
          element.onload = () => done(element.contentWindow);
          document.body.append(element);
        });
      });
      const senders = {
        page: send,
        frame: async (url, init) => (await frame).send(url, init),
        worker: (url, init) => answer(new Worker('/worker.js'), { url, init }),
        serviceWorker: (url, init) => askServiceWorker({ url, init }),
      };
      const socket = (url, protocols, message) => new Promise((done) => {
        const opened = new WebSocket(url, protocols);
        opened.onopen = () => opened.send(message);
        opened.onmessage = ({ data }) => done(data);
        opened.onerror = () => done('failed');
      });
      const events = (url) => new Promise((done) => {
        const source = new EventSource(url);
        source.onmessage = ({ data }) => done(data);
        source.onerror = () => done('failed');
      });
    </script>`,
  },
  '/frame': {
    type: 'text/html',
    text: `<!doctype html><script>
      function call(url, authorization) { return fetch(url, { headers: { authorization } }).then((r) => r.status, String); }
      function send(url, init) { return fetch(url, init).then((r) => r.text()).then(() => true, String); }
    </script>`,
  },
  '/worker.js': {
    type: 'text/javascript',
    text: `onmessage = async ({ data: { url, authorization, init } }) =>
      postMessage((await fetch(url, init ?? { headers: { authorization } })).status);`,
  },
  '/sw.js': {
    type: 'text/javascript',
    text: `onactivate = (event) => event.waitUntil(clients.claim());
      onmessage = async ({ data: { url, authorization, init }, ports: [port] }) =>
        port.postMessage((await fetch(url, init ?? { headers: { authorization } })).status);`,
  },
};

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization',
  'access-control-max-age': '0',
};

/** What each address answers, by its beginning. */
const answers: [prefix: string, answer: (request: IncomingMessage, response: ServerResponse) => unknown][] = [
  ['/redirect', (_request, response) => response.writeHead(302, { location: '/api/landed' }).end()],
  ['/refused', (_request, response) => response.writeHead(401).end('{"message":"Invalid token"}')],
  ['/cut', (request) => request.socket.destroy()],
  ['/slow', (_request, response) => void setTimeout(() => response.writeHead(200).end('late'), 1_500)],
  [
    '/set-cookie',
    ({ url = '' }, response) =>
      response.writeHead(200, { 'set-cookie': `${url.split('?')[1]}; Path=/api/with-cookie` }).end(),
  ],
  [
    '/issue',
    async (request, response) => {
      const sent = Buffer.concat(await request.toArray()).toString();
      const token = Buffer.from(sent, 'base64').toString();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: { access_token: token } }));
    },
  ],
  // Answers what it is asked to answer, which comes in base64: so the request itself carries no token.
  [
    '/give',
    async (request, response) => {
      const sent = Buffer.concat(await request.toArray()).toString();
      const { status = 200, headers = {}, body = '' } = JSON.parse(Buffer.from(sent, 'base64').toString());
      response.writeHead(status, headers).end(body);
    },
  ],
  [
    '/events',
    ({ url = '' }, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${Buffer.from(url.split('say=')[1] ?? '', 'base64').toString()}\n\n`);
    },
  ],
  ['/api', (_request, response) => response.writeHead(200, cors).end('{}')],
];

/** A server that answers everything a test page asks and keeps the truth about what it received. */
export async function startTruthServer(host = '127.0.0.1'): Promise<TruthServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '/', headers } = request;
    const page = pages[url];
    if (page) return response.writeHead(200, { 'content-type': page.type }).end(page.text);
    if (url === '/favicon.ico') return response.writeHead(204).end();
    received.push({ method, url, authorization: headers.authorization, cookie: headers.cookie });
    const [, answer] = answers.find(([prefix]) => url.startsWith(prefix)) ?? [];
    return answer ? answer(request, response) : response.writeHead(404).end();
  });
  const sockets = new WebSocketServer({
    server,
    handleProtocols: (offered) => offered.values().next().value ?? false,
  });
  sockets.on('connection', (socket, { url = '' }) => {
    socket.on('message', () => socket.send(Buffer.from(url.split('say=')[1] ?? '', 'base64').toString()));
  });
  await new Promise<void>((ready) => server.listen(0, host, ready));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the guide's application issues it, with the claims given. */
export function issue(claims: object, secret = 'your-secret-key'): string {
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}
