import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  removeMember,
  setMember,
  withMember,
  withName,
  withoutMember,
  withValue,
} from '../../../src/core/sign/edit/members';
import { guideStart, presets } from '../../../src/core/sign/edit/presets';
import { readJson } from '../../../src/core/token/json';

const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
const number = fc.constantFrom('0', '-0', '1.0', '3.10', '9007199254740993', '1e400', '1E-7', '0.1');
const text = fc.string({ unit: 'binary', maxLength: 6 }).map((value) => JSON.stringify(value));
const escaped = fc.constantFrom('"\\u0041"', '"\\/"', '"a\\tb"', '"é"', '"😀"', '"\\uD83D\\uDE00"');
const leaf = fc.oneof(number, text, escaped, fc.constantFrom('true', 'false', 'null', '[]', '{}'));
const value = fc.oneof(
  leaf,
  fc.tuple(space, leaf, space, leaf, space).map(([a, b, c, d, e]) => `[${a}${b}${c},${d}${e}]`),
  fc.tuple(space, text, space, leaf, space).map(([a, b, c, d, e]) => `{${a}${b}${c}:${d}${e}}`),
);

/** The pieces of an object's text, so that a test knows which bytes belong to which member. */
const member = fc.record({ before: space, name: text, mid: space, sep: space, value, after: space });
const object = fc.record({
  lead: space,
  members: fc.array(member, { minLength: 1, maxLength: 6 }),
  tail: space,
});
type Pieces = typeof object extends fc.Arbitrary<infer T> ? T : never;

const written = ({ before, name, mid, sep, value: own, after }: Pieces['members'][number]) =>
  `${before}${name}${mid}:${sep}${own}${after}`;
const textOf = ({ lead, members, tail }: Pieces) => `${lead}{${members.map(written).join(',')}}${tail}`;

const pick = fc.nat();
const editedText = (edited: { ok: true; text: string } | { ok: false; code: string }) =>
  edited.ok ? edited.text : `refused: ${edited.code}`;

describe('editing a member touches its own bytes and no other', () => {
  it('its value', () => {
    fc.assert(
      fc.property(object, pick, value, (pieces, choice, other) => {
        const at = choice % pieces.members.length;
        const expected = textOf({
          ...pieces,
          members: pieces.members.map((each, index) => (index === at ? { ...each, value: other } : each)),
        });
        expect(editedText(withValue(textOf(pieces), at, other))).toBe(expected);
      }),
    );
  });

  it('its name', () => {
    fc.assert(
      fc.property(object, pick, fc.string({ unit: 'binary' }), (pieces, choice, name) => {
        const at = choice % pieces.members.length;
        const expected = textOf({
          ...pieces,
          members: pieces.members.map((each, index) =>
            index === at ? { ...each, name: JSON.stringify(name) } : each,
          ),
        });
        expect(editedText(withName(textOf(pieces), at, name))).toBe(expected);
      }),
    );
  });

  it('removing it leaves all others as they are written', () => {
    fc.assert(
      fc.property(object, pick, (pieces, choice) => {
        const at = choice % pieces.members.length;
        const left = editedText(withoutMember(textOf(pieces), at));
        const sources = pieces.members
          .filter((_each, index) => index !== at)
          .map(({ name, mid, sep, value: own }) => `${name}${mid}:${sep}${own}`);
        expect(membersOf(left)).toEqual(sources);
        expect(left.startsWith(`${pieces.lead}{`) && left.endsWith(`}${pieces.tail}`)).toBe(true);
      }),
    );
  });

  it('adding one leaves everything before it, and what closes the object', () => {
    fc.assert(
      fc.property(object, value, (pieces, own) => {
        const before = textOf(pieces);
        const after = editedText(withMember(before, 'added', own));
        const last = pieces.members.at(-1);
        const kept = before.length - (last?.after.length ?? 0) - 1 - pieces.tail.length;
        expect(after.startsWith(before.slice(0, kept))).toBe(true);
        expect(after.endsWith(before.slice(kept))).toBe(true);
        expect(membersOf(after).slice(0, -1)).toEqual(membersOf(before));
        expect(readJson(after).valid).toBe(true);
      }),
    );
  });

  it('every preset changes only its own claim', () => {
    const own = /^"(?:iat|nbf|exp|jti)"/;
    fc.assert(
      fc.property(object, fc.constantFrom(...presets), (pieces, preset) => {
        const before = textOf(pieces);
        const after = editedText(preset.apply(before, 1_800_000_000));
        const others = (source: string) => membersOf(source).filter((each) => !own.test(each));
        expect(others(after)).toEqual(others(before));
      }),
    );
  });
});

