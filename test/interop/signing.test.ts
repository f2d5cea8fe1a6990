import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { compactDecrypt, compactVerify, importJWK, jwtVerify } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Key } from '../../src/core/key/key';
import { guideStart } from '../../src/core/sign/edit/presets';
import { exportsOf } from '../../src/core/sign/exports';
import { keyOf, makeKey, recipes } from '../../src/core/sign/generate';
import { encryptCompact } from '../../src/core/sign/jwe/encrypt';
import { signingAlgorithms } from '../../src/core/sign/jws/fitting';
import { signCompact } from '../../src/core/sign/jws/sign';
import { algorithms } from '../../src/core/verify/algorithms';

const nowSeconds = Math.floor(Date.now() / 1000);
const payload = `{ "user_id" : 123,\n "username":"jösé 😀", "exp": ${nowSeconds + 3600} }`;

/** A token that was made here with a key that was made here, and what a verifier is given. */
interface Made {
  alg: string;
  name: string;
  token: string;
  /** The secret's text, or the public key in PEM. */
  key: string;
  jwk: string;
}

async function madeWith(key: Key, name: string, secretText: string): Promise<readonly Made[]> {
  const forms = new Map((await exportsOf(key, secretText)).map(({ form, text }) => [form, text]));
  return Promise.all(
    [...new Set(signingAlgorithms(key))].map(async (alg) => {
      const signing = await signCompact({ header: `{"alg":"${alg}" ,"typ":"JWT"}`, payload, key });
      if (signing.state !== 'signed') throw new Error(`${alg}: ${signing.code}`);
      const secret = forms.get('secret');
      const jwk = forms.get(secret === undefined ? 'public-jwk' : 'jwk') ?? '';
      return { alg, name, token: signing.token, key: secret ?? forms.get('spki') ?? '', jwk };
    }),
  );
}

/** One key of each kind, with every algorithm that it can sign with. */
async function makeAll(): Promise<readonly Made[]> {
  const kinds = recipes.filter(({ use, name }) => use === 'sig' && !/3072|4096/.test(name));
  const made = await Promise.all(
    kinds.map(async (recipe) => {
      const { text, encoding } = await makeKey(recipe);
      const key = keyOf({ text, ...(encoding && { encoding }) });
      if (!key) throw new Error(recipe.name);
      return madeWith(key, recipe.name, text);
    }),
  );
  return made.flat();
}

/** What each library can verify: PyJWT 2.6, jsonwebtoken 9, jose 6 on Node 20. */
const knownTo = {
  PyJWT: /^(?:HS|RS|PS|ES)|^EdDSA$/,
  jsonwebtoken: /^(?:HS|RS|PS)|^ES(?:256|384|512)$/,
  jose: /^(?:HS|RS|PS)|^ES(?:256|384|512)$|^Ed(?:DSA|25519)$/,
};

describe('tokens that are made here', () => {
  let all: readonly Made[];
  beforeAll(async () => {
    all = await makeAll();
  });

  const forLibrary = (name: keyof typeof knownTo) => all.filter(({ alg }) => knownTo[name].test(alg));

  test('exist for every algorithm', () => {
    expect(new Set(all.map(({ alg }) => alg))).toEqual(new Set(algorithms.map(({ name }) => name)));
  });

  test('are accepted by PyJWT', () => {
    const made = forLibrary('PyJWT');
    const calls = made.map(({ alg, token, key }) => ({ token, key, algorithms: [alg] }));
    const script = fileURLToPath(new URL('./pyjwt_verdicts.py', import.meta.url));
    const input = JSON.stringify({ now: nowSeconds, calls });
    const output = execFileSync('/usr/bin/python3', [script], { input }).toString();
    const { answers } = JSON.parse(output) as { answers: unknown[] };
    for (const [at, { alg, name }] of made.entries())
      expect(answers[at], `${alg} ${name}`).toEqual({ state: 'accepts' });
    expect(new Set(made.map(({ alg }) => alg)).size).toBe(14);
  });

  test('are accepted by jsonwebtoken', () => {
    const made = forLibrary('jsonwebtoken');
    for (const { alg, token, key } of made) {
      const options = { algorithms: [alg as jsonwebtoken.Algorithm] };
      expect(jsonwebtoken.verify(token, key, options), alg).toMatchObject({ username: 'jösé 😀' });
    }
    expect(new Set(made.map(({ alg }) => alg)).size).toBe(12);
  });

  test('are accepted by jose', async () => {
    const made = forLibrary('jose').filter(({ name }) => name !== 'Ed448');
    for (const { alg, token, jwk } of made) {
      const key = await importJWK(JSON.parse(jwk), alg);
      const { payload: claims } = await jwtVerify(token, key, { algorithms: [alg] });
      expect(claims.username, alg).toBe('jösé 😀');
    }
    expect(new Set(made.map(({ alg }) => alg)).size).toBe(14);
  });

  test('hold header and payload byte for byte', async () => {
    const made = all.find(({ alg }) => alg === 'ES256');
    const verified = await compactVerify(made?.token ?? '', createPublicKey(made?.key ?? ''));
    expect(new TextDecoder().decode(verified.payload)).toBe(payload);
  });
});

test('the guide’s token holds what the guide’s app puts in its own', async () => {
  const { header, payload: claims } = guideStart(nowSeconds);
  const key = keyOf({ text: 'your-secret-key', encoding: 'text' });
  const signing = await signCompact({ header, payload: claims, key });
  const token = signing.state === 'signed' ? signing.token : '';
  expect(jsonwebtoken.verify(token, 'your-secret-key')).toEqual({
    user_id: 123,
    username: 'john_doe',
    exp: nowSeconds + 3600,
  });
});

test('a token encrypted to a key that was made here is opened by jose', async () => {
  const recipe = recipes.find(({ name }) => name === 'RSA 2048');
  const key = recipe && keyOf(await makeKey(recipe));
  if (!key) throw new Error('no key');
  const header = '{"alg":"RSA-OAEP-256","enc":"A256CBC-HS512"}';
  const encryption = await encryptCompact({ header, plaintext: payload, key });
  const forms = new Map((await exportsOf(key)).map(({ form, text }) => [form, text]));
  const jwk = await importJWK(JSON.parse(forms.get('jwk') ?? ''), 'RSA-OAEP-256');
  const token = encryption.state === 'encrypted' ? encryption.token : '';
  const { plaintext } = await compactDecrypt(token, jwk);
  expect(new TextDecoder().decode(plaintext)).toBe(payload);
});
