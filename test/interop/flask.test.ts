import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFlask } from '../../demo/flask';
import { type Site, secret } from '../../demo/site';
import type { Driver } from '../e2e/browsers/driver';
import { launch, packages } from '../e2e/browsers/launch';
import { until } from '../e2e/browsers/until';
import { type Cause, causes } from './causes';

const readRows = `[...document.querySelectorAll('[role=grid][aria-label="Captured tokens"] [role=row]')]
  .map((row) => [...row.children].map((cell) => cell.textContent.trim()))`;
const keyBox = { role: 'textbox', name: 'Secret or key' };
const json = JSON.stringify;

/** A row of the panel's list, by column title. */
type Row = Record<string, string>;

describe.each(['chromium', 'firefox'] as const)('the guide’s Flask server, seen in %s', (engine) => {
  let site: Site;
  let driver: Driver;
  /** By the title of the cause, which is the token's user name too. */
  const answers = new Map<string, unknown>();
  let rows: Row[];

  const call = ({ title, header }: Cause) =>
    driver.tab.run(`fetch('/protected', {
      headers: { Authorization: ${json(header(title, Math.floor(Date.now() / 1000)))} },
    }).then(async (response) => ({ status: response.status, message: (await response.json()).message }))`);

  const listed = async (): Promise<Row[]> => {
    const [titles = [], ...body] = await driver.panel.run<string[][]>(readRows);
    return body.map((cells) => Object.fromEntries(cells.map((cell, index) => [titles[index] ?? '', cell])));
  };

  beforeAll(async () => {
    [site, driver] = await Promise.all([startFlask(), launch(engine, { extension: packages[engine] })]);
    await driver.tab.visit(site.url);
    await driver.openPanel();
    // A narrow list leaves columns out.
    await driver.sizePanel(1200, 700);
    for (const cause of causes) answers.set(cause.title, await call(cause));
    await until('every token in the panel', async () => (await listed()).length === causes.length);
    await driver.panel.fill(keyBox, secret);
    rows = await until('every verdict', async () => {
      const now = await listed();
      return now.every((row) => /verified|does not match|cannot check/i.test(row.Signature ?? '')) && now;
    });
  });
  afterAll(() => Promise.all([driver?.close(), site?.close()]));

  test.each(causes)('$title: the server’s answer', ({ title, refusal }) => {
    const expected =
      refusal === undefined ? { status: 200, message: `Hello, ${title}` } : { status: 401, message: refusal };
    expect(answers.get(title)).toEqual(expected);
  });

  test.each(causes)('$title: what the panel says', ({ title, signature, left }) => {
    const row = rows.find(({ Who }) => Who === title);
    expect(row?.Signature).toMatch(signature);
    expect(row?.Left).toMatch(left);
  });

  test('an RS256 token of PyJWT is verified with the public key that its server shows', async () => {
    await driver.tab.click('#rs256');
    await until('the answer', () => driver.tab.has('#answers [data-case=rs256]'));
    await driver.panel.fill(keyBox, await driver.tab.text('#public-key'));
    const row = await until('the verdict', async () =>
      (await listed()).find((one) => one.Alg === 'RS256' && /verified/i.test(one.Signature ?? '')),
    );
    expect(row.Where).toBe('Authorization: Bearer');
  });
});
