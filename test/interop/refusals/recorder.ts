import { request } from 'node:http';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { createFolding } from '../../../src/core/traffic/folding';
import { factsOf, type HarEntry } from '../../../src/core/traffic/har';

/** Sends real requests and writes them down as the DevTools feed does. */
export interface Recorder {
  /** Headers go out exactly as given; a fetch would trim them. Undefined where the feed has nothing to tell. */
  call(url: string, headers?: Record<string, string>, method?: string): Promise<Exchange | undefined>;
  exchanges(): readonly Exchange[];
}

export function createRecorder(): Recorder {
  const folding = createFolding();
  let n = 0;
  return {
    async call(url, headers = {}, method = 'GET') {
      const { entry, body } = await send(url, headers, method);
      folding.add(factsOf(entry, { source: 'test', n, tabId: 1 }, body));
      const id = `test:${n++}`;
      return folding.exchanges().find((exchange) => exchange.id === id);
    },
    exchanges: () => folding.exchanges(),
  };
}

function send(
  url: string,
  headers: Record<string, string>,
  method: string,
): Promise<{ entry: HarEntry; body: string }> {
  const started = Date.now();
  return new Promise((done, failed) => {
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const pairs = Object.entries(response.headersDistinct);
        const entry: HarEntry = {
          startedDateTime: new Date(started).toISOString(),
          time: Date.now() - started,
          request: {
            method,
            url,
            headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
          },
          response: {
            status: response.statusCode ?? 0,
            headers: pairs.flatMap(([name, values]) => (values ?? []).map((value) => ({ name, value }))),
            content: { mimeType: response.headers['content-type'] ?? '' },
          },
        };
        done({ entry, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.once('error', failed);
    sent.end();
  });
}
