import browser from 'webextension-polyfill';

/** Which of the two browsers this is: their feeds see different things. Firefox alone tells its own name. */
export const engine = 'getBrowserInfo' in browser.runtime ? 'firefox' : 'chromium';
