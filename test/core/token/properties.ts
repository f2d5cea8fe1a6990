import fc from 'fast-check';
import { decodeBase64url, encodeBase64url, encodeByHand } from '../../../src/core/token/base64url';
import { decodeByHand } from '../../../src/core/token/base64urlByHand';
import { mendToken } from '../../../src/core/token/causes';
import { findTokens } from '../../../src/core/token/find';
import { type JsonNode, positionOf, readJson, sourceOf } from '../../../src/core/token/json';
import { JsonReader } from '../../../src/core/token/json/reader';
import { lookalikeOf } from '../../../src/core/token/lookalike';
import { readToken } from '../../../src/core/token/read';
import { readForm } from '../../../src/core/token/readForm';
import { partSpanOf, tokenSpanOf } from '../../../src/core/token/spans';
import { summarize, summarizeToken } from '../../../src/core/token/summary';
import { partOf } from '../../../src/core/token/token';

/** A promise that the readers keep for every input, in Node and in the browsers; it throws where one breaks it. */
export type Property = readonly [title: string, check: (runs: number, seed?: number) => void];

const encode = (text: string) => encodeBase64url(new TextEncoder().encode(text));
const signature = 'A'.repeat(43);

/** What is no Unicode comes out of an encoder as U+FFFD. */
const wellFormed = (text: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

function is(kept: boolean, what: string): void {
  if (!kept) throw new Error(what);
}

const same = (one: unknown, other: unknown, what: string) =>
  is(JSON.stringify(one) === JSON.stringify(other), what);

const sorted = (record: object) => Object.entries(record).sort(([one], [other]) => one.localeCompare(other));

const sameBytes = (one: Uint8Array, other: Uint8Array) =>
  is(one.length === other.length && one.every((byte, at) => byte === other[at]), 'other bytes');

/** Texts that are tokens, nearly tokens, and anything. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...[
        '.',
        '~',
        '=',
        '%2E',
        '\n',
        ' ',
        '"',
        'é',
        '😀',
        '\0',
        '\ufeff',
        'A',
        'ey',
        '{',
        '}',
        ':',
        'Bearer ',
      ],
      ...[
        encode('{"alg":"HS256"}'),
        encode('{"alg":"none","b64":false,"crit":["b64"]}'),
        encode('{"alg":"dir","enc":"A128GCM"}'),
      ],
      ...[
        encode('{"sub":"a","sub":1e400}'),
        encode('["salt","name",1]'),
        '{"payload":"e30","signature":"AA"}',
      ],
    ),
  }),
);

/** JSON texts with white space, escapes, duplicates and numbers that no double holds; some of them broken. */
const anyJson = fc.oneof(
  fc.json({ stringUnit: 'binary' }),
  fc
    .tuple(fc.jsonValue(), fc.constantFrom(1, 2, '\t'))
    .map(([value, indent]) => JSON.stringify(value, null, indent)),
  fc.string({
    unit: fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"b"',
        '"\\u0041"',
        '"\\ud800"',
        '1',
        '-0',
        '1.0',
        '1e400',
        ' ',
        '\n',
      ],
      ...['true', 'null', 'NaN', "'", '/*', '"', '\\', '9007199254740993', '{"a":1,"a":2}'],
    ),
  }),
);

