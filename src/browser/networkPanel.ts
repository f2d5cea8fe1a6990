import browser from 'webextension-polyfill';

/** Chromium's own, since 2024; it is in no type package and not in Firefox. */
interface NetworkPanel {
  show(options: { filter: string }): Promise<void>;
}

/** Shows a request in the browser's own Network panel, by its filter; undefined where there is no way to. */
export function revealing(): ((method: string, url: string) => void) | undefined {
  const { network } = browser.devtools.panels as unknown as { network?: NetworkPanel };
  if (typeof network?.show !== 'function') return undefined;
  return (method, url) => void network.show({ filter: `url:${url} method:${method}` });
}
