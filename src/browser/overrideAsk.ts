import browser from 'webextension-polyfill';
import { hostsOf, type Override } from '../core/override';
import { command } from './command';

/**
 * Asks the user for the hosts that an override needs, and the background for the override. To be called within a click.
 * The background does not wait for this window to hear the answer: a popup closes when the browser asks. Firefox's
 * DevTools pages cannot ask; then the background tells in its state that access is missing.
 */
export function askForOverride(override: Override): void {
  const { permissions } = browser as { permissions?: typeof browser.permissions };
  permissions?.request({ origins: hostsOf(override) }).catch(() => {});
  void command('override', override);
}
