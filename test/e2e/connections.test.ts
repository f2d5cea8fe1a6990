import { createSocket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';

const ownPolicy = manifest.content_security_policy.extension_pages;

/** Each way out, as an expression that tries it and settles whether or not it got through. */
const waysOut: Record<string, (url: string) => string> = {
  fetch: (url) => `fetch('${url}/fetch').then(String, String)`,
  WebSocket: (url) => `new Promise((done) => {
    try { const socket = new WebSocket('${url.replace('http', 'ws')}/socket'); socket.onerror = socket.onopen = () => done(1); }
    catch (error) { done(String(error)); }
  })`,
  EventSource: (url) => `new Promise((done) => {
    if (typeof EventSource === 'undefined') return done('none here');
    try { const source = new EventSource('${url}/events'); source.onerror = source.onopen = () => { source.close(); done(1); }; }
    catch (error) { done(String(error)); }
  })`,
  WebTransport: (url) => `(async () => {
    if (typeof WebTransport === 'undefined') return 'none here';
    try { const transport = new WebTransport('${url.replace('http:', 'https:')}/transport'); await Promise.race([transport.ready, new Promise((done) => setTimeout(done, 1000))]); transport.close(); }
    catch (error) { return String(error); }
  })()`,
  beacon: (url) => `Promise.resolve().then(() => navigator.sendBeacon('${url}/beacon')).then(String, String)`,
};

/** An element that loads something, taken away again once it has or has not. */
const element = (make: string) => `new Promise((done) => {
  const made = (() => { ${make} })();
  const end = () => { made.remove(); done(1); };
  made.onload = made.onerror = end;
  try { document.head.append(made); } catch { /* refused at once */ }
  setTimeout(end, 400);
})`;

const waysOutOfPages: typeof waysOut = {
  ...waysOut,
  XHR: (url) => `new Promise((done) => {
    try { const request = new XMLHttpRequest(); request.open('GET', '${url}/xhr'); request.onloadend = () => done(1); request.send(); }
    catch (error) { done(String(error)); }
  })`,
  image: (url) => element(`const image = new Image(); image.src = '${url}/image'; return image;`),
  style: (url) =>
    element(
      `const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '${url}/style'; return link;`,
    ),
  script: (url) =>
    element(
      `const script = document.createElement('script'); try { script.src = '${url}/script'; } catch { /* Trusted Types */ } return script;`,
    ),
  prefetch: (url) =>
    element(
      `const link = document.createElement('link'); link.rel = 'prefetch'; link.href = '${url}/prefetch'; return link;`,
    ),
  preload: (url) =>
    element(
      `const link = document.createElement('link'); link.rel = 'preload'; link.as = 'fetch'; link.href = '${url}/preload'; return link;`,
    ),
  frame: (url) =>
    element(`const frame = document.createElement('iframe'); frame.src = '${url}/frame'; return frame;`),
  font: (url) =>
    `Promise.resolve().then(() => new FontFace('x', 'url(${url}/font)').load()).then(String, String)`,
  'font of a style sheet': (url) => `(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@font-face { font-family: planted; src: url('${url}/sheet-font') } body { font-family: planted; background: url('${url}/sheet-image') }");
    document.adoptedStyleSheets = [sheet]; await new Promise((done) => setTimeout(done, 300)); document.adoptedStyleSheets = [];
  })()`,
  worker: (url) => `(async () => {
    try { new Worker('${url}/worker').terminate(); } catch (error) { return String(error); }
  })()`,
  'worker of text that fetches': (url) => `(async () => {
    try { new Worker(URL.createObjectURL(new Blob(["fetch('${url}/blob-worker')"]))); await new Promise((done) => setTimeout(done, 300)); }
    catch (error) { return String(error); }
  })()`,
  'service worker': (url) =>
    `Promise.resolve().then(() => navigator.serviceWorker.register('${url}/sw')).then(String, String)`,
  form: (url) => `new Promise((done) => {
    const form = document.createElement('form'); form.action = '${url}/form'; form.method = 'post';
    form.target = 'nowhere'; const frame = document.createElement('iframe'); frame.name = 'nowhere';
    document.body.append(frame, form);
    try { form.submit(); } catch { /* Firefox refuses with an exception. */ }
    setTimeout(() => { frame.remove(); form.remove(); done(1); }, 300);
  })`,
};

/**
 * Text where markup, code or the address of code is wanted, inline style and script, and a policy of another name: each
 * with whether it was refused.
 */
const textAsCode = `(async () => {
  const refused = (attempt) => { try { attempt(); return false; } catch { return true; } };
  const element = document.createElement('div');
  element.setAttribute('style', 'color: red');
  const sheet = document.createElement('style');
  sheet.textContent = '.planted { color: red }';
  const inline = document.createElement('script');
  refused(() => { inline.textContent = 'window.planted = 1'; });
  document.body.append(element, sheet, inline);
  const answers = {
    'markup into an element': refused(() => { element.innerHTML = '<b>planted</b>'; }),
    'markup beside an element': refused(() => element.insertAdjacentHTML('beforeend', '<b>planted</b>')),
    'markup into a document': refused(() => document.write('planted')),
    'markup for a frame': refused(() => { document.createElement('iframe').srcdoc = '<b>planted</b>'; }),
    'the address of a script': refused(() => { document.createElement('script').src = 'planted.js'; }),
    'the address of a worker': refused(() => new Worker('planted.js')),
    'code for later': refused(() => { setTimeout('window.planted = 1'); }),
    'another policy': refused(() => trustedTypes.createPolicy('planted', { createHTML: String })),
    'an inline style': element.style.color === '',
    'an inline sheet': sheet.sheet === null || sheet.sheet.cssRules.length === 0,
  };
  await new Promise((done) => setTimeout(done));
  answers['an inline script'] = window.planted === undefined;
  for (const one of [element, sheet, inline]) one.remove();
  return answers;
})()`;

const notRefused = async (page: Tab) =>
  Object.entries(await page.run<Record<string, boolean>>(textAsCode)).flatMap(([what, is]) =>
    is ? [] : [what],
  );

/** All of them, side by side; each asks for an address that names it. */
const allAtOnce = (ways: typeof waysOut, url: string) =>
  `Promise.all([${Object.values(ways).map((attempt) => `(async () => ${attempt(url)})().catch(() => {})`)}]).then(() => true)`;

/** Every page of the packages; those of DevTools are opened in a tab, where their policy is the same. */
const pages = ['src/popup.html', 'src/panel.html', 'src/full.html', 'src/devtools.html'];

describe.each(['chromium', 'firefox'] as const)('no connection ever, in %s', (engine) => {
  let driver: Driver;
  let server: Server;
  let url: string;
  const hits: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      // The browser asks for the web page's icon by itself, sooner or later.
      if (request.url !== '/favicon.ico') hits.push(request.url ?? '');
      const policy = request.url === '/policy' && { 'content-security-policy': ownPolicy };
      response
        .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html', ...policy })
        .end('<p>in');
    });
    // A handshake that is no HTTP is a connection too.
    server.on('clientError', (_error, socket) => {
      hits.push('not HTTP');
      socket.destroy();
    });
    server.on('upgrade', (request, socket) => {
      hits.push(request.url ?? '');
      socket.destroy();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    driver = await launch(engine, { extension: packages[engine] });
  });
  afterAll(async () => {
    await driver?.close();
    server.closeAllConnections();
    server.close();
  });

  test('the server can be reached from a web page, so that silence means something', async () => {
    await driver.tab.visit(url);
    await driver.tab.run(allAtOnce(waysOutOfPages, url));
    const sure = ['fetch', 'xhr', 'socket', 'events', 'image', 'style', 'script', 'frame', 'font'];
    await until('the requests', () => sure.every((name) => hits.includes(`/${name}`)));
    hits.length = 0;
  });

  test('a web page takes text as code, and with our policy it does not: the browser honours Trusted Types', async () => {
    await driver.tab.visit(`${url}/page`);
    expect(await notRefused(driver.tab)).toContain('markup into an element');
    await driver.tab.visit(`${url}/policy`);
    expect(await notRefused(driver.tab)).toEqual([]);
    hits.length = 0;
  });

  describe.each(pages)('from %s', (path) => {
    let page: Tab;
    beforeAll(async () => {
      page = await driver.extensionPage(path);
    });
    afterAll(() => page?.close());

    test('no text is taken as code', async () => {
      expect(await notRefused(page)).toEqual([]);
    });

    test(`not by ${Object.keys(waysOutOfPages).join(', ')}`, async () => {
      await page.run(allAtOnce(waysOutOfPages, url));
      expect(hits).toEqual([]);
    });
  });

  test(`not from the background by ${Object.keys(waysOut).join(', ')}`, async () => {
    await driver.background(allAtOnce(waysOut, url));
    expect(hits).toEqual([]);
  });
});

