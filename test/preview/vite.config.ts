import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Serves the windows in a plain page, with no extension around them. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../.cache/preview', import.meta.url)),
  server: { host: '127.0.0.1', fs: { allow: ['../..'] } },
});
