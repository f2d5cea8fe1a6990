import { findBrowser, overrides } from '../../../demo/findBrowser';
import { type Bidi, connectBidi } from './bidi';
import type { Driver, LaunchOptions, Tab } from './driver';
import insideSource from './firefoxInside.js?raw';
import { ended, extensionId, listeningAddress, start, uuid, writePreferences } from './firefoxProcess';
import { insideView, rightClick, tabView } from './firefoxViews';
import { temporaryProfile } from './profile';
import { refuseOld } from './refuseOld';
import { until } from './until';

const isReady = 'document.documentElement.dataset.ready !== undefined';

/** Firefox over raw WebDriver BiDi, with access to its parent process for what BiDi has no command for. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const found = findBrowser('firefox');
  if (found === undefined) throw new Error(`no Firefox found; install one or set ${overrides.firefox}`);
  const profile = options.profile ?? temporaryProfile();
  writePreferences(profile, options);
  const child = start(found.path, profile, options);
  let bidi: Bidi | undefined;
  const close = async () => {
    await bidi?.send('browser.close').catch(() => {});
    bidi?.close();
    await ended(child);
    if (options.profile === undefined) profile.remove();
  };
  try {
    bidi = await connectBidi(await listeningAddress(child));
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    return { ...(await driverOf(bidi, options)), gone, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function driverOf(bidi: Bidi, options: LaunchOptions): Promise<Omit<Driver, 'gone' | 'close'>> {
  const version = `Firefox ${bidi.browserVersion}`;
  refuseOld(version, options.extension);
  const install = () =>
    bidi.send('webExtension.install', {
      extensionData: { type: 'path', path: options.extension },
      ...(options.privateWindows && { 'moz:allowPrivateBrowsing': true }),
    });
  await install();
  const window = (await bidi.contexts({ 'moz:scope': 'chrome' }))[0];
  const first = (await bidi.contexts())[0];
  if (window === undefined || first === undefined) throw new Error('Firefox opened no window');
  const inside = <T>(expression: string) => bidi.run<T>(window.context, expression);
  const prepare = () => inside<void>(`(${insideSource})(${JSON.stringify(extensionId(options.extension))})`);
  await prepare();
  const origin = `moz-extension://${uuid}`;

  const contextOf = new Map<Tab, string>();
  const tabOf = (context: string): Tab => {
    const tab: Tab = {
      ...tabView(bidi, context, inside),
      visit: async (url) =>
        void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
      size: async (width, height) =>
        void (await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } })),
      activate: async () => void (await bidi.send('browsingContext.activate', { context })),
      close: async () => void (await bidi.send('browsingContext.close', { context })),
    };
    contextOf.set(tab, context);
    return tab;
  };
  const newTab = async (type = 'tab') =>
    (await bidi.send<{ context: string }>('browsingContext.create', { type })).context;
  const openTab = async (url: string, type = 'tab') => {
    const tab = tabOf(await newTab(type));
    await tab.visit(url);
    return tab;
  };

  const popup = insideView(inside, 'popup');
  const panel = insideView(inside, 'panel');
  const background = insideView(inside, 'background');
  const backgroundAlive = () => inside<boolean>('harness.backgroundAlive()');

  return {
    engine: 'firefox',
    version,
    origin,
    tab: tabOf(first.context),
    popup,
    panel,

    openTab: (url) => openTab(url),
    openWindow: (url) => openTab(url, 'window'),
    async openDevtools(tab) {
      await tab.activate();
      const number = await inside<number>('harness.openOtherToolbox()');
      await until('the panel to be registered', () => inside(`harness.hasPanel(${number})`));
      return {
        dock: (side) => inside(`harness.dock(${number}, ${JSON.stringify(side)})`),
        close: () => inside(`harness.closeOtherToolbox(${number})`),
      };
    },

    async extensionPage(path) {
      const url = `${origin}/${path}`;
      const from = await newTab();
      // The tab changes process on its way to the extension's page: no navigation to wait for, and a new context.
      await bidi.send('browsingContext.navigate', { context: from, url, wait: 'none' });
      const found = await until(url, async () => (await bidi.contexts()).find((one) => one.url === url));
      const tab = tabOf(found.context);
      await until(`${url} to load`, () => tab.run('document.readyState === "complete"'));
      return tab;
    },

    async openedByItself(path) {
      const found = await until(path, async () =>
        (await bidi.contexts()).find(({ url }) => url.startsWith(`${origin}/${path}?`)),
      );
      const tab = tabOf(found.context);
      await until(`${path} to be ready`, () => tab.run(isReady));
      return tab;
    },

    async chooseMenuItem(tab, target) {
      await rightClick(bidi, contextOf.get(tab) ?? '', tab, target);
      await until('the menu', () => inside('harness.menuShown()'));
      await inside('harness.chooseMenuItem()');
    },

    async openPopup() {
      await inside('harness.openPopup()');
      await until('the popup', () => inside('harness.popupShown()'));
      await until('the popup to be ready', () => popup.run(isReady));
    },
    async closePopup() {
      await inside('harness.closePopup()');
      await until('the popup to close', async () => !(await inside('harness.popupShown()')));
    },

    async openPanel() {
      await inside('harness.openToolbox()');
      await until('the panel to be registered', () => inside('harness.selectPanel()'));
      await until('the panel', () => inside('harness.panelShown()'));
      await until('the panel to be ready', () => panel.run(isReady));
    },
    networkFilter: () => Promise.reject(new Error('Firefox has no way to its Network panel')),
    async sizePanel(width, height) {
      // Firefox loads the page anew when its toolbox moves to a window of its own.
      await until('the panel in this size', async () => {
        await inside(`harness.sizePanel(${width}, ${height})`);
        return panel.run(`${isReady} && innerWidth === ${width} && innerHeight === ${height}`);
      });
    },
    closeDevtools: () => inside('harness.closeToolbox()'),

    async crashDevtools() {
      const pid = await inside<number>('harness.panelProcess()');
      process.kill(pid, 'SIGKILL');
      await until('the process to end', () => inside(`harness.hasEnded(${pid})`));
      await inside('harness.closeToolbox()');
    },

    async background<T>(expression: string) {
      await inside('harness.wakeBackground()');
      return background.run<T>(expression);
    },
    backgroundAlive,
    killBackground: () => inside('harness.killBackground()'),

    collectGarbage: () => inside('harness.collectGarbage()'),

    async reinstall() {
      await install();
      await prepare();
    },

    badge: () => inside('harness.badge()'),
    grant: (pattern) => inside(`harness.setOrigin('add', ${JSON.stringify(pattern)})`),
    withdraw: (pattern) => inside(`harness.setOrigin('remove', ${JSON.stringify(pattern)})`),
  };
}
