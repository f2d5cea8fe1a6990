import browser from 'webextension-polyfill';

/** Where the granted hosts are told to all windows: Firefox's DevTools pages have no permissions API of their own. */
export const hostsKey = 'hosts';

export const noHosts = {
  /** Match patterns. */
  origins: [] as string[],
  /** Since when each is known to be granted, milliseconds since the epoch. */
  since: {} as Record<string, number>,
};

/** Keeps the session's list of granted hosts true. To be called at the top level of the background. */
export function tellHosts(): void {
  const { session } = browser.storage;
  const tell = async () => {
    const { origins = [] } = await browser.permissions.getAll();
    const before = (await session.get(hostsKey))[hostsKey] as { value: typeof noHosts } | undefined;
    const known = before?.value.since ?? {};
    const since = Object.fromEntries(origins.map((pattern) => [pattern, known[pattern] ?? Date.now()]));
    await session.set({ [hostsKey]: { by: '', value: { origins, since } } });
  };
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
  void tell();
}
