import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readToken } from '../../../src/core/token/read';
import { partOf } from '../../../src/core/token/token';
import { tokenOf, vectors, vectorsAbsent } from '../../vectors';

const encode = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');
const header = encode('{"alg":"HS256","typ":"JWT"}');
const payload = encode('{"sub":"joe","n":1.0}');
const token = `${header}.${payload}.AAAA`;

const codesOf = (text: string) => readToken(text).faults.map((fault) => fault.code);

describe('reading a compact token', () => {
  it('gives every part its place, bytes, text and JSON', () => {
    const { parts, valid, form, faults } = readToken(token);
    expect({ valid, form, faults }).toEqual({ valid: true, form: 'jws-compact', faults: [] });
    expect(parts.map((part) => [part.name, token.slice(part.span.start, part.span.end)])).toEqual([
      ['header', header],
      ['payload', payload],
      ['signature', 'AAAA'],
    ]);
    expect(parts[1]).toMatchObject({ text: '{"sub":"joe","n":1.0}', json: { type: 'object' } });
    expect(parts[2]?.bytes).toEqual(new Uint8Array(3));
  });

  it('names the five parts of an encrypted one', () => {
    const { parts, form, valid } = readToken(`${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.BBBB.CCCC`);
    expect({ form, valid }).toEqual({ form: 'jwe-compact', valid: true });
    expect(parts.map((part) => part.name)).toEqual(['header', 'encrypted-key', 'iv', 'ciphertext', 'tag']);
  });

  // biome-ignore format: a table
  it.each([
    // text                                          valid  first fault
    ['',                                             false, { code: 'empty', at: 0 }],
    [header,                                         false, { code: 'one-part', at: 0, values: ['1'] }],
    [`${header}.${payload}`,                         false, { code: 'two-parts', at: 37, values: ['2'] }],
    [`${token}.x`,                                   false, { code: 'four-parts', values: ['4'] }],
    [`${token}.x.y.z`,                               false, { code: 'too-many-parts', values: ['6'] }],
    [`.${payload}.AAAA`,                             false, { code: 'header-empty', part: 'header', at: 0 }],
    [`${encode('[1]')}.${payload}.AAAA`,             false, { code: 'header-not-object', part: 'header', values: ['array'] }],
    [`${encode('{"alg":"x"')}.${payload}.AAAA`,      false, { code: 'json-unexpected-end', part: 'header', byte: 10, line: 1, column: 11 }],
    [`${header}.${payload.slice(0, 5)}!.AAAA`,       false, { code: 'base64-character', part: 'payload', at: 42, values: ['!'] }],
    [`${header}.${payload}.A`,                       false, { code: 'base64-length', part: 'signature' }],
    [`${header}.${payload}.AAA=`,                    true,  { code: 'base64-padding', part: 'signature', at: 69 }],
    [`${header}.${payload}.AB`,                      true,  { code: 'base64-trailing-bits', part: 'signature' }],
    [`${header}.${encode(Uint8Array.of(34, 255))}.A-A_`, true, { code: 'utf8-impossible-byte', part: 'payload', byte: 1, at: 38, values: ['ff'] }],
    [`${header}.${encode('{"a":\n 01}')}.AAAA`,      true,  { code: 'json-number', part: 'payload', byte: 7, line: 2, column: 2, at: 46 }],
    [`${header}.${encode('[]')}.AAAA`,               true,  { code: 'payload-not-object', part: 'payload', values: ['array'] }],
    [`${header}..AAAA`,                              true,  { code: 'payload-empty', part: 'payload', at: 37 }],
    [`${header}.${payload}.`,                        true,  { code: 'signature-missing', part: 'signature' }],
    [`${encode('{"typ":"JWT"}')}.${payload}.AAAA`,   true,  { code: 'alg-missing', part: 'header' }],
    [`${encode('{"alg":null}')}.${payload}.AAAA`,    true,  { code: 'alg-not-text', values: ['null'] }],
    [`${encode('{"alg":" "}')}.${payload}.AAAA`,     true,  { code: 'alg-empty' }],
    [`${encode('{"alg":"x","alg":"y"}')}.${payload}.AAAA`, true, { code: 'json-duplicate-member', part: 'header', byte: 11, values: ['alg'] }],
    [`${encode('{"alg":"dir"}')}.A.A.A.A`,           false, { code: 'base64-length', part: 'encrypted-key' }],
    [`${encode('{"alg":"dir"}')}....`,               true,  { code: 'enc-missing', part: 'header' }],
  ])('%s', (text, valid, fault) => {
    const read = readToken(text);
    expect(read.faults[0]).toMatchObject(fault);
    expect(read.valid).toBe(valid);
  });

  // biome-ignore format: a table
  it.each([
    // header           payload                                   valid
    ['{"kid":"k"}',     encode('{"sub":"joe"}'),                  true],
    ['{"kid":"k"}',     encode('{"not":"a jwt"}'),                false],
    ['{"user":"joe"}',  'awKY0A',                                 false],
    ['{"typ":"JWT"}',   'awKY0A',                                 true],
    ['{"typ":"at+jwt"}', 'awKY0A',                                true],
    ['{"ALG":"HS256"}', encode('{"not":"a jwt"}'),                false],
    ['{"alg":5}',       'awKY0A',                                 true],
  ])('takes a header without an algorithm only beside other signs of a token: %s before %s', (plain, body, valid) => {
    expect(readToken(`${encode(plain)}.${body}.AAAA`).valid).toBe(valid);
  });

  it('finds nothing wrong with an unsecured token that has no signature', () => {
    expect(codesOf(`${encode('{"alg":"none"}')}.${payload}.`)).toEqual([]);
  });

  it('shows what is readable of a broken token', () => {
    const read = readToken(`${header}.${encode('{"sub":"joe","x":')}`);
    expect(read.valid).toBe(false);
    expect(partOf(read, 'header')?.json?.type).toBe('object');
    expect(partOf(read, 'payload')).toMatchObject({
      text: '{"sub":"joe","x":',
      fragment: { type: 'object' },
    });
    expect(partOf(read, 'payload')?.json).toBeUndefined();
  });

  it('keeps what stays readable around a foreign character', () => {
    const broken = `${header}.${payload.slice(0, 20)}*${payload.slice(21)}.AAAA`;
    expect(partOf(readToken(broken), 'payload')?.text).toMatch(/^\{"sub":"joe",.+1\.0\}$/);
  });

  it('reads a payload that stands in the token as it is (RFC 7797)', () => {
    const plain = `${encode('{"alg":"HS256","b64":false,"crit":["b64"]}')}.{"a":"$"}.AAAA`;
    const { parts, valid } = readToken(plain);
    expect(valid).toBe(true);
    expect(parts[1]).toMatchObject({ unencoded: true, text: '{"a":"$"}', json: { type: 'object' } });
  });

  it('never throws, and gives every fault a place within the token', () => {
    const nearly = fc.string({
      unit: fc.constantFrom('.', 'ey', 'A', '=', header, payload, '~', '{', '"', 'é', '\0', '😀'),
    });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (text) => {
        for (const fault of readToken(text).faults) {
          expect(fault.at).toBeGreaterThanOrEqual(0);
          expect(fault.at).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back header and payload byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (bytes, signature) => {
        const { parts } = readToken(`${header}.${encode(bytes)}.${encode(signature)}`);
        expect(parts[1]?.bytes).toEqual(bytes);
        expect(parts[2]?.bytes).toEqual(signature);
      }),
    );
  });
});

