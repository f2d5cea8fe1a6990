import browser, { type Runtime } from 'webextension-polyfill';
import { type Asked, type LookName, type Looks, lookNames } from './looks';
import { isOurs } from './sender';

/** Lets the panel ask. What comes from anywhere else, or is meant for another tab, is left to others. */
export function answerLooks(tabId: number, looks: Looks): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const { look: name, tabId: asked } = (message ?? {}) as Partial<Asked>;
    if (!isOurs(sender) || asked !== tabId) return undefined;
    return lookNames.some((known) => known === name) ? looks[name as LookName]() : undefined;
  });
}
