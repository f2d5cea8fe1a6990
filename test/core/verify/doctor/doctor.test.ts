import { constants, createHmac, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SecretEncoding } from '../../../../src/core/key/key';
import { readToken } from '../../../../src/core/token/read';
import { diagnose } from '../../../../src/core/verify/doctor/doctor';
import { jwkText, pairOf, pemOf } from '../../key/madeKeys';
import { assemble, longSecret, signWithNode } from '../signing';

const payload = '{"name":"Zoë","path":"a/b","n":1}';
const mac = (secret: string | Uint8Array) => (input: string) =>
  createHmac('sha256', secret).update(input).digest();
const hs256 = (secret: string | Uint8Array) => assemble({ alg: 'HS256' }, payload, mac(secret));
const base64 = (text: string) => Buffer.from(text).toString('base64');

async function remedyFor(token: string, key: string, encoding?: SecretEncoding): Promise<string> {
  const { remedy, tried } = await diagnose(readToken(token), [{ text: key, encoding }]);
  return remedy ? [remedy.code, ...remedy.values].join(' ') : `none of ${tried.join(' ')}`;
}

describe('a secret that does not fit', () => {
  it.each<[string, string | Uint8Array, string, SecretEncoding | undefined, string]>([
    ['base64 taken as text', longSecret, base64(longSecret), 'text', 'secret-encoding base64'],
    ['text taken as base64', base64(longSecret), base64(longSecret), 'base64', 'secret-encoding text'],
    ['hex taken as text', longSecret, Buffer.from(longSecret).toString('hex'), 'text', 'secret-encoding hex'],
    [
      'Node decoding any text',
      Buffer.from('my secret, decoded', 'base64'),
      'my secret, decoded',
      undefined,
      'secret-lenient-base64',
    ],
    ['space behind', longSecret, `${longSecret} `, undefined, 'secret-trimmed'],
    ['a line break in the file', `${longSecret}\n`, longSecret, undefined, 'secret-newline'],
    ['a line break in the box', longSecret, `${longSecret}\n`, undefined, 'secret-trimmed'],
    ['quotes', longSecret, `"${longSecret}"`, undefined, 'secret-unquoted'],
    ['quotes around base64', longSecret, `'${base64(longSecret)}'`, undefined, 'secret-unquoted'],
    ['an escaped line break', 'one\ntwo', 'one\\ntwo', undefined, 'secret-unescaped'],
    ['percent encoding', 'a+b/c=d e', 'a%2Bb%2Fc%3Dd%20e', undefined, 'secret-percent'],
    ['the whole line of a file', longSecret, `JWT_SECRET=${longSecret}`, undefined, 'secret-prefix'],
    ["a framework's prefix", longSecret, `base64:${base64(longSecret)}`, undefined, 'secret-prefix'],
    ['a comment', 'pass', 'pass#word', undefined, 'secret-comment'],
    ['Latin-1', Buffer.from('Zürich-über-alles', 'latin1'), 'Zürich-über-alles', undefined, 'secret-latin1'],
    [
      'another secret',
      'something else',
      longSecret,
      undefined,
      'none of secret key-restriction algorithm signature payload altered-header altered-payload',
    ],
  ])('%s', async (_what, signedWith, pasted, encoding, answer) => {
    expect(await remedyFor(hs256(signedWith), pasted, encoding)).toBe(answer);
  });

  it('notices a signature that was cut', async () => {
    const token = hs256(longSecret);
    expect(await remedyFor(token.slice(0, -15), longSecret)).toBe('signature-cut 21');
  });

  it('notices another hash', async () => {
    const token = assemble({ alg: 'HS256' }, payload, (input) =>
      createHmac('sha512', longSecret).update(input).digest(),
    );
    expect(await remedyFor(token, longSecret)).toBe('other-algorithm HS512');
  });
});

