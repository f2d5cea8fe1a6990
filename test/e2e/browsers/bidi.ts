import WebSocket from 'ws';

/** A slow answer on a busy machine still comes within this; a hung browser never answers. */
const patienceMs = 60_000;

export interface Context {
  context: string;
  url: string;
}

/** A WebDriver BiDi session (https://w3c.github.io/webdriver-bidi/), as little of it as the driver needs. */
export interface Bidi {
  readonly browserVersion: string;
  /** Sends a command; rejects with the browser's error, and when the browser is gone. */
  send<T = unknown>(method: string, params?: object): Promise<T>;
  /** Top-level browsing contexts. */
  contexts(params?: object): Promise<Context[]>;
  /** Evaluates an expression in a context, awaits it and returns its value by way of JSON. */
  run<T>(context: string, expression: string): Promise<T>;
  close(): void;
}

interface Reply {
  id?: number;
  type: string;
  result?: unknown;
  error?: string;
  message?: string;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address);
  await new Promise((opened, failed) => {
    socket.once('open', opened);
    socket.once('error', failed);
  });
  const send = sender(socket);
  const session = await send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  return {
    browserVersion: session.capabilities.browserVersion,
    send,
    contexts: async (params = {}) =>
      (await send<{ contexts: Context[] }>('browsingContext.getTree', params)).contexts,
    async run<T>(context: string, expression: string) {
      const reply = await send<Evaluated>('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        target: { context },
        awaitPromise: true,
      });
      if (reply.type === 'exception') throw new Error(reply.exceptionDetails?.text ?? 'exception');
      const json = reply.result?.value;
      return (json === undefined ? undefined : JSON.parse(json)) as T;
    },
    close: () => socket.close(),
  };
}

function sender(socket: WebSocket): Bidi['send'] {
  const waiting = new Map<number, (reply: Reply) => void>();
  let count = 0;
  socket.on('message', (data) => {
    const reply: Reply = JSON.parse(String(data));
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  socket.on('close', () => {
    for (const answer of waiting.values()) answer({ type: 'error', error: 'the browser is gone' });
  });
  return <T>(method: string, params: object = {}) =>
    new Promise<T>((done, failed) => {
      const id = ++count;
      const answer = (reply: Reply) => {
        clearTimeout(timer);
        waiting.delete(id);
        if (reply.type === 'error')
          failed(new Error(`${method}: ${reply.error} ${reply.message ?? ''}`.trim()));
        else done(reply.result as T);
      };
      const timer = setTimeout(() => answer({ type: 'error', error: 'no answer' }), patienceMs);
      waiting.set(id, answer);
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ id, method, params }));
      else answer({ type: 'error', error: 'the browser is gone' });
    });
}
