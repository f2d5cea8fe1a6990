import browser, { type WebRequest } from 'webextension-polyfill';

export interface RequestEvent<Listener> {
  addListener(listener: Listener, filter: WebRequest.RequestFilter, wants?: never[]): void;
  removeListener(listener: Listener): void;
}

/** What is asked for beside the request itself, and of which requests; absent: of all. */
interface Wanted {
  wants?: readonly string[];
  types?: WebRequest.ResourceType[] | undefined;
}

/** Adds a listener for the requests of all allowed hosts; returns what adds it anew. */
export function listen<Listener>(
  event: RequestEvent<Listener>,
  listener: Listener,
  { wants, types }: Wanted = {},
): () => void {
  const filter = { urls: ['<all_urls>'], ...(types && { types }) };
  // Firefox and Chromium both refuse a third argument where the event knows none.
  const add = () =>
    wants ? event.addListener(listener, filter, [...wants] as never[]) : event.addListener(listener, filter);
  add();
  return () => {
    event.removeListener(listener);
    add();
  };
}

/**
 * Chromium: a listener registered while a host was not granted stays deaf after the grant, until it is added anew. To
 * be called at the top level of the background.
 */
export function listenAnewOnGrants(listening: readonly (() => void)[]): void {
  browser.permissions.onAdded.addListener(() => {
    for (const again of listening) again();
  });
}
