import browser from 'webextension-polyfill';

let reading: Promise<Record<string, unknown>> | undefined;

/**
 * All of session memory, read once for all who ask within one task: a window that opens wants a dozen things of it. Who
 * follows changes begins to listen in the same task, and takes them after this.
 */
export function sessionItems(): Promise<Record<string, unknown>> {
  return reading ?? shared(browser.storage.session.get(null));
}

/** Gives all who ask within this task what was read ahead. */
export function shared(items: Promise<Record<string, unknown>>): Promise<Record<string, unknown>> {
  reading = items;
  queueMicrotask(() => {
    reading = undefined;
  });
  return items;
}
