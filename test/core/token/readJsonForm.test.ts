import { describe, expect, it } from 'vitest';
import { readToken } from '../../../src/core/token/read';
import { partOf } from '../../../src/core/token/token';
import { vectors, vectorsAbsent } from '../../vectors';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const es256 = encode('{"alg":"ES256"}');
const claims = encode('{"sub":"joe"}');
const shapeOf = (text: string) =>
  readToken(text).parts.map(({ name, index, span }) => [name, index, text.slice(span.start, span.end)]);

describe('the JSON serialization of a token', () => {
  it('is read when flattened', () => {
    const text = ` {"payload":"${claims}","protected":"${es256}","header":{"kid":"k"},"signature":"AAAA"}`;
    const { valid, form, faults, parts } = readToken(text);
    expect({ valid, form, faults }).toEqual({ valid: true, form: 'jws-json', faults: [] });
    expect(shapeOf(text)).toEqual([
      ['header', undefined, es256],
      ['unprotected-header', undefined, '{"kid":"k"}'],
      ['signature', undefined, 'AAAA'],
      ['payload', undefined, claims],
    ]);
    expect(parts[1]).toMatchObject({ unencoded: true, json: { type: 'object' } });
  });

  it('is read with several signatures, each with its number', () => {
    const text = `{"payload":"${claims}","signatures":[{"protected":"${es256}","signature":"AAAA"},{"header":{"alg":"x"},"signature":"BBBB"}]}`;
    expect(readToken(text)).toMatchObject({ valid: true, form: 'jws-json', faults: [] });
    expect(shapeOf(text).map(([name, index]) => [name, index])).toEqual([
      ['header', 0],
      ['signature', 0],
      ['unprotected-header', 1],
      ['signature', 1],
      ['payload', undefined],
    ]);
  });

  it('is read without its payload, which then travels apart', () => {
    const { valid, faults } = readToken(`{"protected":"${es256}","signature":"AAAA"}`);
    expect(valid).toBe(true);
    expect(faults.map((fault) => fault.code)).toEqual(['payload-empty']);
  });

  it('is read when encrypted, for one or several recipients', () => {
    const header = encode('{"enc":"A128GCM"}');
    const text = `{"protected":"${header}","unprotected":{"jku":"x"},"recipients":[{"header":{"alg":"A128KW"},"encrypted_key":"AAAA"},{"header":{"alg":"dir"}}],"iv":"AAAA","aad":"AAAA","ciphertext":"AAAA","tag":"AAAA"}`;
    expect(readToken(text)).toMatchObject({ valid: true, form: 'jwe-json', faults: [] });
    expect(shapeOf(text).map(([name, index]) => [name, index])).toEqual([
      ['header', undefined],
      ['unprotected-header', undefined],
      ['unprotected-header', 0],
      ['encrypted-key', 0],
      ['unprotected-header', 1],
      ['iv', undefined],
      ['additional-data', undefined],
      ['ciphertext', undefined],
      ['tag', undefined],
    ]);
  });

  it('has the disclosures and the key binding of an SD-JWT in its header', () => {
    const disclosure = encode('["salt","a",1]');
    const text = `{"payload":"${claims}","protected":"${es256}","header":{"disclosures":["${disclosure}"],"kb_jwt":"a.b.c"},"signature":"AAAA"}`;
    const token = readToken(text);
    expect(partOf(token, 'disclosure')).toMatchObject({ index: 0, text: '["salt","a",1]' });
    expect(partOf(token, 'key-binding')).toMatchObject({ text: 'a.b.c', unencoded: true });
  });

  it('has a payload as it is where the header says so', () => {
    const header = encode('{"alg":"x","b64":false,"crit":["b64"]}');
    expect(
      partOf(readToken(`{"payload":"$.02","protected":"${header}","signature":"AA"}`), 'payload')?.text,
    ).toBe('$.02');
  });

  // biome-ignore format: a table
  it.each([
    // text                                                                  fault                  values
    ['{}',                                                                   'form-no-token',       undefined],
    ['{"sub":"joe"}',                                                        'form-no-token',       undefined],
    ['{"payload":5}',                                                        'form-no-token',       undefined],
    ['{"protected": ',                                                       'json-unexpected-end', undefined],
    [`{"payload":5,"protected":"${es256}","signature":"AAAA"}`,              'form-wrong-type',     ['payload', 'string']],
    [`{"payload":"AAAA","protected":5,"signature":"AAAA"}`,                  'form-wrong-type',     ['protected', 'string']],
    [`{"payload":"AAAA","signature":"AAAA"}`,                                'form-member-missing', ['protected', 'string']],
    [`{"payload":"AAAA","signatures":[]}`,                                   'form-member-missing', ['signatures', 'array']],
    [`{"payload":"AAAA","signatures":[5]}`,                                  'form-wrong-type',     ['signatures', 'array']],
    [`{"payload":"AAAA","signatures":[{"protected":"${es256}"}]}`,           'form-member-missing', ['signature', 'string']],
    [`{"payload":"${claims}","protected":"W10","signature":"AAAA"}`,         'header-not-object',   ['array']],
    [`{"payload":"${claims}","protected":"###","signature":"AAAA"}`,         'base64-character',    ['#']],
    [`{"payload":"${claims}","protected":"${es256}","signature":"AA!A"}`,    'base64-character',    ['!']],
    [`{"payload":"${claims}","protected":"${es256}","header":5,"signature":"AAAA"}`, 'form-wrong-type', ['header', 'object']],
    [`{"payload":"${claims}","protected":"${es256}","signature":"A","signatures":[]}`, 'form-wrong-type', ['signature', 'absent']],
  ])('%s is none', (text, code, values) => {
    const { valid, faults } = readToken(text);
    expect(valid).toBe(false);
    expect(faults[0]).toMatchObject(values ? { code, values } : { code });
  });

  it('is not read to the end when very much is wrong', () => {
    const { faults } = readToken(`{"signatures":[${'{},'.repeat(10_000)}{}]}`);
    expect(faults.length).toBeLessThan(110);
  });

  it('says when a parameter stands in two headers', () => {
    const text = `{"payload":"${claims}","protected":"${es256}","header":{"alg":"HS256"},"signature":"AAAA"}`;
    expect(readToken(text).faults).toMatchObject([{ code: 'header-name-twice', values: ['alg'] }]);
  });
});

const suite = vectors('rfc');
describe.skipIf(!suite)(suite ? 'the shared vectors' : vectorsAbsent, () => {
  const cases = (suite ?? []).filter((each) => each.token?.startsWith('{'));
  it('has cases to read', () => expect(cases).not.toEqual([]));

  it.each(cases.map((each) => [each.id, each] as const))('%s', (_, each) => {
    const token = readToken(each.token ?? '');
    expect(token.valid).toBe(true);
    const { plaintext, payload_json: json, decrypts } = each.expect;
    const payload = partOf(token, 'payload');
    if (typeof plaintext === 'string' && !decrypts && payload) expect(payload.text).toBe(plaintext);
    if (json) expect(JSON.parse(payload?.text ?? '')).toEqual(json);
  });
});
