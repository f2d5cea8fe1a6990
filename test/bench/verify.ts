import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { launch } from '../e2e/browsers/launch';
import { until } from '../e2e/browsers/until';
import { built } from './built';
import type { Row } from './row';

interface Result {
  alg: string;
  /** Milliseconds per token: one that was checked before, one that is new, and the bare verification. */
  known: number;
  fresh: number;
  bare: number;
}

/** Serves the bench page, built as the extension is. */
async function servePage(): Promise<{ url: string; close(): void }> {
  const chunks = await built('test/bench/verifyPage.ts');
  const code = new Map(chunks.map((chunk) => [`/${chunk.fileName}`, chunk.code]));
  const entry = chunks.find(({ isEntry }) => isEntry)?.fileName;
  const server = createServer((request, response) => {
    const script = code.get(request.url ?? '');
    if (script !== undefined)
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><title>bench</title><script type="module" src="/${entry}"></script>`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Our verification, key choice and all, against crypto.subtle.verify alone with a cached key. */
export async function verifySpeed(engine: Engine): Promise<Row[]> {
  const page = await servePage();
  const driver = await launch(engine, { extension: packages[engine] });
  try {
    await driver.tab.visit(page.url);
    const results = await until('the measurements', () =>
      driver.tab.run<Result[] | null>('globalThis.results ?? null'),
    );
    const rowOf = (what: string, own: number, bare: number, aim: string): Row => ({
      what,
      against: 'bare crypto.subtle.verify, cached key',
      where: driver.version,
      figures: `${(own * 1000).toFixed(0)} / ${(bare * 1000).toFixed(0)} µs`,
      ratio: bare / own,
      aim,
    });
    return results.flatMap(({ alg, known, fresh, bare }) => [
      rowOf(`Verify ${alg}, a token checked before`, known, bare, '>= 0.75 (speed)'),
      rowOf(`Verify ${alg}, a new token`, fresh, bare, 'none (speed)'),
    ]);
  } finally {
    await driver.close();
    page.close();
  }
}
