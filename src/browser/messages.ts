import browser from 'webextension-polyfill';

/** The sentence of a key in the browser's language, out of _locales. */
export function message(key: string, values?: readonly string[]): string {
  return browser.i18n.getMessage(key, values ? [...values] : undefined);
}
