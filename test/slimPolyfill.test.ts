import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { slimPolyfill } from '../vite.popup';

/** What the build makes of the polyfill's text. */
async function slim(code: string): Promise<string> {
  const { transform } = slimPolyfill() as unknown as {
    transform: { handler(this: { error(text: string): never }, code: string): Promise<{ code: string }> };
  };
  const error = (text: string): never => {
    throw new Error(text);
  };
  return (await transform.handler.call({ error }, code)).code;
}

const source = await readFile('node_modules/webextension-polyfill/dist/browser-polyfill.js', 'utf8');
const load = (code: string) => import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);

afterEach(() => vi.unstubAllGlobals());

test('gives promises for what src/browser calls, where a browser calls back', async () => {
  const query = (_wanted: object, back: (tabs: { id: number }[]) => void) => back([{ id: 7 }]);
  vi.stubGlobal('chrome', { runtime: { id: 'own' }, tabs: { query } });
  const { default: browser } = await load(await slim(source));
  expect(await browser.tabs.query({})).toEqual([{ id: 7 }]);
});

test('leaves out what src/browser does not name', async () => {
  const code = await slim(source);
  expect(code).toContain('"inspectedWindow":{"eval"');
  expect(code).not.toContain('bookmarks');
});

test('fails where the table is not found', async () => {
  await expect(slim('const somethingElse = {};')).rejects.toThrow('not where it was');
});
