import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readToken } from '../../../src/core/token/read';
import { processSdJwt } from '../../../src/core/token/sdJwt';
import { vectors, vectorsAbsent } from '../../vectors';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const digest = (text: string, hash = 'sha256') => createHash(hash).update(text).digest('base64url');
const header = encode('{"alg":"ES256","typ":"example+sd-jwt"}');

const given = encode('["s1","given_name","Al\\u0069ce"]');
const age = encode('["s2","age", 1.0]');
const french = encode('["s3","FR"]');
const deep = encode(`["s4","address",{"_sd":["${digest(age)}"],"country":"DE"}]`);

const issued = (payload: string) => `${header}.${encode(payload)}.AAAA`;
const processed = (text: string) => processSdJwt(readToken(text));
const codesOf = async (text: string) => (await processed(text)).faults.map((fault) => fault.code);

describe('an SD-JWT', () => {
  it('discloses members, elements and what is inside of what is disclosed, as written', async () => {
    const payload = `{"iss":"i","_sd":["${digest(given)}","${digest(deep)}","decoy"],"n":["US",{"...":"${digest(french)}"},{"...":"other"}],"_sd_alg":"sha-256"}`;
    const result = await processed(`${issued(payload)}~${given}~${age}~${french}~${deep}~`);
    expect(result.faults).toEqual([]);
    expect(result.processed).toBe(
      '{"iss":"i","n":["US","FR"],"given_name":"Al\\u0069ce","address":{"country":"DE","age":1.0}}',
    );
    expect(result.withheld).toBe(2);
    expect(result.disclosures.map(({ name, path }) => [name, path])).toEqual([
      ['given_name', ['given_name']],
      ['age', ['address', 'age']],
      [undefined, ['n', 1]],
      ['address', ['address']],
    ]);
  });

  it('shows only what is presented', async () => {
    const payload = `{"_sd":["${digest(given)}"],"n":[{"...":"${digest(french)}"}]}`;
    const result = await processed(`${issued(payload)}~`);
    expect(result).toMatchObject({ processed: '{"n":[]}', withheld: 2, faults: [], disclosures: [] });
  });

  it('loses only the names that the processing is about', async () => {
    const payload = '{"_sd_alg":"sha-256","a":{"_sd_alg":1,"_sd":[]},"b":[{"...":"x","c":1}]}';
    expect((await processed(`${issued(payload)}~`)).processed).toBe(
      '{"a":{"_sd_alg":1},"b":[{"...":"x","c":1}]}',
    );
  });

  it('matches by the hash that it names', async () => {
    const payload = `{"_sd":["${digest(given, 'sha512')}"],"_sd_alg":"sha-512"}`;
    expect((await processed(`${issued(payload)}~${given}~`)).processed).toBe('{"given_name":"Al\\u0069ce"}');
    expect(await codesOf(`${issued('{"_sd_alg":"md5"}')}~`)).toEqual(['sd-hash-unknown']);
    expect(await codesOf(`${issued('{"_sd_alg":5}')}~`)).toEqual(['sd-hash-unknown']);
  });

  const forbidden = encode('["s","_sd",1]');
  const short = encode('["s"]');
  // biome-ignore format: a table
  it.each([
    // payload                                                       disclosures        faults
    ['{"_sd":["x"]}',                                                [given],           ['sd-disclosure-unreferenced']],
    [`{"_sd":["${digest(given)}","${digest(given)}"]}`,              [given],           ['sd-digest-twice']],
    [`{"_sd":["x","x"]}`,                                            [],                ['sd-digest-twice']],
    [`{"_sd":["${digest(given)}"]}`,                                 [given, given],    ['sd-disclosure-twice']],
    [`{"given_name":"B","_sd":["${digest(given)}"]}`,                [given],           ['sd-name-exists']],
    [`{"_sd":["${digest(forbidden)}"]}`,                             [forbidden],       ['sd-name-forbidden']],
    [`{"_sd":["${digest(short)}"]}`,                                 [short],           ['sd-disclosure-malformed']],
    [`{"_sd":["${digest(french)}"]}`,                                [french],          ['sd-disclosure-malformed']],
    [`{"n":[{"...":"${digest(given)}"}]}`,                           [given],           ['sd-disclosure-malformed']],
    ['{"_sd":"x"}',                                                  [],                ['sd-digests-malformed']],
    ['{"_sd":[1]}',                                                  [],                ['sd-digests-malformed']],
    ['{"n":[{"...":1}]}',                                            [],                ['sd-digests-malformed']],
    ['[]',                                                           [],                ['sd-payload-not-object']],
  ])('with %s and %j must be refused', async (payload, disclosures, faults) => {
    const result = await processed(`${[issued(payload), ...disclosures].join('~')}~`);
    expect(result.faults.map((fault) => fault.code)).toEqual(faults);
    expect(result.processed).toBeUndefined();
  });

  it('is bound to its holder by a token about these very disclosures', async () => {
    const presented = `${issued(`{"_sd":["${digest(given)}"]}`)}~${given}~`;
    const bind = (claims: string, typ = 'kb+jwt') =>
      `${presented}${encode(`{"alg":"ES256","typ":"${typ}"}`)}.${encode(claims)}.AAAA`;
    const said = `"iat":1,"aud":"a","nonce":"n","sd_hash":"${digest(presented)}"`;
    expect(await codesOf(bind(`{${said}}`))).toEqual([]);
    expect((await processed(bind(`{${said}}`))).binding?.valid).toBe(true);
    expect(await codesOf(bind(`{${said}}`, 'JWT'))).toEqual(['sd-binding-type']);
    expect(await codesOf(bind(`{"iat":1,"aud":"a","sd_hash":"x"}`))).toEqual([
      'sd-binding-claim-missing',
      'sd-binding-hash',
    ]);
    expect(await codesOf(`${presented}abc`)).toEqual(['sd-binding-unreadable']);
  });

  it('is read up to a bound', () => {
    const { valid, faults, parts } = readToken(`${issued('{}')}${'~'.repeat(1_000_000)}`);
    expect(valid).toBe(false);
    expect(faults.at(-1)).toMatchObject({ code: 'sd-too-many', values: ['10000'] });
    expect(parts.length).toBeLessThan(10_010);
  });

  it('names faults of its form', () => {
    expect(readToken(`${issued('{}')}~${encode('{"a":1}')}~`).faults).toMatchObject([
      { code: 'disclosure-not-array', part: 'disclosure', values: ['object'] },
    ]);
    const encrypted = `${encode('{"alg":"dir","enc":"A128GCM"}')}....`;
    expect(readToken(`${encrypted}~`)).toMatchObject({
      valid: false,
      faults: [{ code: 'sd-jwt-encrypted' }],
    });
  });
});

