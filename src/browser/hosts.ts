import browser from 'webextension-polyfill';
import { hostsKey, type noHosts } from './sessionKeys';

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
