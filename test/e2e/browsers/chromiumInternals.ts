import type { Browser, Page } from 'puppeteer-core';
import type { Tab, Target } from './driver';
import { withElement } from './locate';
import { until } from './until';

/*
 * No protocol command does what stands here, so it leans on Chromium's own pages and their private interfaces;
 * everything that may break with a new Chromium is in this file.
 */

const panelTitle = 'Claimscope';

/**
 * Shows the extension's panel by the DevTools front end's own modules. The id of a panel is the extension's origin and
 * the panel's title, and UI.panels knows it once devtools.panels.create has run.
 */
export async function showPanel(devtools: Page, extensionId: string): Promise<void> {
  const view = await registeredPanel(devtools, extensionId);
  await devtools.evaluate(`import('devtools://devtools/bundled/ui/legacy/legacy.js')
    .then(({ ViewManager }) => ViewManager.ViewManager.instance().showView(${view}))`);
}

/** Waits until the extension has added its panel, and gives the panel's name as the front end's own scripts write it. */
export async function registeredPanel(devtools: Page, extensionId: string): Promise<string> {
  const view = JSON.stringify(`chrome-extension://${extensionId}${panelTitle}`);
  await until('the panel to be registered', () =>
    devtools.evaluate(`globalThis.UI?.panels?.[${view}] !== undefined`),
  );
  return view;
}

/** The text in the filter box of the Network panel, while that panel is shown. */
export async function networkFilter(devtools: Page): Promise<string | undefined> {
  const shown = await devtools.evaluate(`import('devtools://devtools/bundled/ui/legacy/legacy.js').then(
    ({ InspectorView }) => InspectorView.InspectorView.instance().tabbedPane?.selectedTabId)`);
  if (shown !== 'network') return undefined;
  return (await devtools.evaluate(`(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (element.matches('.toolbar-input-prompt') && element.checkVisibility()) found.push(element.textContent);
      }
    };
    walk(document);
    return found.join('');
  })()`)) as string;
}

/**
 * Docks DevTools to a side. Undocked, their panels fill the DevTools page; docked, they share it with the page under
 * inspection.
 */
export async function dock(devtools: Page, side: 'bottom' | 'right' | 'undocked'): Promise<void> {
  await devtools.evaluate(`import('devtools://devtools/bundled/ui/legacy/legacy.js')
    .then(({ DockController }) => DockController.DockController.instance().setDockSide('${side}'))`);
}

/** What the browser says of an element that is right-clicked. Self-contained: it is sent to the page as text. */
const clickedOn = (element: Element) => {
  const { selectionStart, selectionEnd, value } = element as HTMLTextAreaElement;
  const inBox = typeof value === 'string' ? value.slice(selectionStart, selectionEnd) : undefined;
  const selectionText = inBox ?? String(getSelection() ?? '');
  const linkUrl = element.closest('a')?.href;
  return { menuItemId: 'inspect', ...(selectionText && { selectionText }), ...(linkUrl && { linkUrl }) };
};

/** An expression for the worker: a click on the extension's item of the context menu. */
export async function dispatchMenuClick(tab: Tab, target: Target): Promise<string> {
  const clicked = await tab.run(withElement(target, clickedOn));
  return `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => {
    chrome.contextMenus.onClicked.dispatch(${JSON.stringify(clicked)}, tab);
  })`;
}

/** Gives a host permission without a prompt: the consent of chrome://extensions first, then a request as by a click. */
export async function grantHost(
  browser: Browser,
  page: Page,
  extensionId: string,
  pattern: string,
): Promise<void> {
  await changeHost(browser, extensionId, 'addHostPermission', pattern);
  const session = await page.createCDPSession();
  const expression = `chrome.permissions.request({ origins: [${JSON.stringify(pattern)}] })`;
  const reply = await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
  await session.detach();
  if (reply.result.value !== true) throw new Error(`${pattern} was not granted`);
}

/** Takes a host permission away. Chromium takes with a pattern all that it covers; that is given back. */
export async function withdrawHost(
  browser: Browser,
  page: Page,
  extensionId: string,
  pattern: string,
): Promise<void> {
  const before = (await page.evaluate('chrome.permissions.getAll()')) as { origins: string[] };
  await page
    .evaluate(`chrome.permissions.remove({ origins: [${JSON.stringify(pattern)}] })`)
    // A host of the manifest can be taken away on chrome://extensions only.
    .catch(() => changeHost(browser, extensionId, 'removeHostPermission', pattern));
  // Hosts of WebSockets are not among those that chrome://extensions deals with.
  for (const origin of before.origins.filter((one) => one !== pattern && !one.startsWith('ws')))
    await changeHost(browser, extensionId, 'addHostPermission', origin);
}

async function changeHost(
  browser: Browser,
  extensionId: string,
  change: 'addHostPermission' | 'removeHostPermission',
  pattern: string,
): Promise<void> {
  const page = await browser.newPage({ background: true });
  await page.goto('chrome://extensions');
  const values = [extensionId, pattern].map((value) => JSON.stringify(value)).join(', ');
  await page.evaluate(`chrome.developerPrivate.${change}(${values})`);
  await page.close();
}
