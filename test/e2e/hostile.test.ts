import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sent } from '../../src/core/traffic/fact';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { hostileStrings } from './hostileStrings';
import { startTruthServer, type TruthServer } from './truthServer';

/** JSON in ASCII: on its way into a Firefox window an expression's other characters are lost. */
const json = (value: unknown) =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const encode = (text: string) => Buffer.from(text).toString('base64url');
const strings = hostileStrings();

/** A token whose key ID, claim name and claim values are one string, with a number that tells it from all others. */
function tokenWith(text: string, n: number): string {
  const claims = `{"n":${n},"sub":${JSON.stringify(text)},${JSON.stringify(`name ${text}`)}:${JSON.stringify(text)}}`;
  return `${encode(JSON.stringify({ alg: 'HS256', kid: text }))}.${encode(claims)}.${encode('x'.repeat(32))}`;
}

/** Where the string stands besides: as the name of what carried the token, and in the address. */
function factOf(text: string, n: number, tabId: number, origin: string): Sent {
  const carriers = [
    'request-header',
    'request-cookie',
    'set-cookie',
    'url-query',
    'request-body',
    'response-body',
  ] as const;
  const place = carriers[n % carriers.length] ?? 'request-header';
  return {
    kind: 'sent',
    feed: 'devtools',
    source: 'hostile',
    n,
    tabId,
    method: 'GET',
    url: `${origin}/${text}?q=${text}#${text}`,
    initiator: origin,
    atMs: Date.now(),
    captures: [
      { carrier: { place, name: text }, before: text.slice(0, 40), token: tokenWith(text, n), after: '' },
    ],
  };
}

/** Put into a window: tells what is wrong with what it shows now. */
const probe = `(() => {
  window.__struck = undefined;
  for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.__struck = name; };
  window.__wrong = () => {
    const wrong = [];
    if (window.__struck !== undefined) wrong.push('ran: ' + window.__struck);
    const foreign = document.querySelectorAll('body :is(script, iframe, object, embed, img, style, base, meta, link, form, a[href], marquee, video, audio)');
    if (foreign.length > 0) wrong.push('element: ' + foreign[0].outerHTML.slice(0, 80));
    for (const element of document.querySelectorAll('body *'))
      for (const { name } of element.attributes) if (/^on|^srcdoc$|^style$/.test(name) && element.getAttribute(name) !== '' && name !== 'style') wrong.push('attribute ' + name);
    if (document.documentElement.scrollWidth > innerWidth) wrong.push('wider than its window: ' + document.documentElement.scrollWidth + ' of ' + innerWidth + window.__widest());
    const heights = new Set([...document.querySelectorAll('.grid .row')].map((row) => Math.round(row.getBoundingClientRect().height)));
    if (heights.size > 1) wrong.push('rows of different height: ' + [...heights]);
    return wrong;
  };
  /** The innermost elements that reach beyond the window. */
  window.__widest = () => [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth && ![...one.children].some((child) => child.getBoundingClientRect().right > innerWidth)).filter((one) => !one.closest('.grid')).slice(0, 4).map((one) => ' ' + one.tagName + '.' + one.className + ' in ' + one.parentElement.className).join();
  window.__region = (name) => document.querySelector('[aria-label="' + name + '"]');
  window.__frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  /** Moves through the list, from top to bottom, and looks at each token: [n, what must be there] in that order. */
  window.__walk = async (expected) => {
    const found = [];
    const grid = document.querySelector('.grid');
    for (const [n, texts] of expected) {
      grid.focus();
      grid.dispatchEvent(new KeyboardEvent('keydown', { key: window.__begun ? 'ArrowDown' : 'Home', bubbles: true, cancelable: true }));
      window.__begun = true;
      const shown = () => window.__region('Payload')?.textContent ?? '';
      for (let tries = 0; tries < 300 && !texts.every((text) => shown().includes(text)); tries++) await window.__frame();
      for (const text of texts) if (!shown().includes(text)) found.push(n + ' lacks ' + text.slice(0, 60) + ' in ' + shown().slice(0, 80));
      for (const each of window.__wrong()) found.push(n + ': ' + each);
      if (found.length > 5) break;
    }
    return found;
  };
  return true;
})()`;

const AT_ONCE = 15;

describe.each(['chromium', 'firefox'] as const)('hostile text in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(server.url);
    const page = await driver.extensionPage('src/popup.html');
    const tabId = await page.run<number>(
      `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.find(({ url }) => url?.startsWith(${json(server.url)})).id)`,
    );
    const facts = strings.map((text, n) => factOf(text, n, tabId, server.url));
    await page.run(
      `(globalThis.browser ?? chrome).runtime.sendMessage(${json({ command: 'record', argument: { source: 'hostile', facts } })}).then(() => true)`,
    );
    await page.close();
    await driver.tab.activate();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test.each(['popup', 'panel'] as const)('stays text in the %s, each string of the list', async (name) => {
    await (name === 'popup' ? driver.openPopup() : driver.openPanel());
    const view = driver[name];
    await until('the list', () => view.has('.grid .row'));
    await view.run(probe);
    // The newest token stands first.
    const expected = strings
      .map(
        (text, n) => [n, [`${n}`, JSON.stringify(text).slice(0, 300), `name ${text}`.slice(0, 300)]] as const,
      )
      .reverse();
    for (let from = 0; from < expected.length; from += AT_ONCE)
      expect(await view.run(`window.__walk(${json(expected.slice(from, from + AT_ONCE))})`)).toEqual([]);
    await (name === 'popup' ? driver.closePopup() : driver.closeDevtools());
  });

  test('is made visible where it hides or turns other text', async () => {
    await driver.openPopup();
    await driver.popup.fill({ role: 'textbox', name: 'Token' }, tokenWith('user\u202egnp.exe\u200b', 9_999));
    await until('the codes', () =>
      driver.popup.run(
        `[...document.querySelectorAll('[aria-label="Payload"] .hidden-character')].map((each) => each.dataset.code).join() === 'U+202E,U+200B,U+202E,U+200B,U+202E,U+200B'`,
      ),
    );
    expect(
      await driver.popup.run<string>(
        `getComputedStyle(document.querySelector('[aria-label="Payload"] .hidden-character'), '::before').content`,
      ),
    ).toMatch(/U\+202E|attr\(data-code\)/);
    await driver.closePopup();
  });
});
