import browser, { type WebRequest } from 'webextension-polyfill';
import { listen, listenAnewOnGrants } from './requestEvents';

/**
 * Tells when a tab leaves its page for another (milliseconds since the epoch), on the hosts that are allowed; the hops
 * of a redirect are one departure. To be called at the top level of the background.
 */
export function watchNavigations(onLeave: (tabId: number, atMs: number) => unknown): void {
  const last = new Map<number, string>();
  const onRequest = ({ tabId, requestId, timeStamp }: WebRequest.OnBeforeRequestDetailsType): void => {
    if (tabId < 0 || last.get(tabId) === requestId) return;
    last.set(tabId, requestId);
    onLeave(tabId, Math.floor(timeStamp));
  };
  listenAnewOnGrants([listen(browser.webRequest.onBeforeRequest, onRequest, { types: ['main_frame'] })]);
  browser.tabs.onRemoved.addListener((tabId) => last.delete(tabId));
}
