import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from '../../../demo/atExit';
import { findBrowser, overrides } from '../../../demo/findBrowser';
import { type Bidi, connectBidi } from './bidi';
import type { Driver, LaunchOptions, Tab } from './driver';
import insideSource from './firefoxInside.js?raw';
import { insideView, rightClick, tabView } from './firefoxViews';
import { killGroup } from './killGroup';
import { type Profile, temporaryProfile } from './profile';
import { refuseOld } from './refuseOld';
import { until } from './until';

/** Fixed, so that the extension's pages have a known address. */
const uuid = '5a1bb4ad-0f3c-4c4f-8f0e-3a1f5be7c0de';
const isReady = 'document.documentElement.dataset.ready !== undefined';

const quiet = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.topsites.contile.enabled': false,
  'browser.warnOnQuit': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'devtools.toolbox.host': 'right',
  'devtools.toolbox.sidebar.width': 700,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

const dark = {
  'devtools.theme': 'dark',
  'extensions.activeThemeID': 'firefox-compact-dark@mozilla.org',
  'layout.css.prefers-color-scheme.content-override': 0,
  'ui.systemUsesDarkTheme': 1,
};

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

function writePreferences(profile: Profile, options: LaunchOptions): void {
  const id = extensionId(options.extension);
  const all = {
    ...quiet,
    ...(options.dark ? dark : {}),
    ...(options.scale === undefined ? {} : { 'layout.css.devPixelsPerPx': String(options.scale) }),
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
    ...options.prefs,
  };
  const lines = Object.entries(all).map(
    (pair) => `user_pref(${pair.map((one) => JSON.stringify(one)).join(', ')});\n`,
  );
  writeFileSync(join(profile.folder, 'user.js'), lines.join(''));
}

function extensionId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

function start(path: string, profile: Profile, options: LaunchOptions): ChildProcess {
  const { width, height } = options.size ?? { width: 1400, height: 900 };
  const headless = options.headless === false ? [] : ['--headless'];
  const remote = ['--remote-debugging-port', '0', '-remote-allow-system-access'];
  const size = ['--width', String(width), '--height', String(height)];
  const args = ['--profile', profile.folder, '--no-remote', ...headless, ...remote, ...size, 'about:blank'];
  // In a group of its own, so that its content processes can be ended with it.
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'], env: profile.env, detached: true });
  child.once(
    'exit',
    atExit(() => killGroup(child)),
  );
  return child;
}

/** Firefox tells its WebDriver address on stderr. */
function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said += data;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) found(`${address}/session`);
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`Firefox ended with code ${code}: ${said.trim()}`)));
  });
}

/** Waits for the process to end; after ten seconds it is killed. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = new Promise((done) => child.once('exit', done));
  const timer = setTimeout(() => killGroup(child), 10_000);
  await exit;
  clearTimeout(timer);
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
  const newTab = async () =>
    (await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' })).context;

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

    async openTab(url) {
      const tab = tabOf(await newTab());
      await tab.visit(url);
      return tab;
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

    async background<T>(expression: string) {
      await inside('harness.wakeBackground()');
      return background.run<T>(expression);
    },
    backgroundAlive,
    killBackground: () => inside('harness.killBackground()'),

    async reinstall() {
      await install();
      await prepare();
    },

    badge: () => inside('harness.badge()'),
    grant: (pattern) => inside(`harness.setOrigin('add', ${JSON.stringify(pattern)})`),
    withdraw: (pattern) => inside(`harness.setOrigin('remove', ${JSON.stringify(pattern)})`),
  };
}