/** Asks for the addresses of a peer connection by way of a server, which a policy with webrtc 'block' must not allow. */
const gather = (port: number) => `(async () => {
  try {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }], iceCandidatePoolSize: 1 });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((done) => setTimeout(done, 1500));
    peer.close();
  } catch (error) { return String(error); }
})()`;

/** Firefox: asks a server on this computer too. */
const talksToItself = { 'media.peerconnection.ice.loopback': true };

// No browser is known to honour the directive yet: then the test over the bundles alone keeps WebRTC out. Where one
// does, it must hold our pages too.
describe.each(['chromium', 'firefox'] as const)("webrtc 'block' in %s", (engine) => {
  let driver: Driver;
  let server: Server;
  let url: string;
  const socket = createSocket('udp4');
  let packets = 0;

  beforeAll(async () => {
    socket.on('message', () => {
      packets += 1;
    });
    await new Promise<void>((ready) => socket.bind(0, '127.0.0.1', ready));
    server = createServer(({ url: path }, response) => {
      const policy = path === '/policy' && {
        'content-security-policy': "default-src 'none'; webrtc 'block'",
      };
      response
        .writeHead(200, { 'content-type': 'text/html', ...policy })
        .end('<p>blocked, where it is known');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    driver = await launch(engine, { extension: packages[engine], prefs: talksToItself });
  });
  afterAll(async () => {
    await driver?.close();
    server.closeAllConnections();
    server.close();
    socket.close();
  });

  const packetsFrom = async (page: Tab) => {
    packets = 0;
    await page.run(gather(socket.address().port));
    return packets;
  };

  test('lets no packet out of a page of ours where the browser knows it', async () => {
    await driver.tab.visit(`${url}/page`);
    expect(await packetsFrom(driver.tab)).toBeGreaterThan(0);
    await driver.tab.visit(`${url}/policy`);
    const isKnown = (await packetsFrom(driver.tab)) === 0;
    const ours = await packetsFrom(await driver.extensionPage('src/popup.html'));
    expect(isKnown ? ours : 0).toBe(0);
  });
});
