import puppeteer, { type Browser } from 'puppeteer-core';
import type { LaunchOptions } from './driver';
import type { Profile } from './profile';

/** Starts Chromium with the extension, to be spoken to over a pipe. */
export function startChromium(
  executablePath: string,
  profile: Profile,
  options: LaunchOptions,
): Promise<Browser> {
  const { width, height } = options.size ?? { width: 1400, height: 900 };
  return puppeteer.launch({
    executablePath,
    userDataDir: profile.folder,
    env: profile.env,
    // On a signal atExit ends it, and removes the profile after it.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: [options.extension],
    handleDevToolsAsPage: true,
    defaultViewport: null,
    // Nobody here reads its events, and for them a browser keeps notes of every request.
    networkEnabled: false,
    args: [
      `--window-size=${width},${height}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.headless === false ? [] : ['--disable-gpu']),
      ...(options.dark ? ['--force-dark-mode'] : []),
      ...(options.scale === undefined ? [] : [`--force-device-scale-factor=${options.scale}`]),
      // A popup is no higher than the screen allows, and the headless one is small by itself.
      ...(options.headless === false ? [] : ['--screen-info={3200x2400}']),
      // Chromium's sandbox refuses to run as root, as in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}
