import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../sources';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';

/** What a Content Security Policy cannot stop from reaching the web, so that it must not be in the code at all. */
const waysOut: Record<string, RegExp> = {
  'a window opened': /\bwindow\.open\s*\(/,
  // Our own pages may be opened: their address is the browser's answer to getURL. A tab may be brought to the front.
  'a tab or window created':
    /\b(tabs|windows)\.create\s*\((?!\s*\{\s*url:\s*[\w$.]+\.runtime\.getURL\()|\btabs\.update\s*\([^)]*\burl\b/,
  'a navigation':
    /\blocation\.(assign|replace)\s*\(|\blocation(\.href)?\s*=[^=]|\bnavigation\.navigate\s*\(|http-equiv=["']?refresh/i,
  // A file that is saved: an address within the browser, and nothing else.
  'an address given to a link':
    /createElement\(\s*["'`]a["'`]\s*\)(?![\s\S]{0,300}\.href\s*=\s*URL\.createObjectURL\()/,
  WebRTC: /\bRTCPeerConnection\b/,
  'a hint to connect ahead': /dns-prefetch|preconnect|prerender|["']prefetch["']/,
  'a link to the web': /<a\b[^>]*\bhref|\bhref\s*:\s*["'`]https?:/i,
  // Not a method that a library calls eval, nor its definition: only the global function.
  'code from text':
    /(?<![.\w$])eval\s*\((?![^()]*\)\s*\{)|\b(window|self|globalThis)\.eval\b|\bnew Function\b/,
  'markup from text': /\.(innerHTML|outerHTML)\s*=(?!=)|insertAdjacentHTML|document\.write/,
};

function found(text: string): string[] {
  return Object.entries(waysOut).flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match ? [`${what}: ${text.slice(Math.max(0, match.index - 60), match.index + 60)}`] : [];
  });
}

describe.each(Object.values(packages))('%s', (folder) => {
  const files = filesBelow(folder, /\.(js|html|css)$/);

  test('holds the code of all four pages', () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(
        ['popup', 'panel', 'full', 'devtools'].map((page) => `${folder}/src/${page}.html`),
      ),
    );
  });

  test('has no way to the web that the policy could not stop', () => {
    expect(
      files.flatMap(({ path, text }) => found(text).map((violation) => `${path}: ${violation}`)),
    ).toEqual([]);
  });
});

test.each([
  'window.open("https://a.example")',
  'browser.tabs.create({ url })',
  'location.href = address',
  'navigation.navigate(address)',
  '<meta http-equiv="refresh" content="0; url=//a.example">',
  'link = document.createElement("a"); link.href = address',
  'browser.tabs.update(id, { url })',
  'browser.windows.create({ url: address })',
  'new RTCPeerConnection()',
  '<link rel="preconnect" href="//a.example">',
  'link.rel = "prefetch"',
  '<a href="https://a.example">',
  'h("a", { href: "https://a.example" })',
  'eval(text)',
  'return eval(text)',
  'globalThis.eval(text)',
  'new Function(text)',
  'element.innerHTML = text',
])('the guard bites: %s', (planted) => {
  expect(found(planted)).toHaveLength(1);
});

test.each([
  'e.default.tabs.create({url:e.default.runtime.getURL(`src/full.html`)})',
  'let a=document.createElement(`a`);a.href=URL.createObjectURL(blob)',
  'x.default.tabs.update(t,{active:!0})',
  'const{href:a}=b',
])('the guard lets pass: %s', (code) => {
  expect(found(code)).toEqual([]);
});

describe('what Chromium tells the user at the installation', () => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch('chromium', { extension: packages.chromium });
  });
  afterAll(() => driver?.close());

  test('is one sentence, for the DevTools panel', async () => {
    const page = await driver.extensionPage('src/popup.html');
    const warnings = await page.run(
      'chrome.management.getPermissionWarningsByManifest(JSON.stringify(chrome.runtime.getManifest()))',
    );
    expect(warnings).toEqual(['Read and change all your data on all websites']);
  });

  test('would not change without the host permissions', async () => {
    const page = await driver.extensionPage('src/popup.html');
    const warnings = await page.run(`chrome.management.getPermissionWarningsByManifest(
      JSON.stringify({ ...chrome.runtime.getManifest(), host_permissions: [], optional_host_permissions: [] }))`);
    expect(warnings).toEqual(['Read and change all your data on all websites']);
  });
});
