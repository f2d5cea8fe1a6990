import browser from 'webextension-polyfill';

/** Installs what waits; all our windows close. */
export const installUpdate = (): void => browser.runtime.reload();
