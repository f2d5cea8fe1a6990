import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feeds, places } from '../../../src/core/traffic/exchange';
import { type Fact, isFact } from '../../../src/core/traffic/fact';
import { opaqueKinds } from '../../../src/core/traffic/opaque';
import { pack } from '../../../src/core/traffic/packing';
import { emptySegment, type Segment, unpack } from '../../../src/core/traffic/unpacking';
import { answered, sent } from './facts';

const text = fc.string({ unit: 'binary' });
const optional = fc.option(text, { nil: undefined });
const instant = fc.integer({ min: 0, max: 2 ** 45 });
const capture = fc.record({
  carrier: fc.record({ place: fc.constantFrom(...places), name: text }),
  before: text,
  token: fc.stringMatching(/^[\w.-]{1,40}$/),
  after: text,
  opaque: fc.option(fc.constantFrom(...opaqueKinds), { nil: undefined }),
});
const anySent = fc.record({
  kind: fc.constant('sent' as const),
  feed: fc.constantFrom(...feeds),
  source: text,
  n: fc.nat(),
  tabId: fc.integer({ min: -1 }),
  method: text,
  url: text,
  initiator: optional,
  type: optional,
  atMs: instant,
  incognito: fc.option(fc.boolean(), { nil: undefined }),
  authorization: optional,
  captures: fc.array(capture, { maxLength: 3 }),
});
const anyAnswered = fc.record({
  kind: fc.constant('answered' as const),
  source: text,
  n: fc.nat(),
  atMs: instant,
  status: fc.option(fc.nat({ max: 599 }), { nil: undefined }),
  error: optional,
  serverDateMs: fc.option(
    fc.nat({ max: 2 ** 32 }).map((seconds) => seconds * 1_000),
    { nil: undefined },
  ),
  challenges: fc.option(fc.array(text, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  refusal: optional,
  captures: fc.array(capture, { maxLength: 3 }),
});

/** All that decides how the next record is written and read. */
const stateOf = ({ shapes, addresses, tokens, last, open, atMs }: Segment) => ({
  numbers: [shapes, addresses, tokens].map(({ numbers }) => numbers),
  last,
  open,
  atMs,
});

const wellFormed = (facts: Fact[]) => JSON.parse(JSON.stringify(facts));

test('what is packed is unpacked, whatever the facts hold and wherever the text is cut between lines', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anySent, anyAnswered)), (facts: Fact[]) => {
      const writing = emptySegment();
      const lines = facts.map((fact) => pack(writing, fact, (token) => token));
      const reading = emptySegment();
      const read = lines.flatMap((part) => unpack(reading, part, (ref) => ref));
      expect(wellFormed(read)).toEqual(wellFormed(facts));
      expect(stateOf(reading)).toEqual(stateOf(writing));
      expect(facts.every(isFact)).toBe(true);
    }),
  );
});

test('a further capture of a known kind of request costs at most 16 characters, its answer included', () => {
  const segment = emptySegment();
  const serverDateMs = (atMs: number) => Math.floor(atMs / 1000) * 1000 - 5_000;
  const pair = (n: number) => {
    const atMs = 1_795_000_000_000 + n * 700;
    const answer = { ...answered(n, atMs + 90), serverDateMs: serverDateMs(atMs + 90) };
    return (
      pack(segment, sent(n, atMs, `token${n % 50}`), (token) => token) +
      pack(segment, answer, (token) => token)
    );
  };
  for (let n = 1000; n < 1100; n++) pair(n);
  expect(pair(1100).length).toBeLessThanOrEqual(16);
});

test('a record that names an undefined shape is refused, not misread', () => {
  expect(() => unpack(emptySegment(), '####', (ref) => ref)).toThrow('never defined');
});
