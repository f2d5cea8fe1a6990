import type { FeedState } from './coverage';

/**
 * Hosts whose requests a browser keeps from every extension, whatever it is allowed (Chromium:
 * extensions/browser/api/web_request/permission_helper; Firefox: the preference
 * extensions.webextensions.restrictedDomains).
 */
const hosts: Readonly<Record<FeedState['engine'], readonly string[]>> = {
  chromium: ['chromewebstore.google.com'],
  firefox: [
    'accounts.firefox.com',
    'addons.mozilla.org',
    'api.accounts.firefox.com',
    'content.cdn.mozilla.net',
    'discovery.addons.mozilla.org',
    'oauth.accounts.firefox.com',
    'profile.accounts.firefox.com',
    'support.mozilla.org',
    'sync.services.mozilla.com',
  ],
};

/** Whether the browser shows no extension the requests of an origin. */
export const isHidden = (engine: FeedState['engine'], origin = ''): boolean =>
  hosts[engine].some((host) => origin === `https://${host}`);
