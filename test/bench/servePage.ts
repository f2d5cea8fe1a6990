import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { launch } from '../e2e/browsers/launch';
import { built } from './built';
import { resultsOf, tellFailures } from './patience';

/** Serves a page whose only script is that entry, built as the extension is. */
async function servePage(page: string): Promise<{ url: string; close(): void }> {
  const chunks = await built(page);
  const code = new Map(chunks.map((chunk) => [`/${chunk.fileName}`, chunk.code]));
  const entry = chunks.find(({ isEntry }) => isEntry)?.fileName;
  const server = createServer((request, response) => {
    const script = code.get(request.url ?? '');
    if (script !== undefined)
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    // What a part fetched later brings along; Firefox takes nothing else for a style sheet.
    if (request.url?.endsWith('.css')) return response.writeHead(200, { 'content-type': 'text/css' }).end();
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><title>bench</title><script>${tellFailures}</script><script type="module" src="/${entry}"></script>`,
      );
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

/** What a page leaves in `globalThis.results` when it has measured in a browser, and that browser's own words. */
export async function measuredIn<T>(
  engine: Engine,
  entry: string,
): Promise<{ results: readonly T[]; where: string }> {
  const page = await servePage(entry);
  const driver = await launch(engine, { extension: packages[engine] });
  try {
    await driver.tab.visit(page.url);
    return { results: await resultsOf<T>(driver.tab), where: driver.version };
  } finally {
    await driver.close();
    page.close();
  }
}
