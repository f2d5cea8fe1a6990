import { build, type Rolldown } from 'vite';
import { root } from '../sources';

/** Builds an entry as the extension is built, in memory. `source` gives the entry's text where it is no file. */
export async function built(entry: string, source?: string): Promise<readonly Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      write: false,
      target: ['chrome140', 'firefox142'],
      modulePreload: false,
      rolldownOptions: { input: entry },
    },
    plugins: [
      {
        name: 'entry-of-a-benchmark',
        resolveId: (id) => (source !== undefined && id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
  });
  const files = 'output' in result ? result.output : [];
  return files.flatMap((file) => (file.type === 'chunk' ? [file] : []));
}
