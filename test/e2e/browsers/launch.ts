import { resolve } from 'node:path';

export { packages } from '../../../demo/build';

import type { Engine } from '../../../demo/findBrowser';
import { launchChromium } from './chromium';
import type { Driver, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';

const launchers: Record<Engine, (options: LaunchOptions) => Promise<Driver>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
};

/** Starts an installed browser with the extension loaded. */
export function launch(engine: Engine, options: LaunchOptions): Promise<Driver> {
  return launchers[engine]({ ...options, extension: resolve(options.extension) });
}
