import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { signingAlgorithms } from '../../../src/core/sign/jws/fitting';
import { withPrimes } from '../../../src/core/sign/jws/primes';
import { signCompact } from '../../../src/core/sign/jws/sign';
import { readToken } from '../../../src/core/token/read';
import { verifySignature } from '../../../src/core/verify/verify';
import { importedAnew } from '../../importedAnew';
import { jwkText, type MadeName, pairOf, pemOf } from '../key/madeKeys';
import { assemble, longSecret, signers, signWithNode } from '../verify/signing';

function keyIn(text: string, encoding?: 'text'): Key {
  const reading = readKeys(text, encoding);
  const [key] = reading.ok ? reading.keys : [];
  if (!key) throw new Error(`no key: ${text.slice(0, 40)}`);
  return key;
}

const textOf = (name: MadeName | 'secret', half: 'privateKey' | 'publicKey') =>
  name === 'secret' ? longSecret : pemOf(pairOf(name)[half], half === 'privateKey' ? 'pkcs8' : 'spki');

const payload = '{ "user_id":42,\r\n "exp" : 32503680000.0, "n": 12345678901234567890 }';
const decoded = (part = '') => Buffer.from(part, 'base64url').toString();

describe.each(signers)('%s with %s', (alg, name) => {
  const header = `{ "alg" : "${alg}" }`;

  it('signs header and payload as they stand, and verifies', async () => {
    const signing = await signCompact({ header, payload, key: keyIn(textOf(name, 'privateKey')) });
    const token = signing.state === 'signed' ? signing.token : signing.code;
    const [first, second] = token.split('.');
    expect([decoded(first), decoded(second)]).toEqual([header, payload]);
    const keys = [keyIn(textOf(name, 'publicKey'))];
    expect(await verifySignature(readToken(token), keys)).toMatchObject({ state: 'verified', alg });
  });

  it('makes what OpenSSL makes, where nothing is random', async () => {
    const fixed = /^(?:HS|RS|Ed)/.test(alg);
    const own = name === 'secret' ? longSecret : pairOf(name).privateKey;
    const theirs = assemble(header, payload, (input) => signWithNode(alg, own, input));
    const signing = await signCompact({ header, payload, key: keyIn(textOf(name, 'privateKey')) });
    expect(signing.state === 'signed' && signing.token === theirs).toBe(fixed);
  });

  it('offers the algorithm for the key', () => {
    expect(signingAlgorithms(keyIn(textOf(name, 'privateKey')))).toContain(alg);
  });

  if (name !== 'secret') {
    it('refuses the public half', async () => {
      const signing = await signCompact({ header, payload, key: keyIn(textOf(name, 'publicKey')) });
      expect(signing).toMatchObject({ state: 'refused', code: 'key-public' });
      expect(signingAlgorithms(keyIn(textOf(name, 'publicKey')))).toEqual([]);
    });
  }
});

describe('an RSA key without its primes (RFC 7518 section 6.3.2)', () => {
  const { n, e, d } = pairOf('rsa').privateKey.export({ format: 'jwk' });

  it('signs', async () => {
    const key = keyIn(JSON.stringify({ kty: 'RSA', n, e, d }));
    const signing = await signCompact({ header: '{"alg":"PS256"}', payload, key });
    const token = readToken(signing.state === 'signed' ? signing.token : '');
    expect((await verifySignature(token, [keyIn(textOf('rsa', 'publicKey'))])).state).toBe('verified');
  });

  it('has them found, whatever they are', () => {
    for (let round = 0; round < 40; round++) {
      const { privateKey } = importedAnew(generateKeyPairSync('rsa', { modulusLength: 512 }));
      const { n = '', e = '', d = '', p = '', q = '' } = privateKey.export({ format: 'jwk' });
      const found = withPrimes({ kty: 'RSA', n, e, secret: { d } });
      expect([found.p, found.q].sort()).toEqual([p, q].sort());
    }
  });

  it('that is none is refused', async () => {
    const key = keyIn(JSON.stringify({ kty: 'RSA', n, e, d: 'AQAB' }));
    const signing = await signCompact({ header: '{"alg":"RS256"}', payload, key });
    expect(signing).toMatchObject({ state: 'refused', code: 'key-refused' });
  });
});