/** Claims that a list shows, of any type, some of them twice. */
const anyClaims = fc
  .array(
    fc.tuple(
      fc.constantFrom('sub', 'iss', 'exp', 'nbf', 'iat', 'auth_time', 'username', 'email', 'user_id'),
      fc.constantFrom(
        '"a"',
        '""',
        'null',
        '1',
        '1.0',
        '1e400',
        '12345678901234567890',
        '1700000000123',
        '{}',
        '[1]',
        'true',
      ),
    ),
  )
  .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join()}}`);

function nodesOf(node: JsonNode): JsonNode[] {
  const inside =
    node.type === 'array' ? node.items : node.type === 'object' ? node.members.map((each) => each.value) : [];
  return [node, ...inside.flatMap(nodesOf)];
}

const property = <T>(title: string, inputs: fc.Arbitrary<T>, check: (input: T) => void): Property => [
  title,
  (runs, seed) =>
    fc.assert(fc.property(inputs, check), { numRuns: runs, ...(seed !== undefined && { seed }) }),
];

export const properties: readonly Property[] = [
  property('reading never throws, and all that it tells lies within the text', anyText, (text) => {
    const { parts, faults } = readToken(text);
    for (const { span, bytes, unencoded } of parts) {
      is(0 <= span.start && span.start <= span.end && span.end <= text.length, 'a part outside of the text');
      is(unencoded === true || bytes.length <= span.end - span.start, 'more bytes than characters');
    }
    for (const { at } of faults) is(0 <= at && at <= text.length, 'a fault outside of the text');
    mendToken(text);
    lookalikeOf(text);
  }),

  property(
    'bytes come back as they were, by the native decoder and by our own',
    fc.uint8Array({ size: 'large' }),
    (bytes) => {
      const encoded = encodeBase64url(bytes);
      is(encoded === encodeByHand(bytes), 'two encodings');
      sameBytes(decodeBase64url(encoded).bytes, bytes);
      sameBytes(decodeByHand(encoded).bytes, bytes);
      is(decodeBase64url(encoded).faults.length === 0, 'a fault');
    },
  ),

  property('our own decoder and the native one say the same of any text', anyText, (text) => {
    const native = decodeBase64url(text);
    const own = decodeByHand(text);
    sameBytes(native.bytes, own.bytes);
    same([native.faults, native.skipped], [own.faults, own.skipped], 'other faults');
  }),

  property(
    'a token gives back header, payload and signature',
    fc.tuple(anyJson, anyJson, fc.uint8Array()),
    ([header, payload, bytes]) => {
      const { parts } = readToken(`${encode(header)}.${encode(payload)}.${encodeBase64url(bytes)}`);
      if (header !== '') is(parts[0]?.text === wellFormed(header), 'another header');
      is(parts[1]?.text === wellFormed(payload), 'another payload');
      sameBytes(parts[2]?.bytes ?? new Uint8Array(), bytes);
    },
  ),

  property('every value of JSON has a span that slices back to it', anyJson, (text) => {
    const { root, valid } = readJson(text);
    for (const node of root && valid ? nodesOf(root) : []) {
      const again = readJson(sourceOf(text, node));
      is(again.valid && again.root?.type === node.type, 'a span that is no value');
      if ('value' in node)
        same(again.root && 'value' in again.root && again.root.value, node.value, 'another value');
    }
  }),

  property('the quick JSON reader and the careful one read the same', anyJson, (text) => {
    const careful = new JsonReader(text, {}).read();
    const { root, faults } = readJson(text);
    same(root, careful.root, 'other nodes');
    same(
      faults,
      careful.faults.map((fault) => ({ ...fault, ...positionOf(text, fault.at) })),
      'other faults',
    );
  }),

  property(
    'what carries a value leads back to it',
    fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat()),
    ([text, one, two]) => {
      const part = partOf(readToken(`${encode('{"alg":"x"}')}.${encode(text)}.`), 'payload');
      if (part?.text === undefined || text === '') return;
      const [start = 0, end = 0] = [one % (text.length + 1), two % (text.length + 1)].sort((a, b) => a - b);
      const back = partSpanOf(part, tokenSpanOf(part, { start, end }));
      is(start === end || (back.start <= start && end <= back.end), 'a span that lost some of it');
    },
  ),

  property(
    'a token is found among any words',
    fc.tuple(fc.lorem(), fc.json(), fc.lorem()),
    ([before, payload, after]) => {
      const token = `${encode('{"alg":"HS256"}')}.${encode(payload)}.${signature}`;
      const [first, ...more] = findTokens(`${before} ${token} ${after}`);
      is(first?.text === token && more.length === 0, 'not that token');
    },
  ),

  property(
    'the quick summary and the careful one are equal',
    fc.tuple(anyJson, fc.oneof(anyJson, anyClaims)),
    ([header, payload]) => {
      for (const text of [
        `${encode(header)}.${encode(payload)}.AA`,
        `${encode('{"alg":"x"}')}.${encode(payload)}.AA`,
      ])
        same(sorted(summarize(text)), sorted(summarizeToken(readForm(text))), 'another summary');
    },
  ),
];
