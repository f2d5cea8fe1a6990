import { expect, test } from 'vitest';
import { readKeys } from '../../src/core/key/readKeys';
import { readToken } from '../../src/core/token/read';
import { verifySignature } from '../../src/core/verify/verify';
import { keyTextsOf } from '../core/verify/keyTexts';
import { longSecret } from '../core/verify/signing';
import { signedByAll } from './signers';

const tokens = await signedByAll();

test.each(tokens)(
  'what $library signs with $alg and $key verifies, with the key in every format',
  async ({ alg, key, token }) => {
    const texts = key === 'secret' ? [longSecret] : Object.values(keyTextsOf(key));
    for (const text of texts) {
      const reading = readKeys(text);
      const keys = reading.ok ? reading.keys : [];
      expect(await verifySignature(readToken(token), keys), text).toMatchObject({ state: 'verified', alg });
    }
  },
);
