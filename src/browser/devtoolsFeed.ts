import browser from 'webextension-polyfill';
import { mayHoldToken } from '../core/traffic/bodies';
import type { Fact } from '../core/traffic/fact';
import { factsOf, type HarEntry } from '../core/traffic/har';
import { command } from './commands';
import { tellKeys } from './keysFeed';

/** How long DevTools may take to read a body. */
const BODY_PATIENCE_MS = 5_000;

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

  browser.devtools.network.onRequestFinished.addListener(async (finished: object) => {
    const entry = finished as HarEntry & WithContent;
    const body = await bodyOf(entry);
    void tellKeys(body, entry, tabId);
    const facts = factsOf(entry, { source, n: seen, tabId }, body);
    if (facts.length === 0) return;
    seen++;
    waiting = [...waiting, ...facts];
    void send();
  });
}

/** A response's body, and what the browser says of it. */
type Content = [content: string | null, kind: string | null];

interface WithContent {
  getContent?(give: (content: string | null, kind: string | null) => void): unknown;
}

/**
 * The response's body, where it can hold a token. Chromium gives its encoding beside it, Firefox its media type; after
 * a navigation both give null.
 */
async function bodyOf(entry: HarEntry & WithContent): Promise<string | undefined> {
  const { mimeType, size = 0 } = entry.response.content ?? {};
  if (!mayHoldToken(mimeType, size)) return undefined;
  const [content, kind] = await new Promise<Content>((got) => {
    const none = () => got([null, null]);
    // The request's own tokens must not be lost to a body that never comes.
    setTimeout(none, BODY_PATIENCE_MS);
    // The polyfill turns the callback into a promise, the browsers' own API takes either.
    const promised = entry.getContent?.((text, encoding) => got([text, encoding]));
    if (promised instanceof Promise) promised.then(got, none);
    if (!entry.getContent) none();
  });
  return content === null || kind === 'base64' ? undefined : content;
}
