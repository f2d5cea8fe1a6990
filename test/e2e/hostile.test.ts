import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sent } from '../../src/core/traffic/fact';
import type { Driver, View } from './browsers/driver';
import { launch } from './browsers/launch';
import { until } from './browsers/until';
import { hostileStrings } from './hostileStrings';
import { tracedPackage, tracesIn } from './tracedPackage';
import { issue, startTruthServer, type TruthServer } from './truthServer';

/** JSON in ASCII: on its way into a Firefox window an expression's other characters are lost. */
const json = (value: unknown) =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const encode = (text: string) => Buffer.from(text).toString('base64url');
const strings = hostileStrings();

/** What must be read where, of the token with the string. */
function regionsOf(text: string, n: number): readonly (readonly [region: string, ...texts: string[]])[] {
  const value = JSON.stringify(text).slice(0, 300);
  return [
    ['Payload', `${n}`, value, `name ${text}`.slice(0, 300)],
    ['Header', value],
    ['Requests', text.slice(0, 300)],
  ];
}

/** A token whose key ID, claim name and claim values are one string, with a number that tells it from all others. */
function tokenWith(text: string, n: number): string {
  const claims = `{"n":${n},"sub":${JSON.stringify(text)},${JSON.stringify(`name ${text}`)}:${JSON.stringify(text)}}`;
  return `${encode(JSON.stringify({ alg: 'HS256', kid: text }))}.${encode(claims)}.${encode('x'.repeat(32))}`;
}

/** What else carries one string or another, as its name; a header and a cookie carry each. */
const others = ['set-cookie', 'url-query', 'request-body', 'response-body'] as const;

/** Where the string stands besides: as the name of what carried the token, and in the address. */
function factOf(text: string, n: number, tabId: number, origin: string): Sent {
  const places = ['request-header', 'request-cookie', others[n % others.length] ?? 'set-cookie'] as const;
  const token = tokenWith(text, n);
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
    captures: places.map((place) => ({
      carrier: { place, name: text },
      before: text.slice(0, 40),
      token,
      after: '',
    })),
  };
}