// header, payload, key, what is refused
const rsa = () => keyIn(textOf('rsa', 'privateKey'));
const p256 = () => keyIn(textOf('p256', 'privateKey'));
const secret = () => keyIn(longSecret);
const jwk = (extra: object) => keyIn(jwkText(pairOf('rsa').privateKey, { ...extra }));
const refusals: readonly [header: string, payload: string, key: (() => Key) | undefined, code: string][] = [
  ['{"alg":', '{}', secret, 'header-json'],
  ['', '{}', secret, 'header-json'],
  ['[]', '{}', secret, 'header-not-object'],
  ['{}', '{}', secret, 'alg-missing'],
  ['{"alg":1}', '{}', secret, 'alg-malformed'],
  ['{"alg":"hs256"}', '{}', secret, 'alg-unsupported'],
  ['{"alg":"RS1"}', '{}', undefined, 'alg-unsupported'],
  ['{"alg":"HS256"}', '{"a":', secret, 'payload-json'],
  ['{"alg":"HS256"}', 'some text', secret, 'payload-json'],
  ['{"alg":"HS256"}', '{"a":"\uD800"}', secret, 'lone-surrogate'],
  ['{"alg":"HS256","x":"\uDC00"}', '{}', secret, 'lone-surrogate'],
  ['{"alg":"HS256","b64":0,"crit":["b64"]}', '{}', secret, 'b64-malformed'],
  ['{"alg":"HS256","b64":false}', '{}', secret, 'b64-not-critical'],
  ['{"alg":"HS256","b64":false,"crit":["b64"]}', 'a.b', secret, 'payload-dot'],
  ['{"alg":"none"}', '{}', undefined, 'unsecured-not-asked'],
  ['{"alg":"none"}', '{}', secret, 'unsecured-not-asked'],
  ['{"alg":"HS256"}', '{}', undefined, 'no-key'],
  ['{"alg":"HS256"}', '{}', rsa, 'needs-secret'],
  ['{"alg":"RS256"}', '{}', secret, 'needs-rsa'],
  ['{"alg":"ES256"}', '{}', rsa, 'needs-ec'],
  ['{"alg":"EdDSA"}', '{}', rsa, 'needs-okp'],
  ['{"alg":"ML-DSA-44"}', '{}', rsa, 'needs-akp'],
  ['{"alg":"ES384"}', '{}', p256, 'wrong-curve'],
  ['{"alg":"RS256"}', '{}', () => jwk({ use: 'enc' }), 'key-use'],
  ['{"alg":"RS256"}', '{}', () => jwk({ key_ops: ['verify'] }), 'key-use'],
  ['{"alg":"RS256"}', '{}', () => jwk({ alg: 'PS256' }), 'key-alg'],
  ['{"alg":"RS256"}', '{}', () => keyIn(textOf('pss', 'privateKey')), 'key-alg'],
];

describe('refusals', () => {
  it.each(refusals)('%s . %j: %s', async (header, text, key, code) => {
    expect(await signCompact({ header, payload: text, key: key?.() })).toMatchObject({
      state: 'refused',
      code,
    });
  });
});

// header, payload, warning
const warned: readonly [header: string, payload: string, key: () => Key, code: string][] = [
  ['{"alg":"HS256","kid":"a","kid":"b"}', '{}', secret, 'header-duplicate'],
  ['{"alg":"HS256"}', '{"a":1,"a":2}', secret, 'payload-duplicate'],
  ['{"alg":"HS256"}', '[1]', secret, 'payload-not-object'],
  ['{"alg":"HS256","crit":["exp"],"exp":1}', '{}', secret, 'crit-unknown'],
  ['{"alg":"HS256","crit":[]}', '{}', secret, 'crit-malformed'],
  ['{"alg":"HS256"}', '{}', () => keyIn('your-secret-key'), 'short-secret'],
  ['{"alg":"RS256"}', '{}', () => keyIn(textOf('shortRsa', 'privateKey')), 'short-rsa'],
];

describe('warnings', () => {
  it.each(warned)('%s . %s', async (header, text, key, code) => {
    const signing = await signCompact({ header, payload: text, key: key() });
    expect(signing).toMatchObject({ state: 'signed', warnings: [{ code }] });
  });

  it('a plain token has none', async () => {
    const signing = await signCompact({ header: '{"alg":"HS256"}', payload: '{}', key: secret() });
    expect(signing).toMatchObject({ state: 'signed', warnings: [] });
  });

  it('an unsecured token is made only on purpose, and warns', async () => {
    const signing = await signCompact({ header: '{"alg":"none"}', payload: '{"a":1}', unsecured: true });
    expect(signing).toMatchObject({
      state: 'signed',
      token: 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.',
      warnings: [{ code: 'unsecured' }],
    });
  });
});

describe('what RFC 7515 and RFC 7797 show', () => {
  const k = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';
  const key = () => keyIn(JSON.stringify({ kty: 'oct', k }));
  const claims = '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}';

  it('RFC 7515 appendix A.1', async () => {
    const signing = await signCompact({
      header: '{"typ":"JWT",\r\n "alg":"HS256"}',
      payload: claims,
      key: key(),
    });
    expect(signing.state === 'signed' && signing.token.split('.')[2]).toBe(
      'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    );
  });

  it('RFC 7797 section 4.2: a payload that is not encoded', async () => {
    const header = '{"alg":"HS256","b64":false,"crit":["b64"]}';
    const signing = await signCompact({ header, payload: '$02', key: key() });
    expect(signing.state === 'signed' && signing.token).toMatch(/^[\w-]+\.\$02\.[\w-]{43}$/);
    const token = readToken(signing.state === 'signed' ? signing.token : '');
    expect((await verifySignature(token, [key()])).state).toBe('verified');
  });

  it('a payload of another kind, where the header says so', async () => {
    const header = '{"alg":"HS256","cty":"text/plain"}';
    const signing = await signCompact({ header, payload: 'It’s a dangerous business, Frodo', key: key() });
    expect(signing).toMatchObject({ state: 'signed', warnings: [] });
  });
});
