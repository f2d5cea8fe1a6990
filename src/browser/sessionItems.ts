import browser from 'webextension-polyfill';

let reading: Promise<Record<string, unknown>> | undefined;

/**
 * All of session memory, read once for all who ask within one task: a window that opens wants a dozen things of it. Who
 * follows changes begins to listen in the same task, and takes them after this.
 */
export function sessionItems(): Promise<Record<string, unknown>> {
  if (reading) return reading;
  reading = browser.storage.session.get(null);
  queueMicrotask(() => {
    reading = undefined;
  });
  return reading;
}
