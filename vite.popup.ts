import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

/*
 * What keeps the popup small and quick: which files it is made of, what is fetched along with it, and what it does
 * without.
 */

/**
 * webextension-polyfill as a module of its own kind, which needs no loader for others, and with no more in its table than
 * the namespaces and functions that src/browser names. The build fails where the table is not found.
 */
export function slimPolyfill(): Plugin {
  return {
    name: 'claimscope-slim-polyfill',
    transform: {
      filter: { id: /webextension-polyfill\/dist\/browser-polyfill\.js(\?behind)?$/ },
      async handler(code) {
        const named = await namesIn(new URL('src/browser/', import.meta.url));
        const slim = code.replace(/(?<=const apiMetadata = )\{[\s\S]*?\n {6}\}(?=;)/, (table) =>
          JSON.stringify(JSON.parse(table), (_key, value) =>
            typeof value !== 'object' || 'minArgs' in value
              ? value
              : Object.fromEntries(Object.entries(value).filter(([name]) => named.has(name))),
          ),
        );
        if (slim === code) this.error('the table of webextension-polyfill is not where it was');
        return {
          code: `const module = {}, exports = module;\n${slim}\nexport default module.exports;`,
          map: null,
        };
      },
    },
  };
}

/**
 * What Vite puts around import() so that a lazy part comes with its style sheets. Its own also preloads scripts, which
 * a package on the disk does not need, and is a sixtieth of what the popup loads.
 */
export function withStyles(): Plugin {
  return {
    name: 'claimscope-with-styles',
    enforce: 'pre',
    load: {
      filter: { id: /^\0vite\/preload-helper\.js(\?behind)?$/ },
      handler: () => ({
        code: `const asked = {};
const sheet = (file) => new Promise((done) => {
  if (document.querySelector(\`link[href="/\${file}"]\`)) return done();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/' + file, onload: done, onerror: done });
  document.head.append(link);
});
export const __vitePreload = async (load, files = []) => {
  await Promise.all(files.map((file) => (asked[file] ??= sheet(file))));
  return load();
};`,
        moduleSideEffects: false,
      }),
    },
  };
}

/** Every word in the files of a folder. */
async function namesIn(folder: URL): Promise<Set<string>> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  return new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
}

const ahead = fileURLToPath(new URL('src/browser/ahead.ts', import.meta.url));
const tokenOrEmpty = fileURLToPath(new URL('src/ui/token/TokenOrEmpty.tsx', import.meta.url));

/** Adds to modules all that they import statically, and what that imports. */
function withImports(ids: readonly string[], graph: Rolldown.ChunkingContext): Set<string> {
  const found = new Set(ids);
  for (const id of found)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** What an entry loads before anything of it runs. */
function loadedBy(entry: string, graph: Rolldown.ChunkingContext): Set<string> {
  const { importedIds = [] } = graph.getModuleInfo(fileURLToPath(new URL(entry, import.meta.url))) ?? {};
  return withImports(importedIds, graph);
}

/** Marks what a package holds a second time: for what runs behind the windows. */
const behind = '?behind';
const runsBehind = /(?:\/src\/(?:background|devtools)\.ts|\?behind)$/;

/**
 * The background and the page of DevTools have what they share with the windows in files of their own: so each loads no
 * more than it uses, and what a window needs is one file.
 */
export function ownCopies(): Plugin {
  return {
    name: 'claimscope-own-copies',
    resolveId: {
      order: 'pre',
      async handler(source, importer, options) {
        if (!importer || !runsBehind.test(importer)) return null;
        const from = importer.replace(behind, '');
        // Nothing is rendered there.
        const wanted = source.replace(/^@preact\/signals$/, '@preact/signals-core');
        const found = await this.resolve(wanted, from, { ...options, skipSelf: true });
        return found && !found.external ? { ...found, id: found.id + behind } : found;
      },
    },
  };
}

/** What the popup needs for its first paint is one file, and what shows a token in full another. */
export const chunks: Rolldown.CodeSplittingGroup[] = [
  { priority: 3, name: (id) => (id === ahead ? 'ahead' : null) },
  { priority: 2, name: (id, graph) => (loadedBy('src/popup.tsx', graph).has(id) ? 'window' : null) },
  { priority: 1, name: (id, graph) => (withImports([tokenOrEmpty], graph).has(id) ? 'token' : null) },
];

/**
 * The popup shows a token right behind its list, so what that takes is fetched along with the page. What asks the browser
 * for its data runs before all else, and waits neither for the other files nor for the style sheet.
 */
export function tokenAhead(): Plugin {
  return {
    name: 'claimscope-token-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle = {} }) {
        if (!path.endsWith('/popup.html')) return [];
        const files = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
        const wanted = new Set(files.filter(({ facadeModuleId }) => facadeModuleId === tokenOrEmpty));
        for (const one of wanted)
          for (const file of files) if (one.imports.includes(file.fileName)) wanted.add(file);
        const asking = files.find(({ moduleIds }) => moduleIds.includes(ahead));
        if (!asking) throw new Error('what the popup asks for ahead is in no file');
        const first = {
          tag: 'script',
          injectTo: 'head-prepend' as const,
          attrs: { type: 'module', async: true, crossorigin: true, src: `/${asking.fileName}` },
        };
        const later = [...wanted]
          .filter(({ fileName }) => !html.includes(fileName))
          .map(({ fileName }) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          }));
        return [first, ...later];
      },
    },
  };
}
