import browser from 'webextension-polyfill';
import { keyringName, sealKeyring, vaultKeyName } from './vaultStore';

/**
 * Keeps the sealed keyring on disk as the open one in session memory is, whichever window changed it: a popup may be
 * closed before it is done. To be called at the top level of the background.
 */
export function keepSealed(): void {
  let last: Promise<void> = Promise.resolve();
  browser.storage.session.onChanged.addListener((changes) => {
    if (!changes[keyringName] && !changes[vaultKeyName]?.newValue) return;
    // What storage refuses leaves the last sealed keyring as it was.
    last = last.then(sealKeyring).catch(() => {});
  });
}
