import type { Browser, Target as BrowserTarget, Frame, Page } from 'puppeteer-core';
import { atExit } from '../../../demo/atExit';
import { findBrowser, overrides } from '../../../demo/findBrowser';
import {
  dispatchMenuClick,
  dock,
  grantHost,
  networkFilter,
  registeredPanel,
  showPanel,
  withdrawHost,
} from './chromiumInternals';
import { startChromium } from './chromiumProcess';
import { chromiumView } from './chromiumView';
import { type ExtensionWorker, watchWorker } from './chromiumWorker';
import type { Driver, LaunchOptions, Tab } from './driver';
import { killGroup } from './killGroup';
import { temporaryProfile } from './profile';
import { refuseOld } from './refuseOld';
import { until } from './until';

/** The popup's and the panel's page within the package. */
const popupPath = '/src/popup.html';
const panelPath = '/src/panel.html';

/** A popup that is to come has come by then. */
const CLICK_LOST_MS = 5_000;

const isReady = 'document.documentElement.dataset.ready !== undefined';

/** Chromium (or Chrome, Edge, Brave) over a pipe, which branded builds too accept for loading an extension. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const found = findBrowser('chromium');
  if (found === undefined) throw new Error(`no Chromium found; install one or set ${overrides.chromium}`);
  const profile = options.profile ?? temporaryProfile();
  const removeProfile = () => options.profile ?? profile.remove();
  const browser = await startChromium(found.path, profile, options).catch((error: unknown) => {
    removeProfile();
    throw error;
  });
  const callOff = atExit(() => killGroup(browser.process()));
  const close = async () => {
    await browser.close();
    callOff();
    removeProfile();
  };
  try {
    return await driverOf(browser, options, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function driverOf(
  browser: Browser,
  options: LaunchOptions,
  close: () => Promise<void>,
): Promise<Driver> {
  const version = (await browser.version()).replace('/', ' ');
  refuseOld(version, options.extension);
  const extension = await until('the extension', async () => [...(await browser.extensions()).values()][0]);
  const origin = `chrome-extension://${extension.id}`;
  const firstPage = (await browser.pages())[0] ?? (await browser.newPage());

  const pageAt = (path: string) => (target: BrowserTarget) => target.url() === origin + path;
  let popupPage: Page | undefined;
  let devtools: Page | undefined;
  let panelFrame: Frame | undefined;
  let instrumentPage: Promise<Page> | undefined;
  let watched: Promise<ExtensionWorker> | undefined;

  /** A document of the extension behind the other tabs: it can ask the browser without waking the worker. */
  const instrument = () => {
    instrumentPage ??= (async () => {
      const page = await browser.newPage({ background: true });
      await page.goto(`${origin}/manifest.json`);
      return page;
    })();
    return instrumentPage;
  };

  const worker = () => {
    watched ??= instrument().then((page) => watchWorker(browser, page, origin));
    return watched;
  };

  const pageOf = new WeakMap<Tab, Page>();
  const tabOf = (page: Page): Tab => {
    const tab: Tab = {
      ...chromiumView(() => ({ page, frame: page.mainFrame() })),
      visit: async (url) => void (await page.goto(url)),
      size: (width, height) => page.setViewport({ width, height }),
      activate: () => page.bringToFront(),
      close: () => page.close(),
    };
    pageOf.set(tab, page);
    return tab;
  };

  const popup = chromiumView(() => {
    if (popupPage === undefined || popupPage.isClosed()) throw new Error('the popup is not open');
    return { page: popupPage, frame: popupPage.mainFrame() };
  });

  const panel = chromiumView(() => {
    return { page: opened(devtools), frame: opened(panelFrame) };
  });

  const openTab = async (url: string, type: 'tab' | 'window' = 'tab') => {
    const tab = tabOf(await browser.newPage({ type }));
    await tab.visit(url);
    return tab;
  };

  return {
    engine: 'chromium',
    version,
    origin,
    gone: new Promise((done) => void browser.once('disconnected', () => done())),
    tab: tabOf(firstPage),
    popup,
    panel,
    openTab: (url) => openTab(url),
    openWindow: (url) => openTab(url, 'window'),
    async openDevtools(tab) {
      await tab.activate();
      const other = await opened(pageOf.get(tab)).openDevTools();
      await registeredPanel(other, extension.id);
      return {
        dock: (side) => dock(other, side === 'window' ? 'undocked' : side),
        close: () => other.close(),
      };
    },
    extensionPage: (path) => openTab(`${origin}/${path}`),

    async openedByItself(path) {
      const page = await until(path, async () =>
        (await browser.pages()).find((one) => one.url().startsWith(`${origin}/${path}?`)),
      );
      const tab = tabOf(page);
      await until(`${path} to be ready`, () => tab.run(isReady));
      return tab;
    },

    async chooseMenuItem(tab, target) {
      const expression = await dispatchMenuClick(tab, target);
      await (await worker()).run(expression);
    },

    async openPopup() {
      const before = new Set(browser.targets());
      const isNew = (one: BrowserTarget) => pageAt(popupPath)(one) && !before.has(one);
      // A window that is not active, as after DevTools were closed, shows no popup: the click is lost.
      const target = await until('the popup', async () => {
        const active = await activePage(browser);
        await active?.bringToFront();
        await active?.triggerExtensionAction(extension);
        return browser.waitForTarget(isNew, { timeout: CLICK_LOST_MS });
      });
      popupPage = await target.asPage();
      await until('the popup to be ready', () => popup.run(isReady));
    },

    async closePopup() {
      const page = popupPage;
      popupPage = undefined;
      // The reply is lost with the document that closes.
      await page?.evaluate('window.close()').catch(() => {});
      await until('the popup to close', () => page?.isClosed() ?? true);
    },

    async openPanel() {
      devtools = await firstPage.openDevTools();
      await showPanel(devtools, extension.id);
      const shown = devtools;
      panelFrame = await until('the panel', () =>
        shown.frames().find((frame) => frame.url() === origin + panelPath),
      );
      await until('the panel to be ready', () => panel.run(isReady));
    },

    networkFilter: () => networkFilter(opened(devtools)),

    async sizePanel(width, height) {
      await dock(opened(devtools), 'undocked');
      // Measured anew until it fits: DevTools take their time to lay themselves out.
      await until('the panel in this size', async () => {
        const fits = `innerWidth === ${width} && innerHeight === ${height}`;
        if (await panel.run(fits)) return true;
        await growBy(
          opened(devtools),
          ...(await panel.run<[number, number]>(`[${width} - innerWidth, ${height} - innerHeight]`)),
        );
        return false;
      });
    },

    async closeDevtools() {
      await devtools?.close();
      devtools = undefined;
      panelFrame = undefined;
    },

    async crashDevtools() {
      const doomed = opened(devtools);
      const session = await doomed.createCDPSession();
      // Who crashes does not answer. Chromium closes what is left of it.
      await session.send('Page.crash').catch(() => {});
      await until('DevTools to be gone', () => doomed.isClosed());
      devtools = undefined;
      panelFrame = undefined;
    },

    background: async <T>(expression: string) => (await worker()).run<T>(expression),
    backgroundAlive: async () => (await worker()).alive(),
    killBackground: async () => (await worker()).kill(),

    async collectGarbage() {
      // All pages of the extension share one heap.
      const session = await (await instrument()).createCDPSession();
      await session.send('HeapProfiler.collectGarbage');
      await session.detach();
    },

    async reinstall() {
      instrumentPage = undefined;
      watched = undefined;
      await browser.installExtension(options.extension);
    },

    async badge() {
      const page = await instrument();
      return (await page.evaluate(`(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const [text, title] = await Promise.all([
          chrome.action.getBadgeText({ tabId: tab.id }),
          chrome.action.getTitle({ tabId: tab.id }),
        ]);
        return { text, title };
      })()`)) as { text: string; title: string };
    },

    grant: async (pattern) => grantHost(browser, await instrument(), extension.id, pattern),
    withdraw: async (pattern) => withdrawHost(browser, await instrument(), extension.id, pattern),
    close,
  };
}

function opened<T>(panel: T | undefined): T {
  if (panel === undefined) throw new Error('the panel is not open');
  return panel;
}

async function growBy(page: Page, width: number, height: number): Promise<void> {
  const [wide, high, deviceScaleFactor] = (await page.evaluate(
    '[innerWidth, innerHeight, devicePixelRatio]',
  )) as [number, number, number];
  await page.setViewport({ width: wide + width, height: high + height, deviceScaleFactor });
}

/** The page in front, among those that are tabs. */
async function activePage(browser: Browser): Promise<Page | undefined> {
  for (const page of await browser.pages())
    if ((await page.evaluate('document.visibilityState')) === 'visible') return page;
  return undefined;
}
