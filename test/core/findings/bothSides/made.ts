import { createHash } from 'node:crypto';
import type { Context } from '../../../../src/core/findings/situation';
import type { Exchange } from '../../../../src/core/traffic/exchange';
import { exchange, nowSeconds, sent, token, verifiedWith, without } from '../samples';

export type Sample = readonly [text: string, context?: Partial<Context>];

export const inTraffic = (...exchanges: readonly Exchange[]) => ({ exchanges });
export const carried = (text: string, ...exchanges: readonly Exchange[]): Sample => [
  text,
  inTraffic(...exchanges),
];
export const set = (
  text: string,
  after: string,
  url = 'https://app.example.com/login',
  name = 'sid',
): Sample => carried(text, exchange([['set-cookie', name, text, { after }]], { url }));
export const plain = token();
export const hs = token({ alg: 'HS256' });
export const longSecret = 'q7Vn2-Xw8_Lr5Tz1Bc9Kd4Mf6Hg3Js0Pe-unlisted-and-long';
export const point = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
/** RFC 7638 thumbprint of that key. */
export const jkt = createHash('sha256')
  .update(JSON.stringify({ crv: point.crv, kty: point.kty, x: point.x, y: point.y }))
  .digest('base64url');
export const ath = (text: string) => createHash('sha256').update(text).digest('base64url');
export const half = (text: string) =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

export const proof = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
  token(
    { alg: 'ES256', typ: 'dpop+jwt', jwk: point, ...header },
    {
      ...without('iss', 'sub', 'aud', 'exp'),
      jti: 'j1',
      htm: 'GET',
      htu: 'https://api.example.com/data',
      iat: nowSeconds,
      ...claims,
    },
  );
export const bound = token({}, { cnf: { jkt } });
export const withProof = (access: string, dpop: string, more: Partial<Exchange> = {}, scheme = 'DPoP ') =>
  exchange(
    [
      ['request-header', 'authorization', access, { before: scheme }],
      ['request-header', 'dpop', dpop],
    ],
    more,
  );
export const good = proof({ ath: ath(bound) });
export const idClaims = { nonce: 'n1', auth_time: nowSeconds, acr: '1', aud: 'client-1' };
export const idToken = token({}, idClaims);
export const given = (id: string, access: string) =>
  exchange([
    ['response-body', '$.access_token', access],
    ['response-body', '$.id_token', id],
  ]);
export const rsJwk = (more: object) =>
  JSON.stringify({
    kty: 'RSA',
    n: Buffer.alloc(256, 0xa7).toString('base64url'),
    e: 'AQAB',
    kid: 'k1',
    ...more,
  });
export const payloadOf = (claims: Record<string, unknown>): Sample => [token({}, claims)];
export const withHeader = (header: Record<string, unknown>, claims = {}): Sample => [token(header, claims)];
export const iban = 'DE89 3704 0044 0532 0130 00';
export const card = '4111 1111 1111 1111';

