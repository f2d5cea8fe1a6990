import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';

/** Each way out, as an expression that tries it and settles whether or not it got through. */
const waysOut: Record<string, (url: string) => string> = {
  fetch: (url) => `fetch('${url}/fetch').then(String, String)`,
  WebSocket: (url) => `new Promise((done) => {
    try { const socket = new WebSocket('${url.replace('http', 'ws')}/socket'); socket.onerror = socket.onopen = () => done(1); }
    catch (error) { done(String(error)); }
  })`,
  beacon: (url) => `Promise.resolve().then(() => navigator.sendBeacon('${url}/beacon')).then(String, String)`,
};
const waysOutOfPages: typeof waysOut = {
  ...waysOut,
  image: (url) => `new Promise((done) => {
    const image = new Image(); image.onload = image.onerror = () => done(1); image.src = '${url}/image';
  })`,
  form: (url) => `new Promise((done) => {
    const form = document.createElement('form'); form.action = '${url}/form'; form.method = 'post';
    form.target = 'nowhere'; const frame = document.createElement('iframe'); frame.name = 'nowhere';
    document.body.append(frame, form);
    try { form.submit(); } catch { /* Firefox refuses with an exception. */ }
    setTimeout(() => { frame.remove(); form.remove(); done(1); }, 300);
  })`,
  frame: (url) => `new Promise((done) => {
    const frame = document.createElement('iframe'); frame.src = '${url}/frame';
    document.body.append(frame); setTimeout(() => { frame.remove(); done(1); }, 300);
  })`,
};

describe.each(['chromium', 'firefox'] as const)('no connection ever, in %s', (engine) => {
  let driver: Driver;
  let server: Server;
  let url: string;
  const hits: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      // The browser asks for the web page's icon by itself, sooner or later.
      if (request.url !== '/favicon.ico') hits.push(request.url ?? '');
      response
        .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' })
        .end('<p>in');
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
    await driver.tab.run(waysOut.fetch?.(url) ?? '');
    expect(hits).toContain('/fetch');
    hits.length = 0;
  });

  test.each(Object.entries(waysOutOfPages))('not from a page of ours by %s', async (_way, attempt) => {
    const page = await driver.extensionPage('src/popup.html');
    await page.run(attempt(url));
    await page.close();
    expect(hits).toEqual([]);
  });

  test.each(Object.entries(waysOut))('not from the background by %s', async (_way, attempt) => {
    await driver.background(attempt(url));
    expect(hits).toEqual([]);
  });
});
