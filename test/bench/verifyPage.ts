import { importJWK, jwtVerify } from 'jose';
import { readKeys } from '../../src/core/key/readKeys';
import { encodeBase64url } from '../../src/core/token/base64url';
import { verifySignatures } from '../../src/core/verify/verify';
import { signaturesIn, verifyText } from '../../src/core/verify/verifyText';
import { median } from './row';

const TOKENS = 200;
const ROUNDS = 11;
const text = new TextEncoder();
const encoded = (bytes: ArrayBuffer | Uint8Array) => encodeBase64url(new Uint8Array(bytes));
const part = (value: object) => encoded(text.encode(JSON.stringify(value)));

type Parameters = AlgorithmIdentifier | RsaPssParams | EcdsaParams;
interface Case {
  alg: string;
  key: AlgorithmIdentifier | RsaHashedKeyGenParams | EcKeyGenParams | HmacKeyGenParams;
  parameters: Parameters;
}

const sizes = [256, 384, 512];
const hash = (size: number) => `SHA-${size}`;
const rsa = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
const curves: Readonly<Record<number, string>> = { 256: 'P-256', 384: 'P-384', 512: 'P-521' };

const cases: readonly Case[] = [
  ...sizes.map((size) => ({
    alg: `HS${size}`,
    key: { name: 'HMAC', hash: hash(size), length: size },
    parameters: 'HMAC',
  })),
  ...sizes.map((size) => ({
    alg: `RS${size}`,
    key: { name: 'RSASSA-PKCS1-v1_5', ...rsa, hash: hash(size) },
    parameters: 'RSASSA-PKCS1-v1_5',
  })),
  ...sizes.map((size) => ({
    alg: `PS${size}`,
    key: { name: 'RSA-PSS', ...rsa, hash: hash(size) },
    parameters: { name: 'RSA-PSS', saltLength: size / 8 },
  })),
  ...sizes.map((size) => ({
    alg: `ES${size}`,
    key: { name: 'ECDSA', namedCurve: curves[size] ?? '' },
    parameters: { name: 'ECDSA', hash: hash(size) },
  })),
  { alg: 'EdDSA', key: { name: 'Ed25519' }, parameters: 'Ed25519' },
];

const names = ['known', 'whole', 'bare', 'jose'] as const;

async function timed(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return (performance.now() - start) / TOKENS;
}

async function measure({ alg, key, parameters }: Case) {
  const made = await crypto.subtle.generateKey(key, true, ['sign', 'verify']);
  const [signing, verifying] = 'privateKey' in made ? [made.privateKey, made.publicKey] : [made, made];
  const jwk = await crypto.subtle.exportKey('jwk', verifying);
  const reading = readKeys(JSON.stringify({ ...jwk, alg: undefined, key_ops: undefined }));
  if (!reading.ok) throw new Error(`the key of ${alg} could not be read: ${reading.fault.code}`);
  const { keys } = reading;
  const joseKey = await importJWK(jwk, alg);
  const inputs = Array.from(
    { length: TOKENS },
    (_, n) => `${part({ alg, typ: 'JWT' })}.${part({ sub: `user-${n}`, exp: 4_000_000_000 })}`,
  );
  const signatures = await Promise.all(
    inputs.map((input) => crypto.subtle.sign(parameters, signing, text.encode(input))),
  );
  const tokens = inputs.map((input, n) => `${input}.${encoded(signatures[n] ?? new ArrayBuffer(0))}`);
  const bytes = inputs.map((input) => text.encode(input));
  const read = tokens.map(signaturesIn);
  const mustBe = (right: boolean, who: string) => {
    if (!right) throw new Error(`${alg}: ${who} says no`);
  };
  const series = {
    async known() {
      for (const one of read) mustBe((await verifySignatures(one, keys)).state === 'verified', 'known');
    },
    async whole() {
      for (const one of tokens) mustBe((await verifyText(one, keys)).state === 'verified', 'whole');
    },
    async bare() {
      for (let n = 0; n < TOKENS; n++) {
        const [signature, input] = [signatures[n] ?? new ArrayBuffer(0), bytes[n] ?? new Uint8Array()];
        mustBe(await crypto.subtle.verify(parameters, verifying, signature, input), 'bare');
      }
    },
    async jose() {
      for (const one of tokens) await jwtVerify(one, joseKey);
    },
  };
  const times = { known: [] as number[], whole: [] as number[], bare: [] as number[], jose: [] as number[] };
  // The first rounds are those in which the browser still learns the code.
  for (let round = 0; round < 4; round++) for (const name of names) await series[name]();
  for (let round = 0; round < ROUNDS; round++) {
    // Each goes first in turn, so that none profits from its place.
    for (let at = 0; at < names.length; at++) {
      const name = names[(round + at) % names.length] ?? 'bare';
      times[name].push(await timed(series[name]));
    }
  }
  const { known, whole, bare, jose } = times;
  return { alg, known: median(known), whole: median(whole), bare: median(bare), jose: median(jose) };
}

const results: Awaited<ReturnType<typeof measure>>[] = [];
for (const one of cases) results.push(await measure(one));
Object.assign(globalThis, { results });
