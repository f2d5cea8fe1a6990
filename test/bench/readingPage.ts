import { parseTree } from 'jsonc-parser';
import { jwtDecode } from 'jwt-decode';
import { parse as parseLossless } from 'lossless-json';
import { encodeBase64url } from '../../src/core/token/base64url';
import { summarizeFast } from '../../src/core/token/fastSummary';
import { findTokens } from '../../src/core/token/find';
import { readJson } from '../../src/core/token/json';

const ROUNDS = 11;

/** One thing done two ways, on the same inputs; each gives something, so that nothing is done for nothing. */
interface Case {
  what: string;
  against: string;
  aim: string;
  inputs: readonly string[];
  own: (text: string) => unknown;
  other: (text: string) => unknown;
}

const encoded = (text: string) => encodeBase64url(new TextEncoder().encode(text));

/** Claims of about that many bytes, no two alike; with a number that only a lossless reader keeps. */
function payload(bytes: number, nth: number): string {
  const claims: Record<string, unknown> = {
    iss: 'https://login.acme.test/',
    sub: `user-${nth}`,
    exp: 2_000_000_000 + nth,
  };
  for (let at = 0; JSON.stringify(claims).length < bytes; at++)
    claims[`claim_${at}`] = at % 3 === 0 ? { level: at, tags: ['a', `b${nth}`] } : `value ${at} of ${nth}`;
  return JSON.stringify(claims);
}

const token = (bytes: number, nth: number) =>
  `${encoded('{"alg":"HS256","typ":"JWT"}')}.${encoded(payload(bytes, nth))}.${encoded(`signature of ${nth}, 32 bytes....`).slice(0, 43)}`;

const many = (count: number, make: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => make(nth));

/** Ten million characters of a server's log, a token in every hundredth line. */
function log(): string {
  const lines: string[] = [];
  for (let length = 0, at = 0; length < 10_000_000; at++) {
    const said =
      at % 100 === 0
        ? `authorization: Bearer ${token(400, at)}`
        : `user=${at} path=/v1/items/${at}.json?q=a.b.c`;
    const line = `2026-11-22T05:49:38.${at % 1000}Z INFO api.acme.test ${said} took 12.5 ms`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

type Native = typeof Uint8Array & {
  fromBase64(text: string, options: { alphabet: 'base64url' }): Uint8Array;
};
const utf8 = new TextDecoder();
const bare = (part = '') =>
  JSON.parse(utf8.decode((Uint8Array as Native).fromBase64(part, { alphabet: 'base64url' })));

function countOf(text: string, needle: string): number {
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) count++;
  return count;
}

const kilobytes = (bytes: number) => `${bytes / 1_000} KB`;
const readings = (bytes: number, count: number): readonly Case[] => {
  const inputs = many(count, (nth) => payload(bytes, nth));
  const what = `Read ${kilobytes(bytes)} of JSON losslessly, with spans`;
  const own = (text: string) => readJson(text).root;
  return [
    {
      what,
      against: 'lossless-json parse',
      aim: '> 1 (speed)',
      inputs,
      own,
      other: (text) => parseLossless(text),
    },
    {
      what,
      against: 'jsonc-parser parseTree',
      aim: '> 1 (speed)',
      inputs,
      own,
      other: (text) => parseTree(text),
    },
  ];
};

const text = log();
const find = {
  what: 'Find tokens in 10 MB of text',
  inputs: [text],
  own: (given: string) => findTokens(given).length,
};

const cases: readonly Case[] = [
  {
    what: "A list's summary of a token of 1 KB",
    against: 'bare fromBase64 + JSON.parse of header and payload',
    aim: '>= 0.6 (speed)',
    inputs: many(1_000, (nth) => token(700, nth)),
    own: summarizeFast,
    other: (given) => given.split('.', 2).map(bare),
  },
  {
    what: "A list's summary of a token of 8 KB",
    against: 'jwt-decode, payload alone',
    aim: '>= 3 (speed)',
    inputs: many(150, (nth) => token(6_000, nth)),
    own: summarizeFast,
    other: (given) => jwtDecode(given),
  },
  ...readings(1_000, 1_000),
  ...readings(8_000, 150),
  ...readings(100_000, 12),
  {
    ...find,
    against: 'one indexOf pass for eyJ',
    aim: 'none (speed)',
    other: (given) => countOf(given, 'eyJ'),
  },
  {
    ...find,
    against: 'the regular expression that peers use',
    aim: 'none (speed)',
    other: (given) => given.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g)?.length,
  },
];

/** Milliseconds for one input. */
function timeOf(work: (text: string) => unknown, inputs: readonly string[]): number {
  const start = performance.now();
  for (const input of inputs) if (work(input) === undefined) throw new Error('a benchmark gave nothing');
  return (performance.now() - start) / inputs.length;
}

function measure({ what, against, aim, inputs, own, other }: Case) {
  const times: { own: number[]; other: number[] } = { own: [], other: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.own.push(timeOf(own, inputs));
    times.other.push(timeOf(other, inputs));
  }
  const middle = (list: number[]) => list.slice(1).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  return { what, against, aim, own: middle(times.own), other: middle(times.other) };
}

// Both ways must find the same tokens, or their times say nothing.
if (findTokens(text).length !== countOf(text, 'Bearer '))
  throw new Error('not every token of the log is found');
Object.assign(globalThis, { results: cases.map(measure) });
