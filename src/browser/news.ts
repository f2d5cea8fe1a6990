import browser from 'webextension-polyfill';
import { stored } from './stored';

/** What the user has not been told yet: the version that an update brought. */
export interface News {
  version?: string;
}

const newsKey = 'news';

/** Notes that an update came, for the next window that opens; opens none by itself. At the top level of the background. */
export function noteUpdates(): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    const { version } = browser.runtime.getManifest();
    if (reason !== 'update' || previousVersion === version) return;
    void browser.storage.local.set({ [newsKey]: { by: '', value: { version } } });
  });
}

/** What is new, as long as it has not been put away. */
export const followNews = () => stored<News>('local', newsKey, {});