/** What hides or turns text. */
const turning = String.raw`/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0001}-\u{e007f}]/u`;

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
    const wide = [...document.querySelectorAll('body *')].find(window.__sticksOut);
    if (wide) wrong.push('wider than its window: ' + wide.tagName + '.' + wide.className + ' in ' + wide.parentElement.className);
    const heights = new Set([...document.querySelectorAll('.grid .row')].map((row) => Math.round(row.getBoundingClientRect().height)));
    if (heights.size > 1) wrong.push('rows of different height: ' + [...heights]);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (${turning}.test(data) && !parentElement.closest('.hidden-character, textarea')) wrong.push('hidden, and not shown: ' + JSON.stringify(data.slice(0, 60)) + ' in ' + parentElement.tagName + '.' + parentElement.className + ' of ' + parentElement.parentElement.className);
    }
    return wrong;
  };
  /** Whether it reaches beyond the window, with nothing within that cuts it off or scrolls it. */
  window.__sticksOut = (element) => {
    if (element.getBoundingClientRect().right <= innerWidth + 1) return false;
    for (let around = element.parentElement; around !== document.body; around = around.parentElement)
      if (getComputedStyle(around).overflowX !== 'visible' && around.getBoundingClientRect().right <= innerWidth + 1) return false;
    return true;
  };
  window.__shown = (name) => document.querySelector('[aria-label="' + name + '"]')?.textContent ?? '';
  window.__frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  /** Moves through the list, from top to bottom, and looks at each token: [n, what must be there] in that order. */
  window.__walk = async (expected) => {
    const found = [];
    const grid = document.querySelector('.grid');
    for (const [n, regions] of expected) {
      grid.focus();
      grid.dispatchEvent(new KeyboardEvent('keydown', { key: window.__begun ? 'ArrowDown' : 'Home', bubbles: true, cancelable: true }));
      window.__begun = true;
      const lacking = () => regions.flatMap(([region, ...texts]) => texts.filter((text) => !window.__shown(region).includes(text)).map((text) => region + ' lacks ' + text.slice(0, 60)));
      for (let tries = 0; tries < 300 && lacking().length > 0; tries++) await window.__frame();
      found.push(...lacking().map((each) => n + ': ' + each));
      for (const each of window.__wrong()) found.push(n + ': ' + each);
      if (found.length > 5) break;
    }
    return found;
  };
  return true;
})()`;

/** What the probe must find, put into the window one after the other: gives what it says of each. */
const planted = `(() => {
  const found = [];
  const plant = (change) => {
    const element = document.createElement('div');
    document.body.append(element);
    change(element);
    found.push(...window.__wrong().map((each) => /^(element|hidden, and not shown|wider than its window)/.exec(each)?.[0] ?? each));
    element.remove();
  };
  plant((element) => element.append(document.createElement('img')));
  plant((element) => element.append('a\\u202eb'));
  plant((element) => { element.style.width = '200vw'; element.style.height = '1px'; });
  return found;
})()`;

const AT_ONCE = 15;
const pasteBox = { role: 'textbox', name: 'Token' };
const keyBox = { role: 'textbox', name: 'Secret or key' };

describe.each(['chromium', 'firefox'] as const)('hostile text in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  const traced = tracedPackage(engine);

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: traced.folder });
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
    traced.remove();
  });

  const windows: Record<string, () => Promise<{ view: View; close: () => Promise<void> }>> = {
    popup: async () => {
      await driver.openPopup();
      return { view: driver.popup, close: () => driver.closePopup() };
    },
    panel: async () => {
      await driver.openPanel();
      return { view: driver.panel, close: () => driver.closeDevtools() };
    },
    'full tab': async () => {
      const view = await driver.extensionPage('src/full.html');
      await view.activate();
      return { view, close: () => view.close() };
    },
  };

  test.each(Object.entries(windows))('stays text in the %s, each string of the list', async (_name, open) => {
    const { view, close } = await open();
    await until('the list', () => view.has('.grid .row'));
    await view.run(probe);
    expect(await view.run(planted)).toEqual(['element', 'hidden, and not shown', 'wider than its window']);
    // The newest token stands first.
    const expected = strings.map((text, n) => [n, regionsOf(text, n)] as const).reverse();
    for (let from = 0; from < expected.length; from += AT_ONCE)
      expect(await view.run(`window.__walk(${json(expected.slice(from, from + AT_ONCE))})`)).toEqual([]);
    await close();
    await driver.tab.activate();
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

  test('leaves nothing of tokens and secrets in a console, an error, a title or an address of ours', async () => {
    const secret = 'Xw8_Lr5Tz1Bc9Kd4Mf6Hg3Js0Pe-of-this-test-alone';
    const token = issue({ sub: 'somebody-of-this-test-alone' }, secret);
    await driver.openPopup();
    const { popup } = driver;
    const verdict = (words: RegExp) =>
      until(`${words}`, async () => words.test(await popup.text({ role: 'region', name: 'Verdict' })));
    await popup.fill(pasteBox, token);
    await popup.fill(keyBox, secret);
    await verdict(/Verified/);
    // What is broken makes errors, where any are made.
    await popup.fill(keyBox, `-----BEGIN PUBLIC KEY-----\n${secret}`);
    await popup.fill(pasteBox, `${token.slice(0, -9)}%%`);
    await until('the faults', () => popup.has('.faults'));
    const titles = await popup.run('[document.title, location.href]');
    await driver.closePopup();
    const page = await driver.extensionPage('src/full.html');
    const tabs = await page.run(
      '(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.map(({ title, url }) => [title, url]))',
    );
    const traces = await tracesIn(page);
    await page.close();
    for (const piece of [secret, ...token.split('.'), 'somebody-of-this-test-alone'])
      expect(JSON.stringify([traces, titles, tabs])).not.toContain(piece);
    // Nor anything else: whoever looks for a fault there finds none. A window that closes may still have loaded a part of it.
    expect(traces.filter((each) => !/dynamically imported module/.test(each))).toEqual([]);
  });

  test('each page and the background would be heard, so that silence means something', async () => {
    const paths = ['popup', 'panel', 'full', 'devtools'].map((name) => `src/${name}.html`);
    for (const path of paths) {
      const page = await driver.extensionPage(path);
      await page.run(`void console.warn('planted in a console')`);
      await page.run(`void setTimeout(() => { throw new Error('planted error'); })`);
      await until(`the traces of ${path}`, async () => {
        const traces = (await tracesIn(page)).filter((each) => each.startsWith(`/${path}`)).join('\n');
        return /planted in a console/.test(traces) && /planted error/.test(traces);
      });
      await page.close();
    }
    await driver.background(`void console.warn('planted in the background')`);
    const reader = await driver.extensionPage('src/popup.html');
    await until('the traces of the background', async () =>
      (await tracesIn(reader)).some((each) => each.includes('planted in the background')),
    );
    await reader.close();
  });
});
