import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** Serves a page that has core in it, as `entry` makes use of it, bundled as the product bundles it: with its lazily loaded chunks. */
export async function serveCore(entry = 'coreInPage.ts'): Promise<{ url: string; close(): void }> {
  const files = await bundleCore(entry);
  const server = createServer((request, response) => {
    const file = files.get((request.url ?? '/').slice(1));
    response.setHeader('content-type', file === undefined ? 'text/html' : 'text/javascript');
    response.end(file ?? '<!doctype html><script type="module" src="/core.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/page`, close: () => server.close() };
}

async function bundleCore(entry: string): Promise<ReadonlyMap<string, string>> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: ['chrome140', 'firefox142'],
      modulePreload: false,
      rolldownOptions: {
        input: { core: fileURLToPath(new URL(entry, import.meta.url)) },
        output: { entryFileNames: '[name].js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : '']));
}