export function verifiedAsSecret(text: string) {
  const verdict = verifiedWith(longSecret);
  return verdict.state === 'verified'
    ? {
        ...verdict,
        key: { ...verdict.key, bits: 8 * text.length, notes: [{ code: 'looks-like-key' as const }] },
      }
    : verdict;
}
export function withNote(code: 'roca') {
  const verdict = verifiedWith(rsJwk({}), 'RS256');
  return verdict.state === 'verified' ? { ...verdict, key: { ...verdict.key, notes: [{ code }] } } : verdict;
}
export function jwe(header: Record<string, unknown>): string {
  return `${Buffer.from(JSON.stringify({ enc: 'A128GCM', ...header })).toString('base64url')}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`;
}
export function big(characters: number): string {
  return token({}, { padding: 'x'.repeat(Math.floor((characters - plain.length) * 0.75)) });
}
export function acceptance() {
  const old = token({}, { iat: nowSeconds - 9_000, exp: nowSeconds - 5_000 });
  const grace = token({}, { iat: nowSeconds - 9_000, exp: nowSeconds - 100 });
  return {
    fires: [carried(old, sent(old))],
    silent: [
      carried(old, sent(old, { status: 401 })),
      carried(grace, sent(grace)),
      carried(plain, sent(plain)),
      carried(old, exchange([['response-body', '', old]])),
    ],
  };
}
export function refreshing() {
  const refresh = token({}, { token_type: 'refresh' });
  return {
    fires: [carried(refresh, sent(refresh))],
    silent: [
      carried(refresh, sent(refresh, { url: 'https://api.example.com/refresh' })),
      carried(plain, sent(plain)),
    ],
  };
}
export function admin() {
  const key = (role: string) => token({ alg: 'HS256' }, { iss: 'supabase', ref: 'abcdefgh', role });
  return {
    fires: [carried(key('service_role'), sent(key('service_role')))],
    silent: [carried(key('anon'), sent(key('anon'))), [key('service_role')]] as Sample[],
  };
}
export function as(typ: string, ...exchanges: readonly Exchange[]): Sample {
  return carried(token({ typ }, { client_id: 'c', jti: 'j' }), ...exchanges);
}
export function hybrid(code: string): Sample {
  const id = token({}, { ...idClaims, c_hash: half('code1') });
  return carried(
    id,
    exchange([['url-fragment', 'id_token', id]], {
      url: `https://app.example.com/cb#code=${code}&id_token=${id}`,
    }),
  );
}
export function fromAddress(text: string): Sample {
  return carried(text, exchange([['url-fragment', 'id_token', text]]));
}
export function asked(nonce: string): Sample {
  const url = `https://issuer.example.com/authorize?client_id=client-1&response_type=code&nonce=${nonce}`;
  return carried(
    idToken,
    exchange([['url-query', 'id_token_hint', plain]], { url }),
    exchange([['response-body', '$.id_token', idToken]]),
  );
}
export function disagreeing() {
  const other = token({}, { sub: 'user-2', jti: '2' });
  const pairwise = token({}, { sub: 'user-2', aud: 'other' });
  const foreign = token({}, { sub: 'user-2', iss: 'https://other.example' });
  const both = (one: string, two: string): Sample =>
    carried(
      one,
      exchange([
        ['request-header', 'authorization', one],
        ['request-cookie', 'sid', two],
      ]),
    );
  return {
    fires: [both(plain, other)],
    silent: [both(plain, pairwise), both(plain, foreign), both(plain, token({}, { jti: '2' }))],
  };
}
export function thirdParty() {
  const healthyElsewhere = token({}, without('iss', 'aud'));
  const own = sent(plain);
  const firebase = token({}, { iss: 'https://securetoken.google.com/p', aud: 'p' });
  return {
    fires: [carried(plain, own, sent(plain, { url: 'https://collector.tracking.example/x' }))],
    silent: [
      carried(plain, own, sent(plain, { url: 'https://app.example.com/x' })),
      carried(plain, own, sent(plain, { url: 'https://issuer.example.com/userinfo' })),
      carried(healthyElsewhere, sent(healthyElsewhere, { url: 'https://api-somewhere.example/x' })),
      carried(
        firebase,
        sent(firebase, { url: 'https://app.example.com/x' }),
        sent(firebase, { url: 'https://firestore.googleapis.com/x' }),
      ),
    ],
  };
}

/** For each rule what it must find, and what looks alike and is fine. */
export type Sides = Readonly<Record<string, { fires: readonly Sample[]; silent: readonly Sample[] }>>;

/** As AWS's load balancers sign; each part of it may end with =. */
export const balancer = token({
  alg: 'ES256',
  signer: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/0123456789abcdef',
});
/** A client that acts for itself, as IdentityServer writes it. */
export const machine: Sample = [
  token({ typ: 'at+jwt' }, { client_id: 'c', jti: 'j', sub: undefined, scope: ['a'] }),
];
