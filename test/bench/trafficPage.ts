import { encodeBase64url } from '../../src/core/token/base64url';
import { inRequestHeaders, inResponseHeaders } from '../../src/core/traffic/carriers';
import { createImporter } from '../../src/core/transfer/importing';
import { freshTraffic, type Heard, heard } from './ordinaryTraffic';

/** Two ways to do one thing, measured in turn in one run. Times in milliseconds. */
interface Case {
  what: string;
  against: string;
  aim: string;
  rounds: number;
  /** In what unit the figures are told, and how many there are in one run. */
  unit: 'µs a request' | 'MB/s';
  amount: number;
  /** Milliseconds. */
  own: () => number;
  other: () => number;
}

const encoded = (text: string) => encodeBase64url(new TextEncoder().encode(text));
const token = (n: number) =>
  `${encoded('{"alg":"HS256","typ":"JWT"}')}.${encoded(`{"sub":"user-${n}","exp":2000000000,"scope":"${'read '.repeat(40)}"}`)}.${'s'.repeat(42)}A`;

const PAGES = 100;
const REQUESTS = 5_000;
/** Page after page, so that what is read lies where the processor has it, as what just came does. */
const pages = Array.from({ length: PAGES }, (_, page) =>
  freshTraffic((page * REQUESTS) / PAGES, REQUESTS / PAGES),
);

function scanned(traffic: readonly Heard[]): number {
  let found = 0;
  for (const { sent, came } of traffic)
    found += inRequestHeaders(sent).length + inResponseHeaders(came).length;
  return found;
}

/** An expression must be looked for and cut out, as whoever captures would do. */
const matched =
  (expression: RegExp) =>
  (traffic: readonly Heard[]): number => {
    let found = 0;
    for (const { sent, came } of traffic) {
      for (const { value } of sent) if (value?.match(expression)) found++;
      for (const { value } of came) if (value?.match(expression)) found++;
    }
    return found;
  };

/** Looks through traffic whose texts are new each time, as a browser hands them over; making them is not counted. */
function timeOfScan(scan: (traffic: readonly Heard[]) => number): number {
  let ms = 0;
  for (const fresh of pages) {
    const traffic = fresh();
    const start = performance.now();
    const found = scan(traffic);
    ms += performance.now() - start;
    if (found !== 0) throw new Error('a token was found in traffic that has none');
  }
  return ms;
}

const dot = String.raw`(?:\.|%(?:25)?2[eE]|\\u002[eE]|&#(?:46|x2[eE]);)`;
const expressions = {
  /** Finds none that begins with white space or another member, is encrypted, or has escaped dots. */
  'one regular expression per header, the one that peers use': /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/,
  'one regular expression per header that finds the same tokens': new RegExp(
    String.raw`(?:e[wy]|[ICD]|77)[\w-]{12,}=*${dot}[\w-]*=*${dot}[\w-]*`,
  ),
};

/** A recording of a page's life: scripts, pictures and data, every tenth request with a token. */
function recording(entries: number): string {
  const bodies = [
    { mimeType: 'text/javascript', text: 'function a(b){return b.c.d(e,"f",{g:1.25})}\n'.repeat(500) },
    { mimeType: 'image/png', encoding: 'base64', text: 'iVBORw0KGgoAAAANSUhEUgAAAAUA'.repeat(400) },
    {
      mimeType: 'application/json',
      text: JSON.stringify(Array(40).fill({ id: 1, name: 'an item', price: 12.5 })),
    },
    { mimeType: 'text/html', text: '<li class="item"><a href="/items/1.html">One</a></li>\n'.repeat(100) },
  ];
  const lines = Array.from({ length: entries }, (_, n) => {
    const { sent: headers, came } = heard(n);
    if (n % 10 === 0) headers.push({ name: 'Authorization', value: `Bearer ${token(n % 50)}` });
    return JSON.stringify({
      startedDateTime: new Date(1_795_326_578_000 + n * 40).toISOString(),
      time: 12.5,
      request: { method: 'GET', url: `https://www.acme.test/${n}`, headers, queryString: [], cookies: [] },
      response: {
        status: 200,
        headers: came,
        cookies: [],
        content: bodies[n % 4],
        redirectURL: '',
      },
      cache: {},
      timings: { send: 1, wait: 10, receive: 1.5 },
    });
  });
  return `{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[${lines.join(',\n')}]}}`;
}

const ENTRIES = 4_000;
const har = recording(ENTRIES);
const bytes = new TextEncoder().encode(har);
const CHUNK = 4_000_000;

function imported(): number {
  const importer = createImporter();
  for (let at = 0; at < bytes.length; at += CHUNK) importer.push(bytes.subarray(at, at + CHUNK));
  return importer.end().exchanges.length;
}

function timeOf(work: () => number, expected: number): number {
  const start = performance.now();
  const found = work();
  const ms = performance.now() - start;
  // Nothing is found where nothing is, everything where it is: otherwise the times say nothing.
  if (found !== expected) throw new Error(`${found} were found, not ${expected}`);
  return ms;
}

const cases: readonly Case[] = [
  ...Object.entries(expressions).map(([against, expression]) => ({
    what: 'Scan the headers of a request and its answer, without a token',
    against,
    aim: '>= 3 (speed)',
    rounds: 15,
    unit: 'µs a request' as const,
    amount: REQUESTS,
    own: () => timeOfScan(scanned),
    other: () => timeOfScan(matched(expression)),
  })),
  {
    what: `Import a HAR of ${(bytes.length / 1e6).toFixed(0)} MB, every tenth request with a token`,
    against: 'JSON.parse of the same text',
    aim: '>= 0.5 (speed)',
    rounds: 9,
    unit: 'MB/s',
    amount: bytes.length / 1e6,
    own: () => timeOf(imported, ENTRIES / 10),
    other: () => timeOf(() => JSON.parse(har).log.entries.length, ENTRIES),
  },
];

function measure({ own, other, rounds, ...told }: Case) {
  const times: { own: number[]; other: number[] } = { own: [], other: [] };
  for (let round = 0; round < rounds; round++) {
    times.own.push(own());
    times.other.push(other());
  }
  const middle = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;
  return { ...told, ownMs: middle(times.own), otherMs: middle(times.other) };
}

Object.assign(globalThis, { results: cases.map(measure) });
