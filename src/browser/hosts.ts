import browser from 'webextension-polyfill';

/** Where the granted hosts are told to all windows: Firefox's DevTools pages have no permissions API of their own. */
export const hostsKey = 'hosts';

/** Keeps the session's list of granted hosts true. To be called at the top level of the background. */
export function tellHosts(): void {
  const tell = async () => {
    const { origins = [] } = await browser.permissions.getAll();
    await browser.storage.session.set({ [hostsKey]: { by: '', value: { origins } } });
  };
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
  void tell();
}
