import browser from 'webextension-polyfill';
import { updateKey } from './sessionKeys';

/**
 * An update would take the session's log with it, so it waits until the user asks for it or the browser ends. To be
 * called at the top level of the background: that it listens is what makes the browser wait.
 */
export function holdUpdates(): void {
  browser.runtime.onUpdateAvailable.addListener(({ version }) => {
    void browser.storage.session.set({ [updateKey]: { by: '', value: { version } } });
  });
}
