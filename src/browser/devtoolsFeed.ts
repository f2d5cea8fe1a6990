import browser from 'webextension-polyfill';
import { LONGEST_BODY, mayHoldToken } from '../core/traffic/bodies';
import type { Fact } from '../core/traffic/fact';
import { factsOf, type HarEntry, type Observer } from '../core/traffic/har';
import { readPageStorage, storageFacts } from '../core/traffic/pageStorage';
import { inAnswerAlone, isStream, type Known, streamFacts, streamName } from '../core/traffic/streams';
import { answerLooks } from './answerLooks';
import { command } from './command';
import { noteLongBodies } from './devtoolsNotes';
import { evaluate, evaluateInNewPage } from './evaluate';
import { tellKeys } from './keysFeed';
import { storageExpression } from './storageExpression';

/** After this, a request is told without waiting any longer for its answer's body, which then follows. */
const REQUEST_PATIENCE_MS = 5_000;
/** How long DevTools may take to read a body. */
const BODY_PATIENCE_MS = 60_000;

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
  /** Those whose bodies were too long to be read unasked. */
  const long: Entry[] = [];
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

  /** Records what an observer made of something; returns how many tokens that were, or undefined where nothing was told. */
  const tell = (observe: (observer: Observer) => Fact[]): number | undefined => {
    // Numbers rise as things are told: so the background knows what it has heard already.
    const facts = observe({ source, n: seen, tabId, live: true });
    if (facts.length > 0) seen++;
    waiting = [...waiting, ...facts];
    void send();
    return facts.length > 0 ? facts.reduce((sum, { captures }) => sum + captures.length, 0) : undefined;
  };
  const look = (observe: (observer: Observer) => Fact[]): number => tell(observe) ?? 0;

  /** Records a request with its answer, first without its body where that is long in coming. */
  const follow = async (entry: HarEntry, isTold: boolean, reading: Promise<string | undefined>) => {
    let told = isTold;
    const timer = setTimeout(() => {
      told ||= tell((observer) => factsOf(entry, observer)) !== undefined;
    }, REQUEST_PATIENCE_MS);
    const body = await reading;
    clearTimeout(timer);
    tell((observer) => {
      const facts = factsOf(entry, observer, body);
      return told ? inAnswerAlone(facts) : facts;
    });
  };

  browser.devtools.network.onRequestFinished.addListener(async (finished: object) => {
    const entry = finished as Entry;
    const { mimeType, size = 0 } = entry.response.content ?? {};
    const mayHold = mayHoldToken(mimeType, 0);
    if (mayHold && size > LONGEST_BODY) void noteLongBodies(tabId, long.push(entry));
    const reading = mayHold && size <= LONGEST_BODY ? bodyOf(entry) : Promise.resolve(undefined);
    void follow(entry, streams.delete(streamName(entry)), reading);
    void tellKeys(await reading, entry, tabId);
  });

  browser.devtools.network.onNavigated.addListener(async () => {
    const atMs = await evaluateInNewPage('performance.timeOrigin');
    if (typeof atMs === 'number')
      await command('leftPage', { tabId, atMs: Math.floor(atMs) }).catch(() => {});
  });

  answerLooks(tabId, {
    alive: async () => 0,
    async storage() {
      const storage = readPageStorage(await evaluate(storageExpression));
      if (!storage) return undefined;
      return look((observer) => storageFacts(storage, observer, Date.now()));
    },
    async bodies() {
      const entries = long.splice(0);
      let found = 0;
      for (const entry of entries) {
        const body = await bodyOf(entry);
        const longest = Number.POSITIVE_INFINITY;
        found += look((observer) => inAnswerAlone(factsOf(entry, { ...observer, longest }, body)));
      }
      await noteLongBodies(tabId, long.length);
      return found;
    },
    async streams() {
      const { entries = [] } = (await browser.devtools.network.getHAR()) as { entries?: HarEntry[] };
      const found = entries.filter(isStream);
      return found.reduce((sum, entry) => sum + look((observer) => streamFacts(entry, observer, streams)), 0);
    },
  });
}

/** A response's body, and what the browser says of it. */
type Content = [content: string | null, kind: string | null];

/** As DevTools give it. */
interface Entry extends HarEntry {
  getContent?(give: (content: string | null, kind: string | null) => void): unknown;
}

/**
 * The response's body. Beside it Chromium gives its encoding, Firefox its media type; after a
 * navigation both give null. A body whose type nobody named comes in base64.
 */
async function bodyOf(entry: Entry): Promise<string | undefined> {
  const { encoding } = entry.response.content ?? {};
  const [content, kind] = await new Promise<Content>((done) => {
    const none = () => got([null, null]);
    const timer = setTimeout(none, BODY_PATIENCE_MS);
    const got = (found: Content) => {
      clearTimeout(timer);
      done(found);
    };
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
