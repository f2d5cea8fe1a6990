import { createHash } from 'node:crypto';
import { CompactEncrypt, GeneralEncrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { compareTokens } from '../../../src/core/compare/compareTokens';
import { withContent } from '../../../src/core/compare/content';
import { contentOf } from '../../../src/core/compare/readContent';
import { readKeys } from '../../../src/core/key/readKeys';
import { readToken } from '../../../src/core/token/read';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const secret = Buffer.alloc(32, 7);
const reading = readKeys(secret.toString('hex'), 'hex');
const keys = reading.ok ? reading.keys : [];

const header = { alg: 'dir', enc: 'A256GCM' };
const encrypted = (content: string) =>
  new CompactEncrypt(Buffer.from(content)).setProtectedHeader(header).encrypt(secret);
const signed = (payload: string) => `${encode('{"alg":"ES256"}')}.${encode(payload)}.AAAA`;

const role = encode('["salt","role", 1.0]');
const concealed = `{"sub":"a","_sd":["${createHash('sha256').update(role).digest('base64url')}"]}`;
const sdJwt = (...disclosures: string[]) => `${[signed(concealed), ...disclosures].join('~')}~`;

const said = async (text: string, given = keys) => {
  const content = await contentOf(readToken(text), given);
  return content && [content.how, content.payload.text];
};

describe('what a token says to its recipient', () => {
  it('is of an SD-JWT what its disclosures reveal', async () => {
    expect(await said(sdJwt(role))).toEqual(['processed', '{"sub":"a","role":1.0}']);
  });

  it('is not known of an SD-JWT that must be refused', async () => {
    expect(await said(sdJwt(role, encode('["salt","nobody asked",1]')))).toBeUndefined();
  });

  it('is of an encrypted one what was inside', async () => {
    expect(await said(await encrypted('{"sub":"b"}'))).toEqual(['decrypted', '{"sub":"b"}']);
    expect(await said(await encrypted(signed('{"sub":"c"}')))).toEqual(['decrypted', '{"sub":"c"}']);
    expect(await said(await encrypted(sdJwt(role)))).toEqual(['decrypted', '{"sub":"a","role":1.0}']);
    const general = await new GeneralEncrypt(Buffer.from('{"sub":"d"}'))
      .setProtectedHeader({ enc: 'A256GCM' })
      .addRecipient(secret)
      .setUnprotectedHeader({ alg: 'A256KW' })
      .encrypt();
    expect(await said(JSON.stringify(general))).toEqual(['decrypted', '{"sub":"d"}']);
  });

  it('is not known of an encrypted one without its key', async () => {
    expect(await said(await encrypted('{"sub":"b"}'), [])).toBeUndefined();
  });

  it('is the payload of any other as it stands', async () => {
    expect(await said(signed('{"sub":"c"}'))).toBeUndefined();
  });
});

it('tokens are compared by it', async () => {
  const tokens = await Promise.all(
    [sdJwt(role), await encrypted('{"role":1,"sub":"z"}')].map(async (text) => {
      const token = readToken(text);
      return withContent(token, await contentOf(token, keys));
    }),
  );
  const [one, other] = tokens;
  const { payload } = compareTokens(one ?? readToken(''), other ?? readToken(''));
  expect(payload).toMatchObject({ state: 'different', differences: [{ path: ['sub'], kind: 'changed' }] });
});
