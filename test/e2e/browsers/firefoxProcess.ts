import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from '../../../demo/atExit';
import type { LaunchOptions } from './driver';
import { killGroup } from './killGroup';
import type { Profile } from './profile';

/** Fixed, so that the extension's pages have a known address. */
export const uuid = '5a1bb4ad-0f3c-4c4f-8f0e-3a1f5be7c0de';

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

/** Writes what this run prefers into the profile. */
export function writePreferences(profile: Profile, options: LaunchOptions): void {
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

/** The extension's id, as its manifest has it. */
export function extensionId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** Starts Firefox with a port for WebDriver. */
export function start(path: string, profile: Profile, options: LaunchOptions): ChildProcess {
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
export function listeningAddress(child: ChildProcess): Promise<string> {
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
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = new Promise((done) => child.once('exit', done));
  const timer = setTimeout(() => killGroup(child), 10_000);
  await exit;
  clearTimeout(timer);
}
