import browser from 'webextension-polyfill';
import { LONGEST_BODY, mayHoldToken } from '../core/traffic/bodies';
import type { Fact } from '../core/traffic/fact';
import { factsOf, type HarEntry, type Observer } from '../core/traffic/har';
import { readPageStorage, storageFacts } from '../core/traffic/pageStorage';
import { inAnswerAlone, isStream, type Known, streamFacts, streamName } from '../core/traffic/streams';
import { command } from './command';
import { noteLongBody } from './devtoolsState';
import { evaluate } from './evaluate';
import { tellKeys } from './keysFeed';
import { answerLooks } from './looks';
import { storageExpression } from './storageExpression';

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
  const streams: Known = new Map();
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

  /** Records what an observer made of something; returns how many tokens that were. */
  const tell = (observe: (observer: Observer) => Fact[]): number => {
    const facts = observe({ source, n: seen, tabId });
    if (facts.length > 0) seen++;
    waiting = [...waiting, ...facts];
    void send();
    return facts.reduce((sum, { captures }) => sum + captures.length, 0);
  };

  browser.devtools.network.onRequestFinished.addListener(async (finished: object) => {
    const entry = finished as HarEntry & WithContent;
    const { mimeType, size = 0 } = entry.response.content ?? {};
    if (size > LONGEST_BODY && mayHoldToken(mimeType, 0)) void noteLongBody(tabId);
    const body = await bodyOf(entry);
    void tellKeys(body, entry, tabId);
    if (streams.delete(streamName(entry))) tell((observer) => inAnswerAlone(factsOf(entry, observer, body)));
    else tell((observer) => factsOf(entry, observer, body));
  });

  browser.devtools.network.onNavigated.addListener(async () => {
    const atMs = await evaluate('performance.timeOrigin');
    if (typeof atMs === 'number')
      await command('leftPage', { tabId, atMs: Math.floor(atMs) }).catch(() => {});
  });

  answerLooks(tabId, {
    alive: async () => 0,
    async storage() {
      const storage = readPageStorage(await evaluate(storageExpression));
      if (!storage) return undefined;
      return tell((observer) => storageFacts(storage, observer, Date.now()));
    },
    async streams() {
      const { entries = [] } = (await browser.devtools.network.getHAR()) as { entries?: HarEntry[] };
      const found = entries.filter(isStream);
      return found.reduce((sum, entry) => sum + tell((observer) => streamFacts(entry, observer, streams)), 0);
    },
  });
}

/** A response's body, and what the browser says of it. */
type Content = [content: string | null, kind: string | null];

interface WithContent {
  getContent?(give: (content: string | null, kind: string | null) => void): unknown;
}

/**
 * The response's body, where it can hold a token. Beside it Chromium gives its encoding, Firefox its media type; after a
 * navigation both give null. A body whose type nobody named comes in base64.
 */
async function bodyOf(entry: HarEntry & WithContent): Promise<string | undefined> {
  const { mimeType, size = 0, encoding } = entry.response.content ?? {};
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
  if (content === null) return undefined;
  return kind === 'base64' || encoding === 'base64' ? textOf(content) : content;
}

/** The text of a body in base64; undefined where it is none. */
function textOf(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
