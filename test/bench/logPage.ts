import type { Fact } from '../../src/core/traffic/fact';
import type { Items } from '../../src/core/traffic/logItems';
import { createLogReader } from '../../src/core/traffic/reading';
import { createLogWriter, type LogStore } from '../../src/core/traffic/writer';

interface Area {
  get(keys: string[] | null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
  clear(): Promise<void>;
  getBytesInUse(keys: null): Promise<number>;
}
interface Api {
  storage: { session: Area };
}
const given = globalThis as unknown as { browser?: Api; chrome: Api };
const { session } = (given.browser ?? given.chrome).storage;
const store: LogStore = {
  get: (keys) => session.get(keys),
  set: (items) => session.set(items),
  remove: (keys) => session.remove(keys),
  bytesInUse: () => session.getBytesInUse(null),
};

const FULL = 250_000;
const token = (n: number) => `eyJhbGciOiJIUzI1NiJ9.${`${n}-`.padEnd(930, 'x')}.${'s'.repeat(42)}A`;
const pools = {
  one: Array.from({ length: 1_000 }, (_, n) => token(n)),
  few: Array.from({ length: 50 }, (_, n) => token(n)),
};

/** One request with a token and its answer, as webRequest would tell of them. */
function factsOf(n: number, tokens: readonly string[]): Fact[] {
  const atMs = 1_795_326_578_000 + n * 12;
  const carrier = { place: 'request-header', name: 'authorization' } as const;
  const capture = { carrier, before: 'Bearer ', token: tokens[(n * 7) % tokens.length] ?? '', after: '' };
  const url = `https://api.acme.test/orders/${n % 5_000}`;
  const initiator = 'https://app.acme.test';
  return [
    {
      kind: 'sent',
      feed: 'webRequest',
      source: 'w',
      n,
      tabId: 7,
      method: 'GET',
      url,
      initiator,
      type: 'xmlhttprequest',
      atMs,
      captures: [capture],
    },
    { kind: 'answered', source: 'w', n, atMs: atMs + 9, status: 200, captures: [] },
  ];
}

/** Fills the log up to so many captures. */
async function fill(
  writer: ReturnType<typeof createLogWriter>,
  from: number,
  to: number,
  tokens: readonly string[],
) {
  for (let at = from; at < to; at += 1_000) {
    const count = Math.min(1_000, to - at);
    await writer.append(Array.from({ length: count }, (_, i) => factsOf(at + i, tokens)).flat());
  }
}

/** Milliseconds for one more capture, each stored before the next comes. */
async function costAt(writer: ReturnType<typeof createLogWriter>, from: number): Promise<number> {
  const times: number[] = [];
  for (let n = from; n < from + 300; n++) {
    const start = performance.now();
    await writer.append(factsOf(n, pools.one));
    times.push(performance.now() - start);
  }
  return times.reduce((sum, ms) => sum + ms, 0) / times.length;
}

const heap = () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize;

/** What so many captures of 50 tokens take: of the session's memory, and of a window's that shows them. */
async function sizeOf(captures: number) {
  await session.clear();
  await fill(createLogWriter(store), 0, captures, pools.few);
  const sessionBytes = await session.getBytesInUse(null);
  const items = await session.get(null);
  const before = heap();
  const reader = createLogReader();
  reader.take(items);
  const exchanges = reader.exchanges();
  const heapBytes = before === undefined ? undefined : (heap() ?? 0) - before;
  return { sessionBytes, heapBytes, exchanges, items };
}

async function measure() {
  await session.clear();
  const writer = createLogWriter(store);
  await fill(writer, 0, 100, pools.one);
  const early = await costAt(writer, 100);
  await fill(writer, 400, FULL, pools.one);
  const late = await costAt(writer, FULL);
  const fullBytes = await session.getBytesInUse(null);
  const dropped = ((await session.get(['log'])).log as { dropped: number }).dropped;

  const few = await sizeOf(1_000);
  const many = await sizeOf(FULL);
  const text = JSON.stringify(many.exchanges);
  const readMs: number[] = [];
  const parseMs: number[] = [];
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    const reader = createLogReader();
    reader.take(many.items);
    if (reader.exchanges().length !== FULL) throw new Error('not every capture came back');
    const middle = performance.now();
    if (JSON.parse(text).length !== FULL) throw new Error('not every capture was parsed');
    readMs.push(middle - start);
    parseMs.push(performance.now() - middle);
  }
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;
  await session.clear();
  const { exchanges: _few, items: _fewItems, ...fewSizes } = few;
  const { exchanges: _many, items: _manyItems, ...manySizes } = many;
  return [
    {
      early,
      late,
      fullBytes,
      dropped,
      few: fewSizes,
      many: manySizes,
      read: median(readMs),
      parse: median(parseMs),
    },
  ];
}

Object.assign(globalThis, { results: await measure() });
document.documentElement.dataset.ready = 'true';