describe('a key that does not fit', () => {
  const rsa = pemOf(pairOf('rsa').publicKey, 'spki');
  const p256 = pemOf(pairOf('p256').publicKey, 'spki');
  const rs = (alg: string, signedAs: string) =>
    assemble({ alg }, payload, (input) => signWithNode(signedAs, pairOf('rsa').privateKey, input));

  it.each([
    ['the text', rsa],
    ['the trimmed text', rsa.trim()],
    ['the text with other line breaks', rsa.replaceAll('\n', '\r\n')],
    ['the bytes inside', pairOf('rsa').publicKey.export({ format: 'der', type: 'spki' })],
  ])('notices %s of a public key as secret', async (_what, secret) => {
    expect(await remedyFor(hs256(secret), rsa)).toBe('key-as-secret');
  });

  it.each([
    ['RS512 that says RS256', rs('RS256', 'RS512'), rsa, 'other-algorithm RS512'],
    ['PS256 that says RS256', rs('RS256', 'PS256'), rsa, 'other-algorithm PS256'],
    [
      'a key for PS256',
      rs('RS256', 'RS256'),
      jwkText(pairOf('rsa').publicKey, { alg: 'PS256' }),
      'key-restriction PS256 RS256',
    ],
    [
      'a key for encryption',
      rs('RS256', 'RS256'),
      jwkText(pairOf('rsa').publicKey, { use: 'enc' }),
      'key-restriction enc RS256',
    ],
    [
      'another key',
      rs('RS256', 'RS256'),
      pemOf(pairOf('otherRsa').publicKey, 'spki'),
      'none of key-restriction algorithm signature payload altered-header altered-payload',
    ],
  ])('%s', async (_what, token, key, answer) => {
    expect(await remedyFor(token, key)).toBe(answer);
  });

  it.each([0, 222])('notices a salt of %s bytes', async (saltLength) => {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    const key = { key: pairOf('rsa').privateKey, padding, saltLength };
    const token = assemble({ alg: 'PS256' }, payload, (input) => sign('sha256', Buffer.from(input), key));
    expect(await remedyFor(token, rsa)).toBe(`pss-salt ${saltLength} 32`);
  });

  it('notices a DER signature, and one that is encoded twice', async () => {
    const der = assemble({ alg: 'ES256' }, payload, (input) =>
      sign('sha256', Buffer.from(input), pairOf('p256').privateKey),
    );
    expect(await remedyFor(der, p256)).toBe('signature-der ES256');
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      const twice = assemble({ alg: 'ES256' }, payload, (input) =>
        Buffer.from(Buffer.from(signWithNode('ES256', pairOf('p256').privateKey, input)).toString(encoding)),
      );
      expect(await remedyFor(twice, p256)).toBe('signature-twice-encoded ES256');
    }
  });
});

describe('a token that was written anew', () => {
  const rewrite = (original: string, now: string) => {
    const token = assemble({ alg: 'HS256' }, original, mac(longSecret));
    return token.replace(/\.[^.]+\./, `.${Buffer.from(now).toString('base64url')}.`);
  };
  const spaced = '{"name": "Zoë", "path": "a/b", "n": 1}';

  it.each([
    ['compact', payload, spaced],
    ['python', spaced, payload],
    ['python-ascii', spaced.replace('ë', '\\u00eb'), payload],
    ['ascii', payload.replace('ë', '\\u00eb'), payload],
    ['sorted', '{"n":1,"name":"Zoë","path":"a/b"}', payload],
    ['pretty', JSON.stringify(JSON.parse(payload), null, 2), payload],
    ['slashes', payload.replace('/', '\\/'), payload],
    ['newline', `${spaced}  \n`, `${spaced}  `],
  ])('by %s', async (writer, original, now) => {
    expect(await remedyFor(rewrite(original, now), longSecret)).toBe(`payload-rewritten ${writer}`);
  });

  it('in other base64', async () => {
    const token = hs256(longSecret);
    expect(await remedyFor(`${token}=`, longSecret)).toBe('encoding-repaired');
    expect(await remedyFor(token.replaceAll('-', '+').replaceAll('_', '/').concat('='), longSecret)).toBe(
      'encoding-repaired',
    );
    expect(await remedyFor(`${token}=`, 'another secret')).toBe('none of encoding');
  });
});

describe('nothing to find', () => {
  it('for a token that can not be checked', async () => {
    expect(
      await remedyFor(
        assemble({ alg: 'none' }, payload, () => Buffer.alloc(0)),
        longSecret,
      ),
    ).toBe('none of ');
  });
});
