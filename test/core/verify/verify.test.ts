import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { readToken } from '../../../src/core/token/read';
import { fittingEncoding } from '../../../src/core/verify/encoding';
import { trustOf } from '../../../src/core/verify/trust';
import { type SignatureVerdict, verifySignature } from '../../../src/core/verify/verify';
import { jwkText, pairOf, pemOf } from '../key/madeKeys';
import { assemble, longSecret, signWithNode } from './signing';

const payload = '{"sub":"me"}';
const hs256 = signedWith(longSecret, { alg: 'HS256' });
const rsaPem = pemOf(pairOf('rsa').publicKey, 'spki');

function signedWith(secret: string, header: Record<string, unknown> | string): string {
  return assemble(header, payload, (input) => createHmac('sha256', secret).update(input).digest());
}

function signedBy(name: 'rsa' | 'p256', header: Record<string, unknown>): string {
  return assemble(header, payload, (input) => signWithNode(`${header.alg}`, pairOf(name).privateKey, input));
}

function keysOf(text: string): readonly Key[] {
  const reading = readKeys(text);
  return reading.ok ? reading.keys : [];
}

function verify(token: string, key: string): Promise<SignatureVerdict> {
  return verifySignature(readToken(token), keysOf(key));
}

const said = (verdict: SignatureVerdict) =>
  'code' in verdict ? `${verdict.state} ${verdict.code}` : verdict.state;

describe('the answer about a signature', () => {
  const [header, body, signature] = hs256.split('.') as [string, string, string];
  const unsigned = `${header}.${body}`;
  const es256 = signedBy('p256', { alg: 'ES256' });
  const esInput = es256.slice(0, es256.lastIndexOf('.'));
  const p256Pem = pemOf(pairOf('p256').publicKey, 'spki');
  const half = (byte: number) => Buffer.alloc(32, byte);
  const esWith = (bytes: Uint8Array) => `${esInput}.${Buffer.from(bytes).toString('base64url')}`;

  it.each([
    ['the right secret', hs256, longSecret, 'verified'],
    ['another secret', hs256, 'another-secret-that-is-long-enough-for-hs256', 'wrong no-match'],
    ['no key', hs256, '', 'no-key'],
    ['no token', 'nonsense', longSecret, 'unchecked not-a-token'],
    ['text behind', `${hs256} `, longSecret, 'unchecked encoding'],
    ['a fourth part', `${hs256}.AAAA`, longSecret, 'unchecked not-a-token'],
    ['five parts', `${hs256}.AA.AA`, longSecret, 'unchecked encrypted'],
    ['no signature', `${unsigned}.`, longSecret, 'wrong signature-empty'],
    ['half a signature', `${unsigned}.${signature.slice(0, 20)}`, longSecret, 'wrong signature-length'],
    ['padding', `${hs256}=`, longSecret, 'unchecked encoding'],
    [
      'spare bits',
      `${unsigned}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : nextLetter(signature)}`,
      longSecret,
      'unchecked encoding',
    ],
    ['alg none', signedWith(longSecret, { alg: 'none' }), longSecret, 'unchecked alg-none'],
    ['alg nOnE, no key', signedWith(longSecret, { alg: 'nOnE' }), '', 'unchecked alg-none'],
    ['no alg', signedWith(longSecret, { typ: 'JWT' }), longSecret, 'unchecked alg-missing'],
    ['alg null', signedWith(longSecret, { alg: null }), longSecret, 'unchecked alg-malformed'],
    ['alg in lower case', signedWith(longSecret, { alg: 'hs256' }), longSecret, 'unchecked alg-unsupported'],
    ['alg of an encryption', signedWith(longSecret, { alg: 'dir' }), longSecret, 'unchecked alg-unsupported'],
    [
      'alg twice',
      signedWith(longSecret, '{"alg":"HS256","alg":"HS256"}'),
      longSecret,
      'unchecked header-broken',
    ],
    ['a header of a list', signedWith(longSecret, '["HS256"]'), longSecret, 'unchecked header-broken'],
    ['an RSA key as secret', signedWith(rsaPem, { alg: 'HS256' }), rsaPem, 'unchecked needs-secret'],
    ['a secret for RS256', signedBy('rsa', { alg: 'RS256' }), longSecret, 'unchecked needs-rsa'],
    ['a secret for ES256', es256, longSecret, 'unchecked needs-ec'],
    [
      'a secret for EdDSA',
      assemble({ alg: 'EdDSA' }, payload, () => Buffer.alloc(64)),
      longSecret,
      'unchecked needs-okp',
    ],
    ['another curve', es256, pemOf(pairOf('p384').publicKey, 'spki'), 'unchecked wrong-curve'],
    [
      'a key for PS256',
      signedBy('rsa', { alg: 'RS256' }),
      jwkText(pairOf('rsa').publicKey, { alg: 'PS256' }),
      'unchecked key-alg',
    ],
    [
      'a key for encryption',
      signedBy('rsa', { alg: 'RS256' }),
      jwkText(pairOf('rsa').publicKey, { use: 'enc' }),
      'unchecked key-use',
    ],
    [
      'a key for wrapping',
      signedBy('rsa', { alg: 'RS256' }),
      jwkText(pairOf('rsa').publicKey, { key_ops: ['wrapKey'] }),
      'unchecked key-use',
    ],
    [
      'a short RSA key',
      signedBy('rsa', { alg: 'RS256' }),
      pemOf(pairOf('shortRsa').publicKey, 'spki'),
      'unchecked key-too-short',
    ],
    ['r and s zero', esWith(Buffer.concat([half(0), half(0)])), p256Pem, 'wrong signature-zero'],
    ['r zero', esWith(Buffer.concat([half(0), half(1)])), p256Pem, 'wrong signature-zero'],
    ['s zero', esWith(Buffer.concat([half(1), half(0)])), p256Pem, 'wrong signature-zero'],
    ['r and s huge', esWith(Buffer.alloc(64, 255)), p256Pem, 'wrong no-match'],
    [
      'zeros behind',
      esWith(Buffer.concat([Buffer.from(es256.slice(esInput.length + 1), 'base64url'), Buffer.alloc(2)])),
      p256Pem,
      'wrong signature-length',
    ],
  ])('%s', async (_what, token, key, answer) => {
    expect(said(await verify(token, key))).toBe(answer);
  });
});

