import { encodeBase64url } from '../../src/core/token/base64url';
import { inRequestHeaders, inResponseHeaders } from '../../src/core/traffic/carriers';
import { createImporter } from '../../src/core/transfer/importing';

/** Two ways to do one thing, measured in turn in one run. Times in milliseconds. */
interface Case {
  what: string;
  against: string;
  aim: string;
  rounds: number;
  /** In what unit the figures are told, and how many there are in one run. */
  unit: 'µs a request' | 'MB/s';
  amount: number;
  own: () => unknown;
  other: () => unknown;
}

const encoded = (text: string) => encodeBase64url(new TextEncoder().encode(text));
const token = (n: number) =>
  `${encoded('{"alg":"HS256","typ":"JWT"}')}.${encoded(`{"sub":"user-${n}","exp":2000000000,"scope":"${'read '.repeat(40)}"}`)}.${'s'.repeat(42)}A`;

const pairs = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

/** What a browser and a server say to each other where nobody has a token. */
const requestHeaders = (n: number) =>
  pairs({
    Host: 'www.acme.test',
    'User-Agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'Accept-Language': 'en-GB,en;q=0.9,de;q=0.8',
    'Accept-Encoding': 'gzip, deflate, br, zstd',
    Referer: `https://www.acme.test/shop/items/${n}?page=2`,
    Origin: 'https://www.acme.test',
    'Sec-Fetch-Dest': 'empty',
    'Sec-Fetch-Mode': 'cors',
    'Sec-Fetch-Site': 'same-origin',
    'sec-ch-ua': '"Chromium";v="156", "Not.A/Brand";v="24"',
    'X-Request-Id': `5f7c8ec7-c33c-4c00-${n}-bbafe82ac5d3`,
    Cookie: `theme=dark; _ga=GA1.2.1716239022.1516239${n}; consent=2026-11-22T05:49:38.123Z`,
  });
const responseHeaders = (n: number) =>
  pairs({
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': `${n}`,
    Date: 'Sun, 22 Nov 2026 05:49:38 GMT',
    Server: 'nginx/1.24.0 (Ubuntu)',
    'Cache-Control': 'no-cache, no-store, must-revalidate, max-age=0',
    ETag: `W/"6f1-19c5b1c4a2${n}"`,
    'Content-Security-Policy':
      "default-src 'self'; img-src 'self' data: https://cdn.acme.test; script-src 'self'",
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains; preload',
    Vary: 'Origin, Accept-Encoding',
    'X-Trace': `1-5759e988-bd862e3fe1be46a994272${n}`,
  });

const REQUESTS = 5_000;
const traffic = Array.from({ length: REQUESTS }, (_, n) => ({
  sent: requestHeaders(n),
  came: responseHeaders(n),
}));
const peers = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/;

function scanned(): number {
  let found = 0;
  for (const { sent, came } of traffic)
    found += inRequestHeaders(sent).length + inResponseHeaders(came).length;
  return found;
}

/** The expression must be looked for and cut out, as whoever captures would do. */
function matched(): number {
  let found = 0;
  for (const { sent, came } of traffic) {
    for (const { value } of sent) if (value.match(peers)) found++;
    for (const { value } of came) if (value.match(peers)) found++;
  }
  return found;
}

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
    const headers = requestHeaders(n);
    if (n % 10 === 0) headers.push({ name: 'Authorization', value: `Bearer ${token(n % 50)}` });
    return JSON.stringify({
      startedDateTime: new Date(1_795_326_578_000 + n * 40).toISOString(),
      time: 12.5,
      request: { method: 'GET', url: `https://www.acme.test/${n}`, headers, queryString: [], cookies: [] },
      response: {
        status: 200,
        headers: responseHeaders(n),
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

const har = recording(4_000);
const bytes = new TextEncoder().encode(har);
const CHUNK = 4_000_000;

function imported(): number {
  const importer = createImporter();
  for (let at = 0; at < bytes.length; at += CHUNK) importer.push(bytes.subarray(at, at + CHUNK));
  return importer.end().exchanges.length;
}

const cases: readonly Case[] = [
  {
    what: 'Scan the headers of a request and its answer, without a token',
    against: 'one regular expression per header',
    aim: '>= 3 (speed)',
    rounds: 21,
    unit: 'µs a request',
    amount: REQUESTS,
    own: scanned,
    other: matched,
  },
  {
    what: `Import a HAR of ${(bytes.length / 1e6).toFixed(0)} MB, every tenth request with a token`,
    against: 'JSON.parse of the same text',
    aim: '>= 0.5 (speed)',
    rounds: 9,
    unit: 'MB/s',
    amount: bytes.length / 1e6,
    own: imported,
    other: () => JSON.parse(har).log.entries.length,
  },
];

// Nothing is found where nothing is, everything where it is: otherwise the times say nothing.
if (scanned() !== 0 || matched() !== 0) throw new Error('a token was found in traffic that has none');
if (imported() !== 400) throw new Error('not every token of the recording was found');

function timeOf(work: () => unknown): number {
  const start = performance.now();
  if (work() === undefined) throw new Error('a benchmark gave nothing');
  return performance.now() - start;
}

function measure({ own, other, rounds, ...told }: Case) {
  const times: { own: number[]; other: number[] } = { own: [], other: [] };
  for (let round = 0; round < rounds; round++) {
    times.own.push(timeOf(own));
    times.other.push(timeOf(other));
  }
  const middle = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;
  return { ...told, ownMs: middle(times.own), otherMs: middle(times.other) };
}

Object.assign(globalThis, { results: cases.map(measure) });
