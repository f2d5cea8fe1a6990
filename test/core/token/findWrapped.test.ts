import { describe, expect, it } from 'vitest';
import { findTokens } from '../../../src/core/token/find';
import { readToken } from '../../../src/core/token/read';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const payload = encode(
  '{"iss":"https://login.example.com/","sub":"joe","scope":"read write","exp":1516239022}',
);
const hs256 = `${encode('{"alg":"HS256","typ":"JWT"}')}.${payload}.${'s'.repeat(42)}A`;
const rs256 = `${encode('{"typ":"JWT","alg":"RS256","kid":"2026-11"}')}.${payload}.${'w'.repeat(341)}A`;
const custom = `${encode('{"alg":"XX99","typ":"JWT"}')}.${payload}.${'c'.repeat(400)}`;
const jwe = `${encode('{"alg":"RSA-OAEP","enc":"A128GCM"}')}.${'k'.repeat(342)}.${'i'.repeat(16)}.${'c'.repeat(120)}.${'A'.repeat(22)}`;
const unsecured = `${encode('{"alg":"none","typ":"JWT"}')}.${payload}.`;

const found = (text: string) => findTokens(text).map((each) => each.text);
const cut = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];

/** A token cut at a column, the first line perhaps shorter because words stand before it. */
const wrapped = (token: string, width: number, before: string, seam: string) => {
  const first = Math.max(1, width - before.length);
  return [token.slice(0, first), ...cut(token.slice(first), width)].join(seam);
};

describe('finding a token that was broken', () => {
  it.each([30, 40, 60, 64, 72, 76, 80, 120])('at column %i of a mail, among words', (width) => {
    for (const token of [hs256, rs256, jwe, unsecured]) {
      for (const end of ['\r\n\r\nKind regards,\r\nJoe', '.\n\nBye.', '\nThanks!', ' and so on', '']) {
        for (const before of ['', 'Hi,\n\nhere it is:\n\n', 'the token is ']) {
          if (token === unsecured && end.startsWith(' ')) continue;
          const lead = before.slice(before.lastIndexOf('\n') + 1);
          expect(found(before + wrapped(token, width, lead, '\n') + end)).toEqual([token]);
        }
      }
    }
  });

  it.each([
    ['a quoted mail', '\n> ', '> '],
    ['a mail quoted twice', '\r\n> > ', '> > '],
    ['an indented block', '\n     ', '     '],
    ['quoted-printable', '=\r\n', ''],
    ['a shell command', '\\\n', ''],
    ['strings of JavaScript', '" +\n  "', '"'],
    ['adjacent strings of Python', '"\n    "', '"'],
    ['strings with the plus sign in front', '"\n  + "', '"'],
  ])('in %s', (_, seam, before) => {
    for (const token of [hs256, rs256, jwe]) {
      for (const width of [50, 68]) {
        const text = `${before}${wrapped(token, width, '', seam)}`;
        expect(found(`words before\n${text}`)).toEqual([token]);
      }
    }
  });

  it.each([
    ['strings of PHP', "' .\n  '", "'"],
    ['HTML', '<br>\n', '<p>'],
    ['HTML that may break', '<wbr>', '<p>'],
    ['soft hyphens', '\u00ad', ''],
    ['zero-width spaces', '\u200b', ''],
    ['one space', ' ', ''],
  ])('in %s, behind the header', (_, seam, before) => {
    for (const token of [hs256, rs256, jwe]) {
      expect(found(`words before\n${before}${wrapped(token, 68, '', seam)}`)).toEqual([token]);
    }
  });

  it('as the RFCs print it, with the dots on lines of their own', () => {
    const printed = hs256.split('.').map((part) => cut(part, 64).join('\n     '));
    const text = `   The result is:\n\n     ${printed.join('\n     .\n     ')}\n\n   This is a token.`;
    expect(found(text)).toEqual([hs256]);
  });

  it('with an unknown algorithm, when the lines are equally long', () => {
    for (const width of [60, 76])
      expect(found(`x\n${cut(custom, width).join('\n')}\n\nBye`)).toEqual([custom]);
  });

  it('and gives the place of the whole', () => {
    const text = `Hello,\n${cut(rs256, 30).join('\n')}\nBye`;
    const [only] = findTokens(text);
    expect(text.slice(only?.span.start, only?.span.end).replaceAll('\n', '')).toBe(rs256);
  });

  it('several of them, also beside whole ones', () => {
    const text = `${cut(hs256, 70).join('\n')}\n\nor\n\n${cut(rs256, 70).join('\n')}\n\n${hs256}\n${unsecured}\n`;
    expect(found(text)).toEqual([hs256, rs256, hs256, unsecured]);
  });

  it('never joins what does not belong together', () => {
    expect(found(`${hs256}\nabcdef\n${hs256} ghi\n${rs256}\njkl`)).toEqual([hs256, hs256, rs256]);
    expect(found(`${hs256.slice(0, -9)}\n${hs256}`)).toEqual([hs256.slice(0, -9), hs256]);
    expect(found(`${hs256.split('.')[0]}\n\nThe header alone. Nothing more.`)).toEqual([]);
    expect(found(`${payload}\n.\n${payload}`)).toEqual([]);
    const short = jwe.slice(0, -2);
    expect(found(`token=${short} ip=10.0.0.1`)).toEqual([short]);
    expect(found(`first line of words\nsecond line.\nthird.line.of words`)).toEqual([]);
  });

  it('takes linear time for hostile texts', () => {
    const lines = [
      'e\n',
      'eyJhbGciOiJIUzI1NiJ9\n',
      'eyJhbGciOiJIUzI1NiJ9\n.\n',
      'eyJhbGciOiJIUzI1NiJ9.e30\n',
    ];
    for (const line of lines) {
      expect(found(line.repeat(4_000))).toEqual([]);
      expect(found(`${line.repeat(200)}.`.repeat(20)).length).toBeLessThan(2);
    }
    expect(
      found(`eyJhbGciOiJIUzI1NiJ9.e30.${' a'.repeat(100_000)}`).every((each) => readToken(each).valid),
    ).toBe(true);
  }, 60_000);
});
