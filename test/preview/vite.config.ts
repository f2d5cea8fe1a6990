import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Shows the windows in a plain page, with no extension around them: `npx vite --config test/preview/vite.config.ts`. */
export default defineConfig({
  root: here('.'),
  cacheDir: here('../../.cache/preview'),
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: { outDir: here('../../.cache/preview/built'), emptyOutDir: true, target: 'esnext' },
});