function nextLetter(signature: string): string {
  return String.fromCharCode((signature.codePointAt(signature.length - 1) ?? 64) + 1);
}

describe('crit and b64 (RFC 7515 section 4.1.11, RFC 7797)', () => {
  it.each([
    [{ crit: ['exp'], exp: 1 }, 'unchecked crit-unknown'],
    [{ crit: ['b64'], b64: true }, 'verified'],
    [{ crit: [] }, 'unchecked crit-malformed'],
    [{ crit: 'b64', b64: true }, 'unchecked crit-malformed'],
    [{ crit: ['b64'] }, 'unchecked crit-malformed'],
    [{ crit: ['b64', 'b64'], b64: true }, 'unchecked crit-malformed'],
    [{ crit: [5] }, 'unchecked crit-malformed'],
    [{ crit: ['alg'] }, 'unchecked crit-malformed'],
    [{ crit: ['__proto__'] }, 'unchecked crit-malformed'],
    [{ crit: null }, 'unchecked crit-malformed'],
    [{ b64: false }, 'unchecked b64-not-critical'],
    [{ b64: 'no', crit: ['b64'] }, 'unchecked b64-malformed'],
    [{ b64: true }, 'verified'],
  ])('%j', async (extra, answer) => {
    expect(said(await verify(signedWith(longSecret, { alg: 'HS256', ...extra }), longSecret))).toBe(answer);
  });

  it('checks a detached payload, encoded or not', async () => {
    for (const encoded of [true, false]) {
      const header = Buffer.from(JSON.stringify({ alg: 'HS256', b64: encoded, crit: ['b64'] })).toString(
        'base64url',
      );
      const rest = encoded ? Buffer.from('$.02').toString('base64url') : '$.02';
      const mac = createHmac('sha256', longSecret).update(`${header}.${rest}`).digest('base64url');
      const token = readToken(`${header}..${mac}`);
      const detached = { payload: new TextEncoder().encode('$.02') };
      const other = { payload: new TextEncoder().encode('$.03') };
      expect(said(await verifySignature(token, keysOf(longSecret), detached))).toBe('verified');
      expect(said(await verifySignature(token, keysOf(longSecret), other))).toBe('wrong no-match');
      const without = said(await verifySignature(token, keysOf(longSecret)));
      expect(without).toBe(encoded ? 'wrong payload-empty' : 'unchecked payload-detached');
    }
  });
});

