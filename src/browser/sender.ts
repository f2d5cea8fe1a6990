import browser, { type Runtime } from 'webextension-polyfill';

/** True for a message from a page of ours: not from a web page, nor from another extension. */
export const isOurs = ({ id, url }: Runtime.MessageSender): boolean =>
  id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('')) === true;
