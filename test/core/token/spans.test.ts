import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url } from '../../../src/core/token/base64url';
import { readToken } from '../../../src/core/token/read';
import { partSpanOf, tokenSpanOf } from '../../../src/core/token/spans';
import { type Part, partOf } from '../../../src/core/token/token';

const encode = (text: string) => Buffer.from(text).toString('base64url');

function payloadOf(text: string): { token: string; part: Part } {
  const token = `${encode('{"alg":"none"}')}.${text}.`;
  const part = partOf(readToken(token), 'payload');
  if (!part) throw new Error('a payload was expected');
  return { token, part };
}

describe('the characters that carry a claim', () => {
  it('are those whose bits it has', () => {
    const { token, part } = payloadOf(encode('{"a":"bcd"}'));
    // Bytes 5 to 9 of the payload: the bits 40 to 80, so the characters 6 to 13.
    const span = tokenSpanOf(part, { start: 5, end: 10 });
    expect(span).toEqual({ start: part.span.start + 6, end: part.span.start + 14 });
    expect(token.slice(span.start, span.end)).toBe(encode('{"a":"bcd"}').slice(6, 14));
  });

  it('lead back to it, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (plain, one, two) => {
        const { part } = payloadOf(encode(plain));
        const characters = [...(part.text ?? '')];
        const [from, to] = [one % characters.length, two % characters.length].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const start = characters.slice(0, from).join('').length;
        const end = start + characters.slice(from, to + 1).join('').length;
        const back = partSpanOf(part, tokenSpanOf(part, { start, end }));
        expect(back.start).toBeLessThanOrEqual(start);
        expect(back.end).toBeGreaterThanOrEqual(end);
        // A shared base64 character may add the neighbouring byte's character, never more.
        expect([...(part.text ?? '').slice(back.start, start)].length).toBeLessThanOrEqual(1);
        expect([...(part.text ?? '').slice(end, back.end)].length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('carry exactly the bytes of the claim when they are decoded at a whole group', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(20), fc.nat(20), (bytes, group, length) => {
        const { token, part } = payloadOf(Buffer.from(bytes).toString('base64url'));
        if (part.text !== undefined) return;
        const start = Math.min(group * 3, bytes.length);
        const end = Math.min(start + length, bytes.length);
        const span = tokenSpanOf(part, { start, end });
        expect(decodeBase64url(token.slice(span.start, span.end)).bytes).toEqual(bytes.slice(start, end));
      }),
    );
  });

  it('step over white space and padding', () => {
    const { token, part } = payloadOf('eyJh\nIjox\nfQ==');
    const span = tokenSpanOf(part, { start: 1, end: 6 });
    expect(token.slice(span.start, span.end)).toBe('yJh\nIjox');
    expect(partSpanOf(part, span)).toEqual({ start: 0, end: 6 });
  });

  it('are the text itself where the payload is not encoded', () => {
    const token = `${encode('{"alg":"none","b64":false,"crit":["b64"]}')}.{"a":1}.`;
    const part = partOf(readToken(token), 'payload');
    const span = part && tokenSpanOf(part, { start: 1, end: 4 });
    expect(token.slice(span?.start, span?.end)).toBe('"a"');
  });
});
