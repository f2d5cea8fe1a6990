import type { Header } from '../../src/core/traffic/carriers';

/** The headers of one request and its answer. */
export interface Heard {
  sent: Header[];
  came: Header[];
}

type Kind = readonly [dest: string, mode: string, accept: string, type: string, share: number];

const navigation: Kind = [
  'document',
  'navigate',
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
  'text/html; charset=utf-8',
  1,
];
/** What a browser asks for while people read: one page, then scripts, pictures, fonts and data of it. */
const kinds: readonly Kind[] = [
  navigation,
  ['style', 'no-cors', 'text/css,*/*;q=0.1', 'text/css; charset=utf-8', 2],
  ['script', 'no-cors', '*/*', 'application/javascript; charset=utf-8', 8],
  ['image', 'no-cors', 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'image/webp', 14],
  ['font', 'cors', '*/*', 'font/woff2', 2],
  ['empty', 'cors', 'application/json, text/plain, */*', 'application/json; charset=utf-8', 9],
];
const rounds = kinds.flatMap((kind) => Array<Kind>(kind[4]).fill(kind));
const SITES = 12;

/** Hexadecimal digits that look like chance and are the same in every run. */
const hex = (n: number, length: number) =>
  Array.from({ length }, (_, i) =>
    ((Math.imul(n + 1, 2_654_435_761 + i * 40_503) >>> 9) & 15).toString(16),
  ).join('');

const pairs = (values: Record<string, string | undefined>): Header[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));

/** One request of many, as Chromium shows it to an extension, with the answer of a site behind a CDN. No token. */
export function heard(n: number): Heard {
  const [dest, mode, accept, type] = rounds[n % rounds.length] ?? navigation;
  const page = Math.floor(n / rounds.length);
  const site = `www.shop-${page % SITES}.test`;
  const isData = dest === 'empty';
  const host = isData || dest === 'document' ? site : `static.shop-${page % SITES}.test`;
  const sent = pairs({
    Host: host,
    'sec-ch-ua-platform': '"Linux"',
    'User-Agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'sec-ch-ua': '"Chromium";v="156", "Not.A/Brand";v="24"',
    'sec-ch-ua-mobile': '?0',
    Accept: accept,
    Origin: mode === 'cors' ? `https://${site}` : undefined,
    'Sec-Fetch-Site': host === site ? 'same-origin' : 'same-site',
    'Sec-Fetch-Mode': mode,
    'Sec-Fetch-Dest': dest,
    Referer: `https://${site}/${isData || dest === 'document' ? `catalogue/list-${page}?page=${page % 7}` : ''}`,
    'Accept-Encoding': 'gzip, deflate, br, zstd',
    'Accept-Language': 'en-GB,en;q=0.9,de;q=0.8',
    'X-Request-Id': isData ? `${hex(n, 8)}-${hex(n + 1, 4)}-4${hex(n + 2, 3)}-${hex(n, 12)}` : undefined,
    Cookie:
      host === site
        ? `theme=dark; _ga=GA1.2.1716239022.${1_700_000_000 + page}; session=${hex(page, 32)}; consent=2026-11-22T05:49:38.123Z`
        : undefined,
  });
  const came = pairs({
    'content-type': type,
    'content-length': `${1_000 + (n % 9_000)}`,
    date: new Date(1_795_326_578_000 + page * 3_000).toUTCString(),
    server: 'nginx/1.24.0 (Ubuntu)',
    'cache-control': isData
      ? 'no-cache, no-store, must-revalidate, max-age=0'
      : 'public, max-age=31536000, immutable',
    etag: `W/"${hex(n, 4)}-${hex(n + 7, 27)}"`,
    'last-modified': isData ? undefined : new Date(1_790_000_000_000 + n * 61_000).toUTCString(),
    'content-security-policy':
      dest === 'document'
        ? "default-src 'self'; img-src 'self' data: https://cdn.acme.test; script-src 'self' 'nonce-aGVsbG8'"
        : undefined,
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    'report-to': `{"endpoints":[{"url":"https://a.nel.example.test/report/v4?s=shop-${page % SITES}"}],"group":"nel","max_age":604800}`,
    'alt-svc': 'h3=":443"; ma=86400',
    vary: 'Origin, Accept-Encoding',
    'x-trace': `1-${hex(n, 8)}-${hex(n + 3, 24)}`,
    'set-cookie': dest === 'document' ? `seen=${page}; Path=/; Max-Age=3600; SameSite=Lax` : undefined,
  });
  return { sent, came };
}

/** So many of them from the nth on, made anew with each call: each with texts of its own, as a browser gives them. */
export function freshTraffic(from: number, count: number): () => Heard[] {
  const text = JSON.stringify(Array.from({ length: count }, (_, at) => heard(from + at)));
  return () => JSON.parse(text);
}
