import { readKeys } from '../../src/core/key/readKeys';
import { encodeBase64url } from '../../src/core/token/base64url';
import { readToken } from '../../src/core/token/read';
import { verifySignature } from '../../src/core/verify/verify';

const TOKENS = 200;
const ROUNDS = 15;
const text = new TextEncoder();
const encoded = (bytes: ArrayBuffer | Uint8Array) => encodeBase64url(new Uint8Array(bytes));
const part = (value: object) => encoded(text.encode(JSON.stringify(value)));

type Parameters = AlgorithmIdentifier | RsaPssParams | EcdsaParams;
interface Case {
  alg: string;
  key: AlgorithmIdentifier | RsaHashedKeyGenParams | EcKeyGenParams | HmacKeyGenParams;
  parameters: Parameters;
}

const rsa = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
const cases: Case[] = [
  { alg: 'HS256', key: { name: 'HMAC', hash: 'SHA-256', length: 256 }, parameters: 'HMAC' },
  { alg: 'RS256', key: { name: 'RSASSA-PKCS1-v1_5', ...rsa }, parameters: 'RSASSA-PKCS1-v1_5' },
  { alg: 'PS256', key: { name: 'RSA-PSS', ...rsa }, parameters: { name: 'RSA-PSS', saltLength: 32 } },
  {
    alg: 'ES256',
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    parameters: { name: 'ECDSA', hash: 'SHA-256' },
  },
  { alg: 'EdDSA', key: { name: 'Ed25519' }, parameters: 'Ed25519' },
];

async function measure({ alg, key, parameters }: Case) {
  const made = await crypto.subtle.generateKey(key, true, ['sign', 'verify']);
  const [signing, verifying] = 'privateKey' in made ? [made.privateKey, made.publicKey] : [made, made];
  const reading = await readKeys(JSON.stringify(await crypto.subtle.exportKey('jwk', verifying)));
  if (!reading.ok) throw new Error(`the key of ${alg} could not be read: ${reading.fault.code}`);
  const inputs = Array.from(
    { length: TOKENS },
    (_, n) => `${part({ alg })}.${part({ sub: `user-${n}`, exp: 2_000_000_000 })}`,
  );
  const signatures = await Promise.all(
    inputs.map((input) => crypto.subtle.sign(parameters, signing, text.encode(input))),
  );
  const tokens = inputs.map((input, n) => `${input}.${encoded(signatures[n] ?? new ArrayBuffer(0))}`);
  const bytes = inputs.map((input) => text.encode(input));

  const verified = async (read: ReturnType<typeof readToken>[]) => {
    const start = performance.now();
    for (const token of read) {
      const { state } = await verifySignature(token, reading.keys);
      if (state !== 'verified') throw new Error(`${alg}: ${state}`);
    }
    return performance.now() - start;
  };
  const seenBefore = tokens.map((token) => readToken(token));
  const known = () => verified(seenBefore);
  // Anew each time: nothing of an earlier check of the same token may help.
  const fresh = () => verified(tokens.map((token) => readToken(token)));
  const bare = async () => {
    const start = performance.now();
    for (let n = 0; n < TOKENS; n++) {
      const right = await crypto.subtle.verify(
        parameters,
        verifying,
        signatures[n] ?? new ArrayBuffer(0),
        bytes[n] ?? new Uint8Array(),
      );
      if (!right) throw new Error(`${alg}: bare verify says no`);
    }
    return performance.now() - start;
  };
  const series = { known, fresh, bare };
  const times = { known: [] as number[], fresh: [] as number[], bare: [] as number[] };
  const names = ['known', 'fresh', 'bare'] as const;
  for (const name of names) await series[name]();
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) times[name].push(await series[name]());
  }
  const middle = (list: number[]) => (list.toSorted((x, y) => x - y)[ROUNDS >> 1] ?? 0) / TOKENS;
  return { alg, known: middle(times.known), fresh: middle(times.fresh), bare: middle(times.bare) };
}

const results: Awaited<ReturnType<typeof measure>>[] = [];
for (const one of cases) results.push(await measure(one));
Object.assign(globalThis, { results });