describe('several keys', () => {
  const right = jwkText(pairOf('rsa').publicKey, { kid: 'right' });
  const others = [
    jwkText(pairOf('p256').publicKey, { kid: 'ec' }),
    jwkText(pairOf('otherRsa').publicKey, { kid: 'other' }),
  ];
  const set = (...keys: readonly string[]) => `{"keys":[${keys.join(',')}]}`;

  it.each([
    ['finds the one with the kid', { kid: 'right' }, set(...others, right), 'verified'],
    ['tries all that fit without a kid', {}, set(...others, right), 'verified'],
    ['tries all that fit when the kid is unknown', { kid: 'new' }, set(...others, right), 'verified'],
    ['says when the kid is not in the set', { kid: 'new' }, set(...others), 'unchecked kid-not-found'],
    ['says when none matches', { kid: 'other' }, set(...others), 'wrong no-match'],
    ['says when no key is of the kind', {}, set(others[0] ?? ''), 'unchecked needs-rsa'],
    ['says when a single key has another kid', { kid: 'new' }, others[1] ?? '', 'wrong kid-differs'],
  ])('%s', async (_what, extra, keys, answer) => {
    expect(said(await verify(signedBy('rsa', { alg: 'RS256', ...extra }), keys))).toBe(answer);
  });

  it.each([
    [{ kid: 'right' }, 'kid'],
    [{ kid: 'new' }, 'other-kid'],
    [{}, 'tried'],
  ])('says how the key for %j was chosen', async (extra, chosenBy) => {
    const verdict = await verify(signedBy('rsa', { alg: 'RS256', ...extra }), set(...others, right));
    expect(verdict).toMatchObject({ state: 'verified', key: { kid: 'right' }, chosenBy });
  });

  it('never lets a key that the token carries verify it', async () => {
    const reading = readKeys(right, undefined, 'carried');
    const verdict = await verifySignature(
      readToken(signedBy('rsa', { alg: 'RS256' })),
      reading.ok ? reading.keys : [],
    );
    expect(said(verdict)).toBe('unchecked key-carried');
  });
});

describe('trust', () => {
  it.each([
    [longSecret, 'yours'],
    ['an-uncommon-short-one', 'yours-weak'],
    ['your-secret-key', 'yours-public'],
    ['a-string-secret-at-least-256-bits-long', 'yours-public'],
  ])('with %s is %s', async (secret, trust) => {
    expect(trustOf(await verify(signedWith(secret, { alg: 'HS256' }), secret))).toBe(trust);
  });

  it('is nothing without a verified signature, and as good as its source with one', async () => {
    expect(trustOf(await verify(hs256, ''))).toBe('none');
    expect(trustOf(await verify(hs256, 'another-secret'))).toBe('none');
    const seen = keysOf(longSecret).map((key) => ({ ...key, source: 'traffic' as const }));
    expect(trustOf(await verifySignature(readToken(hs256), seen))).toBe('traffic');
  });

  it('is public when a public key serves as the secret because the user said so', async () => {
    const reading = readKeys(rsaPem, 'text');
    const verdict = await verifySignature(
      readToken(signedWith(rsaPem, { alg: 'HS256' })),
      reading.ok ? reading.keys : [],
    );
    expect(trustOf(verdict)).toBe('yours-public');
  });
});

describe('fittingEncoding', () => {
  const bytes = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');

  it.each(['text', 'hex'] as const)('finds that %s is meant, whatever is more likely', async (encoding) => {
    const secret = bytes.toString('hex');
    const mac = encoding === 'hex' ? bytes : secret;
    const token = assemble({ alg: 'HS256' }, payload, (input) =>
      createHmac('sha256', mac).update(input).digest(),
    );
    expect(await fittingEncoding(readToken(token), secret)).toBe(encoding);
    expect(await fittingEncoding(readToken(token), 'something else')).toBeUndefined();
  });
});

describe('a verification', () => {
  it('changes no byte of the token or the key', async () => {
    const token = readToken(hs256);
    const keys = keysOf(longSecret);
    const before = JSON.stringify([token, keys]);
    await verifySignature(token, keys);
    expect(JSON.stringify([token, keys])).toBe(before);
  });
});
