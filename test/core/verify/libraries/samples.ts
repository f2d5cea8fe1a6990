import { pairOf, pemOf } from '../../key/madeKeys';
import { assemble, longSecret, signWithNode } from '../signing';

/** One call of a library: what it is given, and when. */
export interface Sample {
  token: string;
  key: string;
  settings: { algorithms?: string[]; audience?: string; issuer?: string; leewaySeconds?: number };
}

export const nowSeconds = 1_700_000_000;

/** A generator of its own (Lehmer), so that every run sees the same tokens. */
function chooser(): <T>(choices: readonly T[]) => T {
  let state = 20_261_122;
  return (choices) => {
    state = (state * 48_271) % 2_147_483_647;
    return choices[state % choices.length] as (typeof choices)[number];
  };
}

const shortSecret = 'your-secret-key';
const signers = [
  { alg: 'HS256', signingKey: longSecret, key: longSecret },
  { alg: 'HS512', signingKey: longSecret, key: longSecret },
  { alg: 'HS256', signingKey: shortSecret, key: shortSecret },
  ...(
    [
      ['RS256', 'rsa'],
      ['PS384', 'rsa'],
      ['ES256', 'p256'],
      ['ES512', 'p521'],
      ['EdDSA', 'ed25519'],
      ['Ed25519', 'ed25519'],
      ['ES256K', 'secp256k1'],
    ] as const
  ).map(([alg, name]) => ({
    alg,
    signingKey: pairOf(name).privateKey,
    key: pemOf(pairOf(name).publicKey, 'spki'),
  })),
];

const times = [
  nowSeconds - 1,
  nowSeconds,
  nowSeconds + 1,
  nowSeconds + 5,
  nowSeconds + 0.5,
  nowSeconds - 0.5,
  0,
  -1,
  '1700000005',
  ' 12 ',
  '1_0',
  '1.5',
  '',
  null,
  true,
  [],
  {},
];
const headers: readonly object[] = [
  {},
  {},
  {},
  { typ: 'JWT' },
  { kid: 5 },
  { kid: 'k' },
  { crit: [] },
  { crit: ['exp'], exp: 1 },
  { crit: ['b64'] },
  { crit: 'b64' },
  { alg: 'none' },
  { alg: 'HS384' },
  { alg: 'HS256' },
  { alg: 'RS256' },
  { alg: null },
  { alg: 'XX' },
];
const claims: readonly object[] = [
  {},
  { aud: 'me' },
  { aud: ['me', 'you'] },
  { aud: 'you' },
  { aud: [] },
  { aud: [1] },
  { aud: 5 },
  { aud: '' },
  { iss: 'them' },
  { iss: 5 },
  { sub: 7 },
];
const settings: readonly Sample['settings'][] = [
  {},
  {},
  {},
  { audience: 'me' },
  { issuer: 'them' },
  { leewaySeconds: 5 },
  { audience: 'me', issuer: 'them', leewaySeconds: 1 },
  { algorithms: ['HS256', 'RS256', 'ES256', 'EdDSA', 'XX'] },
];
const payloads: readonly (string | undefined)[] = [
  ...Array.from({ length: 12 }, () => undefined),
  '[]',
  '5',
  'null',
  'true',
];

/** Tokens that are right, wrong, expired, odd, and several of these at once. */
export function samples(count: number): readonly Sample[] {
  const choose = chooser();
  return Array.from({ length: count }, () => {
    const { alg, signingKey, key } = choose(signers);
    const time = () => (choose([true, false, false]) ? choose(times) : undefined);
    const claimed = {
      exp: time() ?? nowSeconds + 60,
      nbf: time(),
      iat: time(),
      ...choose(claims),
      ...choose(claims),
    };
    const payload = choose(payloads) ?? JSON.stringify(claimed);
    const whole = assemble({ alg, ...choose(headers) }, payload, (input) =>
      signWithNode(alg, signingKey, input),
    );
    const token = choose<(text: string) => string>([
      (text) => text,
      (text) => text,
      (text) => text,
      (text) => text.slice(0, text.lastIndexOf('.') + 1),
      (text) => text.slice(0, -8),
      (text) => `${text.slice(0, text.lastIndexOf('.') + 1)}AAAA${text.slice(text.lastIndexOf('.') + 5)}`,
    ])(whole);
    return { token, key: choose([key, key, key, choose(signers).key]), settings: choose(settings) };
  });
}
