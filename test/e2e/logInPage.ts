import type { Fact } from '../../src/core/traffic/fact';
import type { Items } from '../../src/core/traffic/logItems';
import { createLogReader } from '../../src/core/traffic/reading';
import { createLogWriter, type LogStore } from '../../src/core/traffic/writer';

/** A browser's own session memory, as far as the log needs it. */
interface Area {
  get(keys: string[] | null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
  getBytesInUse(): Promise<number>;
  getKeys?(): Promise<string[]>;
}

const TOKENS = 1_000;
const ADDRESSES = 5_000;
/** Requests that are written at once. */
const BATCH = 1_000;

export interface Filled {
  bytes: number;
  captures: number;
  dropped: number;
}

/** A token of 1 KB that nothing can compress. */
function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(768));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** A request and its answer, of a session in which about seventy are sent in a second. */
function exchange(n: number, token: string): Fact[] {
  const atMs = 1_795_000_000_000 + n * 14;
  const address = `https://api.example.com/v2/customers/${(n * 7) % ADDRESSES}/orders?limit=50`;
  const carrier = { place: 'request-header', name: 'authorization' } as const;
  const sent: Fact = {
    kind: 'sent',
    feed: 'webRequest',
    source: 'w',
    n,
    tabId: 1,
    method: 'GET',
    url: address,
    initiator: 'https://app.example.com',
    type: 'xmlhttprequest',
    atMs,
    captures: [{ carrier, before: 'Bearer ', token, after: '' }],
  };
  const answeredMs = atMs + 20 + ((n * 37) % 400);
  const serverDateMs = Math.floor(answeredMs / 1_000) * 1_000;
  return [
    sent,
    { kind: 'answered', source: 'w', n, atMs: answeredMs, status: 200, serverDateMs, captures: [] },
  ];
}

/** What fills a session memory, a part at a time, so that no call lasts longer than a driver waits. */
export interface Filling {
  /** So many further captures: of 1,000 tokens and 5,000 addresses, or of a token each. */
  add(captures: number, tokens: 'shared' | 'own'): Promise<void>;
  /** What the memory holds now, read back as a window does. */
  held(): Promise<Filled>;
}

export function startFilling(area: Area): Filling {
  const writer = createLogWriter(storeOn(area));
  const shared = Array.from({ length: TOKENS }, makeToken);
  const tokenOf = { shared: (n: number) => shared[n % TOKENS] ?? '', own: makeToken };
  let n = 0;
  return {
    async add(captures, tokens) {
      for (const end = n + captures; n < end; ) {
        const facts: Fact[] = [];
        for (let one = 0; one < BATCH; one++, n++) facts.push(...exchange(n, tokenOf[tokens](n)));
        await writer.append(facts);
      }
    },
    async held() {
      const reader = createLogReader();
      reader.take(await area.get(null));
      const bytes = await area.getBytesInUse();
      return { bytes, captures: reader.exchanges().length, dropped: reader.dropped() };
    },
  };
}

function storeOn(area: Area): LogStore {
  const { getKeys } = area;
  return {
    get: (wanted) => area.get(wanted),
    set: (items) => area.set(items),
    remove: (gone) => area.remove(gone),
    bytesInUse: () => area.getBytesInUse(),
    ...(getKeys && { keys: () => getKeys.call(area) }),
  };
}
