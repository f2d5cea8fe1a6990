import browser from 'webextension-polyfill';
import type { Fact } from '../core/traffic/fact';
import { factsOf, type HarEntry } from '../core/traffic/har';
import { command } from './commands';

/** How often a batch is sent again at once; after that it waits for the next request to be seen. */
const ATTEMPTS = 5;

/**
 * Follows the requests of the inspected page, from the toolbox's first moment to its last, with no permission but
 * DevTools' own. What the background could not take, because it was killed or its storage failed, is sent again.
 */
export function watchInspectedPage(): void {
  const { tabId } = browser.devtools.inspectedWindow;
  const source = `d${crypto.randomUUID()}`;
  let seen = 0;
  let waiting: Fact[] = [];
  let sending = false;

  const send = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    for (let attempt = 0; waiting.length > 0 && attempt < ATTEMPTS; attempt++) {
      const facts = waiting;
      try {
        await command('record', { source, facts });
        waiting = waiting.slice(facts.length);
        attempt = -1;
      } catch {
        // The same batch goes again.
      }
    }
    sending = false;
  };

  browser.devtools.network.onRequestFinished.addListener((entry: object) => {
    const facts = factsOf(entry as HarEntry, { source, n: seen, tabId });
    if (facts.length === 0) return;
    seen++;
    waiting = [...waiting, ...facts];
    void send();
  });
}