const compactSuites = [
  [
    'rfc',
    'hostile',
    'fuzz-seeds',
    'naughty-strings',
    'claims-time',
    'profiles',
    'weak-secrets',
    'json-parsing',
  ],
  [
    'wycheproof-jws',
    'wycheproof-jwe',
    'lib-misc',
    'lib-pyjwt',
    'lib-jwtio',
    'lib-golang-jwt',
    'lib-node-jsonwebtoken',
  ],
].flat();

for (const suite of compactSuites) {
  const all = vectors(suite);
  describe.skipIf(!all)(all ? `the shared vectors, ${suite}` : vectorsAbsent, () => {
    const cases = (all ?? []).filter((each) => each.token !== undefined || each.gen);
    it('has cases to read', () => expect(cases).not.toEqual([]));

    it.each(cases.map((each) => [each.id, each] as const))('%s', (_, each) => {
      const read = readToken(tokenOf(each));
      const { decodes, payload_text: text, header: wanted, payload_kind: kind } = each.expect;
      if (typeof decodes === 'boolean') expect(read.valid).toBe(decodes);
      if (!read.valid) return;
      if (typeof text === 'string' && kind !== 'unencoded') expect(partOf(read, 'payload')?.text).toBe(text);
      if (wanted)
        expect(JSON.parse((partOf(read, 'header')?.text ?? '').replace('\ufeff', ''))).toEqual(wanted);
      if (kind === 'json-object') expect(partOf(read, 'payload')?.json?.type).toBe('object');
      if (kind === 'binary') expect(partOf(read, 'payload')?.text).toBeUndefined();
    });
  });
}
