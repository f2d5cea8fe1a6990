import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { readKeys } from '../../../src/core/key/readKeys';
import { thumbprintOf } from '../../../src/core/key/thumbprint';
import { exportsOf, jwksText } from '../../../src/core/sign/exports';
import { keyOf, makeKey, recipes } from '../../../src/core/sign/generate';
import { signingAlgorithms } from '../../../src/core/sign/jws/fitting';
import { signCompact } from '../../../src/core/sign/jws/sign';
import { readToken } from '../../../src/core/token/read';
import { verifySignature } from '../../../src/core/verify/verify';

// Finding two large primes takes a while, and longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** What node:crypto can import. */
const unknownToNode = /ML-DSA/;

describe.each(recipes)('a new key: $name', (recipe) => {
  const made = makeKey(recipe);
  const key = async () => {
    const found = keyOf(await made);
    if (!found) throw new Error('no key');
    return found;
  };

  it('reads as the key that it is, also when its text is pasted without more', async () => {
    const { text } = await made;
    const pasted = readKeys(text);
    expect(pasted.ok && pasted.keys[0]).toEqual(await key());
    expect((await makeKey({ ...recipe, make: { secretBytes: 33 } })).text).not.toBe(text);
  });

  if (recipe.use === 'sig') {
    it('signs what it verifies, with each of its algorithms', async () => {
      const own = await key();
      const algorithms = signingAlgorithms(own);
      expect(algorithms.length).toBeGreaterThan(0);
      for (const alg of algorithms) {
        const signing = await signCompact({ header: JSON.stringify({ alg }), payload: '{}', key: own });
        const token = readToken(signing.state === 'signed' ? signing.token : '');
        expect(await verifySignature(token, [own]), alg).toMatchObject({ state: 'verified' });
      }
    });
  }

  it('is named by its thumbprint where it has a public half', async () => {
    const own = await key();
    expect(own.kid).toBe(own.kind === 'secret' ? undefined : await thumbprintOf(own));
  });

  it('reads the same from every form that it is exported to', async () => {
    const own = await key();
    const { text } = await made;
    const exported = await exportsOf(own, text);
    const forms = exported.map(({ form }) => form);
    expect(forms).toEqual(
      own.kind === 'secret' ? ['secret', 'jwk'] : ['pkcs8', 'spki', 'jwk', 'public-jwk', 'jwks'],
    );
    for (const each of exported) {
      const reading = readKeys(each.text);
      const [again] = reading.ok ? reading.keys : [];
      expect(again && (await thumbprintOf(again)), each.form).toBe(await thumbprintOf(own));
      expect(again?.kind === 'secret' || again?.private, each.form).toBe(each.private);
    }
  });

  if (!('secretBytes' in recipe.make) && !unknownToNode.test(recipe.name)) {
    it('is read by OpenSSL', async () => {
      const exported = new Map((await exportsOf(await key())).map(({ form, text }) => [form, text]));
      const jwk = JSON.parse(exported.get('public-jwk') ?? '') as JsonWebKey;
      const fromPem = createPublicKey(createPrivateKey(exported.get('pkcs8') ?? ''));
      const der = { type: 'spki', format: 'der' } as const;
      expect(fromPem.export(der)).toEqual(createPublicKey(exported.get('spki') ?? '').export(der));
      expect(fromPem.export(der)).toEqual(createPublicKey({ key: jwk, format: 'jwk' }).export(der));
    });
  }
});

describe('sizes', () => {
  it.each([
    ['HS256', 256],
    ['HS384', 384],
    ['HS512', 512],
  ])('a secret for %s has at least the bits that RFC 7518 section 3.2 asks for', async (name, bits) => {
    const recipe = recipes.find((each) => each.name === name);
    const made = recipe && (await makeKey(recipe));
    expect(made && keyOf(made)?.bits).toBeGreaterThanOrEqual(bits);
    expect(Buffer.from(made?.text ?? '', 'base64url').length * 8).toBeGreaterThanOrEqual(bits);
    expect(made && keyOf(made)?.notes).toEqual([]);
  });
});

describe('a set of keys', () => {
  it('holds public halves only', async () => {
    const texts = await Promise.all(
      recipes
        .filter(({ name }) => name === 'P-256' || name === 'Ed25519')
        .map(async (recipe) => {
          const own = keyOf(await makeKey(recipe));
          const half = own && (await exportsOf(own)).find(({ form }) => form === 'public-jwk');
          return half?.text ?? '';
        }),
    );
    const reading = readKeys(jwksText(texts));
    expect(reading).toMatchObject({
      ok: true,
      format: 'jwks',
      keys: [{ private: false }, { private: false }],
    });
  });
});
