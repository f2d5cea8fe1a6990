import type { Key } from '../../key/key';
import type { Token } from '../../token/token';
import { contentKeyOf } from './contentKey';
import type { Cannot, Decryption, WrongKeyCode } from './decryption';
import { inflateContent } from './inflateContent';
import { recipientsOf } from './recipients';
import { readSealed, type Sealed } from './sealed';

export type { Decryption } from './decryption';

/**
 * Opens an encrypted token (RFC 7516 section 5.2) with the first key that fits, those with its kid first. A pure
 * read. Of a token for several recipients, one that can be opened is enough. The plaintext says nothing of who wrote
 * it: read it as a token and verify that.
 */
export async function decryptToken(token: Token, keys: readonly Key[]): Promise<Decryption> {
  const outcomes: Decryption[] = [];
  for (const sealed of readSealed(token)) {
    const opened = await openOne(sealed, keys);
    if (opened.state === 'decrypted') return opened;
    outcomes.push(opened);
  }
  return outcomes.reduce((one, other) => (one.state === 'cannot' ? other : one));
}

async function openOne(sealed: Sealed | Cannot, keys: readonly Key[]): Promise<Decryption> {
  if ('state' in sealed) return sealed;
  if (keys.length === 0) return { state: 'no-key', alg: sealed.alg };
  const recipients = recipientsOf(sealed, keys);
  if ('state' in recipients) return recipients;
  const failed: Failure[] = [];
  for (const key of recipients) {
    const opened = await openWith(sealed, key);
    if ('state' in opened && opened.state !== 'cannot') return opened;
    failed.push(opened);
  }
  return failureOf(failed, recipients);
}

type Failure = Cannot | { code: WrongKeyCode };

async function openWith(
  sealed: Sealed,
  key: Key,
): Promise<Extract<Decryption, { state: 'decrypted' }> | Failure> {
  const contentKey = await contentKeyOf(sealed, key);
  if (!contentKey) return { code: 'key-not-unwrapped' };
  if ('state' in contentKey) return contentKey;
  const opened = await sealed.content.open({ ...sealed, key: contentKey });
  if (!opened) return { code: 'content-not-opened' };
  const plaintext = sealed.zip ? await inflateContent(opened) : opened;
  if ('state' in plaintext) return plaintext;
  const { alg, enc, zip } = sealed;
  return { state: 'decrypted', key, alg, enc, plaintext, inflated: zip };
}

/** What is most worth telling: how far the best key came. */
function failureOf(failed: readonly Failure[], tried: readonly Key[]): Decryption {
  const cannot = failed.find((each) => 'state' in each);
  if (cannot && 'state' in cannot) return cannot;
  const further = failed.some(({ code }) => code === 'content-not-opened');
  return { state: 'wrong-key', code: further ? 'content-not-opened' : 'key-not-unwrapped', tried };
}
