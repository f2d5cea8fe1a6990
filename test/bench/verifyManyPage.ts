import { signal } from '@preact/signals';
import type { Key } from '../../src/core/key/key';
import { readKeys } from '../../src/core/key/readKeys';
import { encodeBase64url } from '../../src/core/token/base64url';
import type { Capture, Exchange } from '../../src/core/traffic/exchange';
import { verifyAll } from '../../src/ui/model/continuous';
import { createVerdicts } from '../../src/ui/model/verdicts';
import { median } from './row';

const TOKENS = 1_000;
const ROUNDS = 7;
const text = new TextEncoder();
const part = (value: object) => encodeBase64url(text.encode(JSON.stringify(value)));

interface Signer {
  key: Key;
  sign(n: number): Promise<string>;
}

const kinds = [
  { alg: 'HS256', key: { name: 'HMAC', hash: 'SHA-256', length: 256 }, parameters: 'HMAC' },
  {
    alg: 'RS256',
    key: {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    parameters: 'RSASSA-PKCS1-v1_5',
  },
  {
    alg: 'ES256',
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    parameters: { name: 'ECDSA', hash: 'SHA-256' },
  },
] as const;

/** Ten keys of three kinds; every second one has a name that its tokens ask for. */
async function makeSigner(n: number): Promise<Signer> {
  const { alg, key, parameters } = kinds[n % kinds.length] ?? kinds[0];
  const made = await crypto.subtle.generateKey(key, true, ['sign', 'verify']);
  const [signing, verifying] = 'privateKey' in made ? [made.privateKey, made.publicKey] : [made, made];
  const { alg: _alg, key_ops: _operations, ...jwk } = await crypto.subtle.exportKey('jwk', verifying);
  const kid = n % 2 === 0 ? { kid: `key-${n}` } : {};
  const reading = readKeys(JSON.stringify({ ...jwk, ...kid }));
  const [own] = reading.ok ? reading.keys : [];
  if (!own) throw new Error(`the key of ${alg} could not be read`);
  return {
    key: own,
    async sign(at) {
      const claims = {
        iss: 'https://login.example/',
        sub: `user-${at}`,
        scope: 'a b c'.repeat(40),
        exp: 4e9,
      };
      const input = `${part({ alg, typ: 'JWT', ...kid })}.${part(claims)}`;
      const signature = await crypto.subtle.sign(parameters, signing, text.encode(input));
      return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
    },
  };
}

const signers = await Promise.all(Array.from({ length: 10 }, (_, n) => makeSigner(n)));
const tokens = await Promise.all(
  Array.from({ length: TOKENS }, (_, at) => signers[at % signers.length]?.sign(at) ?? ''),
);
const keys = signers.map(({ key }) => key);
const exchange = {} as Exchange;
const capture = {} as Capture;
const rows = tokens.map((each) => ({
  text: each,
  summary: { valid: true, timeNotes: [] },
  exchange,
  capture,
  requests: 1,
  refused: 0,
  carrying: [],
  nth: 0,
}));

/** From the moment at which the list and the keys are there until the last verdict is. Milliseconds. */
async function ours(): Promise<number> {
  const verdicts = createVerdicts();
  const start = performance.now();
  const model = { tokens: signal(rows), verdicts, keys: { all: signal(keys), for: () => keys } };
  const end = verifyAll(model as never);
  const last = () => tokens.every((each) => verdicts.of(each).value !== undefined);
  for (let at = 0; !last(); at++) await new Promise((done) => setTimeout(done, at < 2 ? 0 : 1));
  const took = performance.now() - start;
  end();
  if (tokens.some((each) => verdicts.of(each).value?.state !== 'verified')) throw new Error('not verified');
  return took;
}

type Call = Parameters<SubtleCrypto['verify']>;

/** The verifications that one round asked the platform for. */
async function neededCalls(): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const { verify } = crypto.subtle;
  Object.defineProperty(crypto.subtle, 'verify', {
    configurable: true,
    value: (...call: Call) => {
      calls.push(call);
      return verify.apply(crypto.subtle, call);
    },
  });
  await ours();
  Object.defineProperty(crypto.subtle, 'verify', { configurable: true, value: verify });
  return calls;
}

const calls = await neededCalls();

/** The same verifications one after the other, and nothing else. */
async function bare(): Promise<number> {
  const start = performance.now();
  for (const call of calls) await crypto.subtle.verify(...call);
  return performance.now() - start;
}

const times = { ours: [] as number[], bare: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  times.ours.push(await ours());
  times.bare.push(await bare());
}
const results = [{ needed: calls.length, ours: median(times.ours), bare: median(times.bare) }];
Object.assign(globalThis, { results });
