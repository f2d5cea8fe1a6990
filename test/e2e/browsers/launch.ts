import type { Engine } from '../../../demo/findBrowser';
import { launchChromium } from './chromium';
import type { Driver, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';

/** Which package in dist/ an engine takes. */
export const packages: Record<Engine, string> = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

const launchers: Record<Engine, (options: LaunchOptions) => Promise<Driver>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
};

/** Starts an installed browser with the extension loaded. */
export function launch(engine: Engine, options: LaunchOptions): Promise<Driver> {
  return launchers[engine](options);
}
