import { readdir, readFile } from 'node:fs/promises';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import pkg from './package.json' with { type: 'json' };
import { chunks, ownCopies, slimPolyfill, tokenAhead, withStyles } from './vite.popup.ts';

/** The two packages that one source makes; `vite build --mode` picks one. */
const targets = {
  // Firefox tells of each request whether it is private, so that the log can tell them apart; Chromium does not.
  chrome: { dropBackgroundKey: 'scripts', dropKey: 'browser_specific_settings', incognito: 'not_allowed' },
  firefox: { dropBackgroundKey: 'service_worker', dropKey: 'minimum_chrome_version', incognito: 'spanning' },
} as const;

type Target = keyof typeof targets;

/** The one manifest, with the version of package.json and without the other browser's keys. */
export function manifestFor(target: Target): Record<string, unknown> {
  const { dropBackgroundKey, dropKey, incognito } = targets[target];
  const own: Record<string, unknown> = structuredClone(manifest);
  delete own[dropKey];
  own.background = Object.fromEntries(
    Object.entries(manifest.background).filter(([key]) => key !== dropBackgroundKey),
  );
  own.incognito = incognito;
  own.version = pkg.version;
  return own;
}

/** Emits src/_locales as the package's _locales, where browsers look for the message catalogues. */
function locales(): Plugin {
  const folder = new URL('src/_locales/', import.meta.url);
  return {
    name: 'claimscope-locales',
    async generateBundle() {
      for (const language of await readdir(folder)) {
        const file = `${language}/messages.json`;
        const source = await readFile(new URL(file, folder), 'utf8');
        this.emitFile({ type: 'asset', fileName: `_locales/${file}`, source });
      }
    },
  };
}

/** Emits the icons that the background shows in place of those of the manifest. */
function icons(): Plugin {
  return {
    name: 'claimscope-icons',
    async generateBundle() {
      for (const size of [16, 32]) {
        const fileName = `icons/paused-${size}.png`;
        this.emitFile({
          type: 'asset',
          fileName,
          source: await readFile(new URL(fileName, import.meta.url)),
        });
      }
    },
  };
}

/** Puts the licences of what others wrote into the package that contains it. */
function licences(): Plugin {
  return {
    name: 'claimscope-licences',
    async generateBundle() {
      const source = await readFile(new URL('docs/licences.md', import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'licences.md', source });
    },
  };
}

/**
 * Preact's only markup sink serves dangerouslySetInnerHTML, which this project never uses. Removing it lets
 * addons-linter pass without a notice; the build fails when Preact changes so that it is not found exactly once.
 */
function withoutInnerHtml(): Plugin {
  const sink = /\w+\.innerHTML\s*=\s*(?!=)/g;
  return {
    name: 'claimscope-without-inner-html',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const found = chunks.flatMap((chunk) => chunk.code.match(sink) ?? []);
      if (found.length !== 1) this.error(`expected Preact's single innerHTML write, found ${found.length}`);
      for (const chunk of chunks) chunk.code = chunk.code.replace(sink, '');
    },
  };
}

/** Browsers are slow to start on a busy machine, and one at a time is enough for it. */
const inBrowsers = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig(({ mode, command }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const testing = process.env.VITEST !== undefined;
  // One package, whatever the shell says: a development build is larger and names the files of the machine that made it.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: testing
      ? []
      : [
          crx({ manifest: manifestFor(target) as unknown as ManifestV3Export, browser: target }),
          locales(),
          icons(),
          licences(),
          tokenAhead(),
          ...(command === 'build' ? [ownCopies(), withoutInnerHtml(), slimPolyfill(), withStyles()] : []),
        ],
    // A worker brings the code of its one task alone.
    worker: { format: 'es' },
    build: {
      outDir: `dist/${target}`,
      target: ['chrome140', 'firefox142'],
      // From the package itself, what a lazy part imports is there quickly enough without a list in whoever may load it.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
      },
      rolldownOptions: {
        input: { panel: 'src/panel.html', full: 'src/full.html' },
        output: { codeSplitting: { groups: chunks } },
      },
    },
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: ['test/{e2e,interop}/**'],
            // Time is no verdict: a busy machine may take many times as long.
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...inBrowsers } },
        { extends: true, test: { name: 'interop', include: ['test/interop/**/*.test.ts'], ...inBrowsers } },
      ],
    },
  };
});
