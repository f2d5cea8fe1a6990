import { expect, test } from 'vitest';
import { ownCopies } from '../vite.popup';

/** What the build takes a module for, where files lie beside one another and packages in a folder of their own. */
async function resolved(source: string, importer?: string): Promise<string | undefined> {
  const { resolveId } = ownCopies() as unknown as {
    resolveId: {
      handler(
        this: { resolve(source: string, from: string): Promise<{ id: string; external?: boolean }> },
        source: string,
        importer: string | undefined,
        options: object,
      ): Promise<{ id: string } | null>;
    };
  };
  const resolve = async (wanted: string, from: string) => {
    if (wanted.startsWith('node:')) return { id: wanted, external: true };
    const folder = wanted.startsWith('.') ? from.slice(0, from.lastIndexOf('/')) : '/packages';
    return { id: `${folder}/${wanted.replace('./', '')}` };
  };
  return (await resolveId.handler.call({ resolve }, source, importer, {}))?.id;
}

test('gives the background and the page of DevTools copies of their own, and theirs in turn', async () => {
  expect(await resolved('./log', '/app/src/background.ts')).toBe('/app/src/log?behind');
  expect(await resolved('./log', '/app/src/devtools.ts')).toBe('/app/src/log?behind');
  expect(await resolved('./fact', '/app/src/log?behind')).toBe('/app/src/fact?behind');
  expect(await resolved('jose', '/app/src/log?behind')).toBe('/packages/jose?behind');
});

test('leaves to the build what windows import, entries, and what is no file', async () => {
  expect(await resolved('./log', '/app/src/popup.tsx')).toBeUndefined();
  expect(await resolved('./src/background.ts')).toBeUndefined();
  expect(await resolved('node:fs', '/app/src/background.ts')).toBe('node:fs');
});

test('brings no renderer along where nothing is rendered', async () => {
  expect(await resolved('@preact/signals', '/app/src/stored?behind')).toBe(
    '/packages/@preact/signals-core?behind',
  );
});