/** Each member from its name to the end of its value, as written. */
function membersOf(source: string): string[] {
  const { root, valid } = readJson(source);
  if (!valid || root?.type !== 'object') throw new Error(`no object: ${source}`);
  return root.members.map(({ nameSpan, value: { span } }) => source.slice(nameSpan.start, span.end));
}

describe('editing by members', () => {
  // text, edit -> text
  it.each([
    ['{}', (t: string) => setMember(t, 'a', '1'), '{"a":1}'],
    ['{ }', (t: string) => setMember(t, 'a', '1'), '{"a":1 }'],
    ['{"a":1,"b":2}', (t: string) => setMember(t, 'c', '3'), '{"a":1,"b":2,"c":3}'],
    ['{"a": 1, "b": 2}', (t: string) => setMember(t, 'c', '3'), '{"a": 1, "b": 2, "c": 3}'],
    ['{\n  "a": 1\n}', (t: string) => setMember(t, 'b', '2'), '{\n  "a": 1,\n  "b": 2\n}'],
    ['{"a":1,"a":2}', (t: string) => setMember(t, 'a', '3'), '{"a":1,"a":3}'],
    ['{"a":1,"b":2,"a":3}', (t: string) => removeMember(t, 'a'), '{"b":2}'],
    ['{\n  "a": 1,\n  "b": 2\n}', (t: string) => removeMember(t, 'a'), '{\n  "b": 2\n}'],
    ['{\n  "a": 1,\n  "b": 2\n}', (t: string) => removeMember(t, 'b'), '{\n  "a": 1\n}'],
    ['{\n  "a": 1\n}', (t: string) => removeMember(t, 'a'), '{\n}'],
    ['{"a":1}', (t: string) => removeMember(t, 'x'), '{"a":1}'],
    ['{"a":1}', (t: string) => withValue(t, 7, '2'), '{"a":1}'],
    ['{"a":1}', (t: string) => withoutMember(t, 7), '{"a":1}'],
    ['{"a":', (t: string) => setMember(t, 'a', '1'), 'refused: not-json'],
    ['[1]', (t: string) => setMember(t, 'a', '1'), 'refused: not-object'],
    ['[1]', (t: string) => removeMember(t, 'a'), 'refused: not-object'],
    ['', (t: string) => withMember(t, 'a', '1'), 'refused: not-json'],
    [`${'{"a":'.repeat(600)}1${'}'.repeat(600)}`, (t: string) => removeMember(t, 'a'), 'refused: too-many'],
  ])('%j', (before, edit, expected) => {
    expect(editedText(edit(before))).toBe(expected);
  });

  it.each([
    ['iat-now', '{"iat":1800000000}'],
    ['nbf-now', '{"iat":1,"nbf":1800000000}'],
    ['exp-5-minutes', '{"iat":1,"exp":1800000300}'],
    ['exp-1-hour', '{"iat":1,"exp":1800003600}'],
    ['exp-past', '{"iat":1,"exp":1799996400}'],
    ['exp-none', '{"iat":1}'],
  ])('the preset %s', (name, expected) => {
    const preset = presets.find((each) => each.name === name);
    expect(preset && editedText(preset.apply('{"iat":1}', 1_800_000_000.9))).toBe(expected);
  });

  it('the preset jti gives another identifier each time', () => {
    const preset = presets.find(({ name }) => name === 'jti');
    const made = new Set([1, 2, 3].map(() => preset && editedText(preset.apply('{}', 0))));
    expect(made.size).toBe(3);
    for (const each of made) expect(each).toMatch(/^\{"jti":"[\w-]{22}"\}$/);
  });

  it('the guide’s token', () => {
    const { header, payload } = guideStart(1_800_000_000.5);
    expect(JSON.parse(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(JSON.parse(payload)).toEqual({ user_id: 123, username: 'john_doe', exp: 1_800_003_600 });
  });
});
