import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEntryCutter } from '../../../src/core/transfer/entryCutter';
import { createImporter } from '../../../src/core/transfer/importing';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A text in pieces of so many bytes, wherever that cuts a character or an escape. */
function* pieces(text: string, size: number) {
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const part = (text: string) => Buffer.from(text).toString('base64url');
const token = [part('{"alg":"HS256"}'), part('{"sub":"ada"}'), 's'.repeat(43)].join('.');
const inJson = (text: string) => JSON.stringify({ [text]: text });
/** How a token may be written, in a header, an address or a body. */
const written = fc.constantFrom(
  token,
  token.replaceAll('.', '%2E'),
  token.replaceAll('.', '%252e'),
  token.replaceAll('.', '&#46;'),
  token.replaceAll('.', '&#x2e;'),
  token.replaceAll('.', '\\u002e'),
  inJson(token),
  inJson(token.replaceAll('.', '\\u002e')),
  JSON.stringify({ access_token: 'opaque-0123456789' }),
  inJson(JSON.stringify({ access_token: 'opaque-0123456789' })),
  token.slice(0, 30),
  '',
);
const around = fc.string({
  unit: fc.constantFrom('a', '.', '"', '\\', '{', ']', ',', '%', '&', 'é', '😀', '40', '\u2028', '='),
  maxLength: 8,
});
const text = fc.tuple(around, written, around).map((parts) => parts.join(''));
const entry = fc.record({
  request: fc.record({
    method: fc.constant('GET'),
    url: fc.constantFrom('https://a.test/x', `https://a.test/?t=${token}`),
    headers: fc.array(
      fc.record({ name: fc.constantFrom('X-Any', 'Cookie', 'Authorization', 'é'), value: text }),
      {
        maxLength: 3,
      },
    ),
  }),
  response: fc.record({
    status: fc.constantFrom(200, 401, 403, 500),
    headers: fc.constant([]),
    content: fc.oneof(
      text.map((body) => ({ mimeType: 'text/plain', text: body })),
      text.map((body) => ({
        mimeType: 'text/plain',
        encoding: 'base64',
        text: Buffer.from(body).toString('base64'),
      })),
    ),
  }),
});
const size = fc.integer({ min: 1, max: 200 });

test('every element comes as it was written, whatever the pieces, and the rest is the outline', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(entry, fc.json()), { maxLength: 5 }), text, size, (entries, name, size) => {
      const elements = entries.map((each) => JSON.stringify(each));
      const outline = (inside: string) =>
        `{${JSON.stringify(name)}:[1],"log":{"entries":[${inside}],"creator":${JSON.stringify({ name })}}}`;
      const got: string[] = [];
      const cutter = createEntryCutter([['log', 'entries']], (bytes) => got.push(decoder.decode(bytes)));
      for (const piece of pieces(outline(elements.join(',')), size)) cutter.push(piece);
      expect(cutter.end()).toEqual({ outline: outline(''), within: false, found: true });
      expect(got).toEqual(elements.length > 0 ? elements : ['']);
    }),
  );
});

test.each(['4', '{"time":14}', '"\\n"', '"%"', '"a."', '[401]'])(
  'an element that ends the text: %s',
  (element) => {
    for (const size of [1, 2, 1_000]) {
      const got: string[] = [];
      const cutter = createEntryCutter([['exchanges']], (bytes) => got.push(decoder.decode(bytes)));
      for (const piece of pieces(`{"exchanges":[${element}]}`, size)) cutter.push(piece);
      const { outline, within } = cutter.end();
      expect([got, outline.trim(), within]).toEqual([[element], '{"exchanges":[]}', false]);
    }
  },
);

test('what is passed over unread would tell of nothing: all is found that reading every entry finds', () => {
  /** With a word that makes each entry worth reading. */
  const marked = (each: object) => ({ opcode: 1, ...each });
  const found = (entries: readonly object[], size: number) => {
    const importer = createImporter();
    for (const piece of pieces(JSON.stringify({ log: { entries } }), size)) importer.push(piece);
    return importer.end().exchanges;
  };
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), size, (entries, size) => {
      expect(found(entries, size)).toEqual(found(entries.map(marked), 1_000_000));
    }),
    { numRuns: 200 },
  );
});
