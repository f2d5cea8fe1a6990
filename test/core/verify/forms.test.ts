import { createHmac } from 'node:crypto';
import { FlattenedSign, GeneralSign } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { readToken } from '../../../src/core/token/read';
import { verifySignature } from '../../../src/core/verify/verify';
import { pairOf, pemOf } from '../key/madeKeys';
import { assemble, longSecret } from './signing';

const payload = new TextEncoder().encode('{"sub":"me"}');
const secret = Buffer.from(longSecret);

function keysOf(...texts: readonly string[]): readonly Key[] {
  return texts.flatMap((text) => {
    const reading = readKeys(text);
    return reading.ok ? reading.keys : [];
  });
}

async function said(token: string, ...keys: readonly string[]): Promise<string> {
  const verdict = await verifySignature(readToken(token), keysOf(...keys));
  return 'code' in verdict ? `${verdict.state} ${verdict.code}` : verdict.state;
}

describe('the JSON serialization', () => {
  const rsaPem = pemOf(pairOf('rsa').publicKey, 'spki');
  const otherPem = pemOf(pairOf('otherRsa').publicKey, 'spki');

  it('is verified when flattened, with the algorithm protected or not', async () => {
    const safe = await new FlattenedSign(payload).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await said(JSON.stringify(safe), longSecret)).toBe('verified');
    expect(await said(JSON.stringify(safe), 'another secret')).toBe('wrong no-match');
    const open = await new FlattenedSign(payload).setUnprotectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await said(JSON.stringify(open), longSecret)).toBe('verified');
  });

  it('is verified when one of several signatures is', async () => {
    const both = await new GeneralSign(payload)
      .addSignature(pairOf('rsa').privateKey)
      .setProtectedHeader({ alg: 'RS256' })
      .addSignature(secret)
      .setProtectedHeader({ alg: 'HS256' })
      .sign();
    const text = JSON.stringify(both);
    expect(await said(text, rsaPem)).toBe('verified');
    expect(await said(text, longSecret)).toBe('verified');
    expect(await said(text, otherPem)).toBe('wrong no-match');
    expect(await said(text)).toBe('no-key');
  });

  it.each([
    ['a name in both headers', { header: { alg: 'HS256' } }, 'unchecked header-broken'],
    ['crit without protection', { header: { crit: ['b64'] } }, 'unchecked crit-malformed'],
    ['padding', { payload: `${Buffer.from(payload).toString('base64url')}==` }, 'unchecked not-a-token'],
    ['no signature', { signature: '' }, 'wrong signature-empty'],
    ['a payload that changed', { payload: 'e30' }, 'wrong no-match'],
  ])('is not verified with %s', async (_what, change, answer) => {
    const safe = await new FlattenedSign(payload).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await said(JSON.stringify({ ...safe, ...change }), longSecret)).toBe(answer);
  });
});

describe('an SD-JWT', () => {
  const issued = assemble({ alg: 'HS256' }, '{"_sd":[]}', (input) =>
    createHmac('sha256', longSecret).update(input).digest(),
  );

  it('is verified by the signature of what was issued', async () => {
    const disclosure = Buffer.from('["salt","name","value"]').toString('base64url');
    expect(await said(`${issued}~`, longSecret)).toBe('verified');
    expect(await said(`${issued}~${disclosure}~`, longSecret)).toBe('verified');
    expect(await said(`${issued.replace('.eyJ', '.eyK')}~`, longSecret)).toBe('wrong no-match');
  });
});