const errors: Readonly<Record<string, string>> = {
  'unreferenced disclosure': 'sd-disclosure-unreferenced',
  'duplicate digest': 'sd-digest-twice',
  'duplicate disclosure': 'sd-disclosure-twice',
  'claim already exists': 'sd-name-exists',
};

for (const suite of ['sd-jwt', 'hostile']) {
  const all = vectors(suite);
  describe.skipIf(!all)(all ? `the shared vectors, ${suite}` : vectorsAbsent, () => {
    const cases = (all ?? []).filter((each) => each.op === 'sd-jwt');
    it('has cases to read', () => expect(cases).not.toEqual([]));

    it.each(cases.map((each) => [each.id, each] as const))('%s', async (_, each) => {
      const token = readToken(each.token ?? '');
      const { processed: shown, disclosures, faults, binding } = await processSdJwt(token);
      const {
        sd_error: error,
        processed_payload: wanted,
        disclosures: listed,
        has_kb_jwt: bound,
      } = each.expect;
      expect(token.valid).toBe(true);
      if (error) expect(faults.map((fault) => fault.code)).toContain(errors[String(error)]);
      else expect(faults.filter((fault) => fault.part !== 'key-binding')).toEqual([]);
      if (wanted) expect(JSON.parse(shown ?? '')).toEqual(wanted);
      else if (error) expect(shown).toBeUndefined();
      if (Array.isArray(listed))
        expect(disclosures.map((one) => one.digest)).toEqual(listed.map((one) => one.digest));
      if (bound && token.form === 'sd-jwt') expect(binding?.valid).toBe(true);
    });
  });
}
