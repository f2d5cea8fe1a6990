import browser from 'webextension-polyfill';

/** Asks the user; to be called within a click. Undefined where this window cannot: in Firefox's DevTools. */
export const askForNotifications = browser.permissions?.request
  ? () => browser.permissions.request({ permissions: ['notifications'] })
  : undefined;
