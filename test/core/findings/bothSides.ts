import { createHash } from 'node:crypto';
import type { Context } from '../../../src/core/findings/situation';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { exchange, keysOf, nowSeconds, sent, signatureFor, token, verifiedWith, without } from './samples';

export type Sample = readonly [text: string, context?: Partial<Context>];

const inTraffic = (...exchanges: readonly Exchange[]) => ({ exchanges });
const carried = (text: string, ...exchanges: readonly Exchange[]): Sample => [text, inTraffic(...exchanges)];
const set = (text: string, after: string, url = 'https://app.example.com/login', name = 'sid'): Sample =>
  carried(text, exchange([['set-cookie', name, text, { after }]], { url }));
const plain = token();
const hs = token({ alg: 'HS256' });
const longSecret = 'q7Vn2-Xw8_Lr5Tz1Bc9Kd4Mf6Hg3Js0Pe-unlisted-and-long';
const point = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
/** RFC 7638 thumbprint of that key. */
const jkt = createHash('sha256')
  .update(JSON.stringify({ crv: point.crv, kty: point.kty, x: point.x, y: point.y }))
  .digest('base64url');
const ath = (text: string) => createHash('sha256').update(text).digest('base64url');
const half = (text: string) =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

const proof = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
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
const bound = token({}, { cnf: { jkt } });
const withProof = (access: string, dpop: string, more: Partial<Exchange> = {}, scheme = 'DPoP ') =>
  exchange(
    [
      ['request-header', 'authorization', access, { before: scheme }],
      ['request-header', 'dpop', dpop],
    ],
    more,
  );
const good = proof({ ath: ath(bound) });
const idClaims = { nonce: 'n1', auth_time: nowSeconds, acr: '1', aud: 'client-1' };
const idToken = token({}, idClaims);
const given = (id: string, access: string) =>
  exchange([
    ['response-body', '$.access_token', access],
    ['response-body', '$.id_token', id],
  ]);
const rsJwk = (more: object) =>
  JSON.stringify({
    kty: 'RSA',
    n: Buffer.alloc(256, 0xa7).toString('base64url'),
    e: 'AQAB',
    kid: 'k1',
    ...more,
  });
const payloadOf = (claims: Record<string, unknown>): Sample => [token({}, claims)];
const withHeader = (header: Record<string, unknown>, claims = {}): Sample => [token(header, claims)];
const iban = 'DE89 3704 0044 0532 0130 00';
const card = '4111 1111 1111 1111';

/** For each rule what it must find, and what looks alike and is fine. */
export const bothSides: Readonly<Record<string, { fires: readonly Sample[]; silent: readonly Sample[] }>> = {
  'alg-none': { fires: [withHeader({ alg: 'none' })], silent: [[plain], withHeader({ alg: 'None' })] },
  'alg-none-disguised': {
    fires: ['None', 'NONE', 'nOnE', ' none', 'n\u043ene', 'no\u200bne'].map((alg) => withHeader({ alg })),
    silent: [withHeader({ alg: 'none' }), withHeader({ alg: 'nonesuch' })],
  },
  'alg-none-nested': {
    fires: [[token({ cty: 'JWT' }, token({ alg: 'none' }))]],
    silent: [[token({ cty: 'JWT' }, plain)], withHeader({ alg: 'none' })],
  },
  'alg-missing': {
    fires: [withHeader({ alg: undefined }), withHeader({ alg: 5 }), withHeader({ alg: '' })],
    silent: [[plain]],
  },
  'alg-case': {
    fires: [withHeader({ alg: 'rs256' }), withHeader({ alg: 'EDDSA' })],
    silent: [[plain], withHeader({ alg: 'None' })],
  },
  'alg-unknown': {
    fires: [withHeader({ alg: 'XS256' }), withHeader({ alg: 'toString' })],
    silent: [[plain], withHeader({ alg: 'rs256' }), withHeader({ alg: 'RSA1_5' })],
  },
  'alg-deprecated': {
    fires: [withHeader({ alg: 'RSA1_5' }), withHeader({ alg: 'RS1' })],
    silent: [withHeader({ alg: 'RSA-OAEP' })],
  },
  'kid-two-algs': {
    fires: [
      [token({ kid: 'a' }), inTraffic(sent(token({ kid: 'a' })), sent(token({ kid: 'a', alg: 'HS256' })))],
    ],
    silent: [
      [token({ kid: 'a' }), inTraffic(sent(token({ kid: 'b', alg: 'HS256' })))],
      [
        token({ kid: 'a' }),
        inTraffic(sent(token({ kid: 'a', alg: 'HS256' }, { iss: 'https://other.example' }))),
      ],
    ],
  },
  'signature-stripped': {
    fires: [[token({}, {}, '')], [token({ alg: 'HS256' }, {}, '')]],
    silent: [[plain], [token({ alg: 'none' }, {}, '')]],
  },
  'signature-out-of-range': {
    fires: [
      [token({ alg: 'ES256' }, {}, Buffer.alloc(64).toString('base64url'))],
      [
        token(
          { alg: 'ES384' },
          {},
          Buffer.concat([Buffer.alloc(48, 7), Buffer.alloc(48)]).toString('base64url'),
        ),
      ],
    ],
    silent: [
      withHeader({ alg: 'ES256' }),
      [token({ alg: 'HS256' }, {}, Buffer.alloc(32).toString('base64url'))],
    ],
  },
  'signature-der': {
    fires: [
      [
        token(
          { alg: 'ES256' },
          {},
          Buffer.concat([
            Buffer.from([0x30, 68, 2, 32]),
            Buffer.alloc(32, 9),
            Buffer.from([2, 32]),
            Buffer.alloc(32, 9),
          ]).toString('base64url'),
        ),
      ],
    ],
    silent: [
      withHeader({ alg: 'ES256' }),
      [
        token(
          { alg: 'RS256' },
          {},
          Buffer.concat([Buffer.from([0x30, 254, 2]), Buffer.alloc(253, 9)]).toString('base64url'),
        ),
      ],
    ],
  },
  'signature-length': {
    fires: [[token({ alg: 'HS256' }, {}, 'AAAA')]],
    silent: [[hs], [token({ alg: 'HS256' }, {}, '')]],
  },
  'rsa-short': {
    fires: [
      [token({}, {}, signatureFor('RS256', 128))],
      [
        plain,
        {
          verdict: { ...verifiedWith(rsJwk({ n: Buffer.alloc(128, 0xa7).toString('base64url') }), 'RS256') },
        },
      ],
    ],
    silent: [
      [plain],
      [token({ alg: 'ES384' }, {}, signatureFor('ES384', 96))],
      [plain, { verdict: verifiedWith(rsJwk({}), 'RS256') }],
    ],
  },
  'secret-known': {
    fires: [
      [hs, { verdict: verifiedWith('your-secret-key') }],
      [hs, { secretIsKnown: true }],
    ],
    silent: [[hs], [hs, { verdict: verifiedWith(longSecret) }]],
  },
  'secret-is-public-key': {
    fires: [
      [
        hs,
        {
          verdict: verifiedAsSecret(
            '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQ\n-----END PUBLIC KEY-----',
          ),
        },
      ],
    ],
    silent: [[hs, { verdict: verifiedWith(longSecret) }]],
  },
  'secret-guessable': {
    fires: [[hs, { verdict: verifiedWith('q7Vn2Xw8') }]],
    silent: [[hs, { verdict: verifiedWith(longSecret) }], [hs]],
  },
  'secret-short': {
    fires: [[hs, { verdict: verifiedWith('q7Vn2-Xw8_Lr5Tz1Bc9K') }]],
    silent: [
      [hs, { verdict: verifiedWith(longSecret) }],
      [hs, { verdict: verifiedWith('q7Vn2Xw8') }],
    ],
  },
  'secret-repetitive': {
    fires: [[hs, { verdict: verifiedWith('abab'.repeat(12)) }]],
    silent: [[hs, { verdict: verifiedWith(longSecret) }]],
  },
  'key-roca': {
    fires: [[plain, { verdict: withNote('roca') }]],
    silent: [[plain, { verdict: verifiedWith(rsJwk({}), 'RS256') }]],
  },
  'key-embedded': {
    fires: [withHeader({ jwk: point })],
    silent: [[plain], [proof()], withHeader({ typ: 'openid4vci-proof+jwt', jwk: point })],
  },
  'key-embedded-private': {
    fires: [withHeader({ jwk: { ...point, d: 'AAAA' } }), [proof({}, { jwk: { ...point, d: 'AAAA' } })]],
    silent: [[proof()]],
  },
  'key-embedded-invalid': {
    fires: [withHeader({ jwk: { ...point, y: 'y_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' } })],
    silent: [withHeader({ jwk: point }), [plain]],
  },
  'key-certificate': { fires: [withHeader({ x5c: ['MIIB'] })], silent: [withHeader({ x5t: 'abc' })] },
  'key-remote': {
    fires: [withHeader({ jku: 'https://issuer.example.com/jwks' })],
    silent: [[plain], withHeader({ typ: 'passport', x5u: 'https://certificates.example.com/a.cer' })],
  },
  'key-remote-insecure': {
    fires: [withHeader({ jku: 'http://issuer.example.com/jwks' }), withHeader({ x5u: 'file:///etc/key' })],
    silent: [withHeader({ jku: 'https://issuer.example.com/jwks' })],
  },
  'key-remote-foreign': {
    fires: [withHeader({ jku: 'https://attacker.example/jwks' })],
    silent: [withHeader({ jku: 'https://keys.example.com/jwks' }), [plain]],
  },
  'key-alg-mismatch': {
    fires: [
      [token({ kid: 'k1', alg: 'PS256' }), { keys: keysOf(rsJwk({ alg: 'RS256' })) }],
      [token({ kid: 'k1', alg: 'HS256' }), { keys: keysOf(rsJwk({})) }],
    ],
    silent: [
      [token({ kid: 'k1' }), { keys: keysOf(rsJwk({ alg: 'RS256' })) }],
      [token({ kid: 'other', alg: 'HS256' }), { keys: keysOf(rsJwk({})) }],
    ],
  },
  'kid-traversal': {
    fires: [
      '../../dev/null',
      '/dev/null',
      '..\\..\\keys',
      'keys/%2e%2e/%2e%2e/x',
      'C:\\windows\\win.ini',
      'file:///etc/passwd',
    ].map((kid) => withHeader({ kid })),
    silent: [
      '2024-01-01',
      'KJ/8Y+1Fq..5xw=',
      'did:web:example.com#key-1',
      'keys/1',
      'https://issuer.example.com/keys/1',
    ].map((kid) => withHeader({ kid })),
  },
  'kid-injection': {
    fires: [
      "x' UNION SELECT 'k",
      '1; rm -rf',
      '$(id)',
      '`id`',
      '<script>',
      '{{7*7}}',
      'a\nb',
      "' or 1=1--",
    ].map((kid) => withHeader({ kid })),
    silent: [
      'abc--def_ghi',
      'KJ/8Y+1Fq5xw=',
      'a.b:c|d',
      'did:key:z6Mk#z6Mk',
      'projects/p/locations/eu/keyRings/r',
    ].map((kid) => withHeader({ kid })),
  },
  'kid-not-text': { fires: [withHeader({ kid: 1 })], silent: [withHeader({ kid: '1' })] },
  'crit-broken': {
    fires: [withHeader({ crit: [] }), withHeader({ crit: ['exp'] }), withHeader({ crit: 'b64' })],
    silent: [[plain], withHeader({ crit: ['b64'], b64: true })],
  },
  'crit-unknown': {
    fires: [withHeader({ crit: ['urn:x'], 'urn:x': 1 })],
    silent: [withHeader({ crit: ['b64'], b64: true }), withHeader({ 'urn:x': 1 })],
  },
  'b64-not-critical': { fires: [withHeader({ b64: false })], silent: [withHeader({ b64: true }), [plain]] },
  'header-duplicate': {
    fires: [[token('{"alg":"HS256","kid":"a","kid":"b"}')]],
    silent: [[token('{"alg":"HS256","kid":"a"}')], [token('{"alg":"HS256"}', '{"a":1,"a":2}')]],
  },
  'parameter-case': {
    fires: [withHeader({ Alg: 'none' }), withHeader({ KID: 'a' })],
    silent: [withHeader({ kid: 'a' })],
  },
  'hidden-characters': {
    fires: [
      payloadOf({ iss: 'https://issuer\u200b.example.com' }),
      payloadOf({ 'ad\u202emin': true }),
      withHeader({ kid: 'a\u0000' }),
    ],
    silent: [payloadOf({ name: 'a\u200bb' }), payloadOf({ sub: 'Łukasz-東京' })],
  },
  'p2c-huge': {
    fires: [[jwe({ alg: 'PBES2-HS256+A128KW', p2c: 5_000_000 })]],
    silent: [[jwe({ alg: 'PBES2-HS256+A128KW', p2c: 600_000 })]],
  },
  'p2c-low': {
    fires: [[jwe({ alg: 'PBES2-HS256+A128KW', p2c: 100 })]],
    silent: [[jwe({ alg: 'PBES2-HS256+A128KW', p2c: 600_000 })], [jwe({ alg: 'dir', p2c: 100 })]],
  },
  'password-encrypted': { fires: [[jwe({ alg: 'PBES2-HS256+A128KW' })]], silent: [[jwe({ alg: 'dir' })]] },
  compressed: {
    fires: [[jwe({ alg: 'dir', zip: 'DEF' })]],
    silent: [[jwe({ alg: 'dir' })], withHeader({ zip: 'DEF' })],
  },
  'claims-not-object': { fires: [[token({}, '[1]')], [token({}, '"text"')]], silent: [[plain]] },
  'claim-duplicate': {
    fires: [[token({ alg: 'HS256' }, '{"sub":"a","\\u0073ub":"b","exp":1}')]],
    silent: [[plain], [token('{"alg":"HS256","kid":"a","kid":"b"}')]],
  },
  'claim-not-text': {
    fires: [payloadOf({ sub: ['a'] }), payloadOf({ jti: true }), payloadOf({ iss: null })],
    silent: [payloadOf({ sub: 1 }), [plain]],
  },
  'claim-number': { fires: [payloadOf({ sub: 1 })], silent: [payloadOf({ sub: '1', user_id: 1 })] },
  'aud-malformed': {
    fires: [payloadOf({ aud: 5 }), payloadOf({ aud: ['a', 1] }), payloadOf({ aud: '' })],
    silent: [payloadOf({ aud: ['a', 'b'] }), payloadOf({ aud: [] }), payloadOf(without('aud'))],
  },
  'not-a-uri': {
    fires: [payloadOf({ sub: 'project_path:group/app' })],
    silent: [payloadOf({ sub: 'repo:octo/app:ref:refs/heads/main' }), payloadOf({ sub: 'auth0|1' })],
  },
  'iss-insecure': {
    fires: [payloadOf({ iss: 'http://issuer.example.com', ...idClaims })],
    silent: [
      payloadOf({ iss: 'http://localhost:8080/realms/a', ...idClaims }),
      payloadOf({ iss: 'http://keycloak:8080/realms/a', scope: 'a' }),
      [plain],
    ],
  },
  'sub-long': {
    fires: [payloadOf({ ...idClaims, sub: 'x'.repeat(256) }), payloadOf({ ...idClaims, sub: 'Łukasz' })],
    silent: [payloadOf({ sub: 'Łukasz' }), payloadOf({ ...idClaims, sub: 'x'.repeat(255) })],
  },
  'azp-missing': {
    fires: [payloadOf({ ...idClaims, aud: ['a', 'b'] })],
    silent: [payloadOf({ ...idClaims, aud: ['a', 'b'], azp: 'a' }), payloadOf({ aud: ['a', 'b'] })],
  },
  'claim-prototype': {
    fires: [
      [token({ alg: 'HS256' }, '{"exp":1,"__proto__":{"admin":true}}')],
      payloadOf({ a: { constructor: 1 } }),
    ],
    silent: [payloadOf({ prototypes: 1 })],
  },
  'not-utf8': {
    fires: [
      [
        `${plain.split('.')[0]}.${Buffer.from([0x7b, 0x22, 0xc0, 0x22, 0x3a, 0x31, 0x7d]).toString('base64url')}.${signatureFor('RS256')}`,
      ],
    ],
    silent: [payloadOf({ name: 'Łukasz' })],
  },
  'encoding-loose': {
    fires: [[`${hs}=`], [`${hs.split('.').slice(0, 2).join('.')}.${'A'.repeat(42)}B`]],
    silent: [[plain]],
  },
  'time-unit': {
    fires: [payloadOf({ exp: (nowSeconds + 60) * 1000 })],
    silent: [[plain], payloadOf({ auth_time: nowSeconds * 1000 })],
  },
  'time-malformed': {
    fires: [
      payloadOf({ exp: String(nowSeconds) }),
      payloadOf({ nbf: '2024-01-01' }),
      payloadOf({ auth_time: nowSeconds * 1000 }),
    ],
    silent: [payloadOf({ exp: nowSeconds + 0.5 }), payloadOf({ exp: (nowSeconds + 60) * 1000 })],
  },
  'born-expired': {
    fires: [payloadOf({ exp: nowSeconds - 60 }), payloadOf({ nbf: nowSeconds + 9_999 })],
    silent: [payloadOf({ iat: nowSeconds - 7_200, exp: nowSeconds - 3_600 }), [plain]],
  },
  'no-expiry': {
    fires: [payloadOf(without('exp'))],
    silent: [[plain], [proof()], payloadOf({ ...without('exp'), typ: 'Offline' })],
  },
  'lifetime-endless': {
    fires: [payloadOf({ exp: nowSeconds + 800 * 86_400 })],
    silent: [
      payloadOf({ exp: nowSeconds + 300 * 86_400 }),
      payloadOf({ role: 'anon', ref: 'abc', exp: nowSeconds + 3_650 * 86_400 }),
    ],
  },
  'lifetime-long': {
    fires: [
      payloadOf({ exp: nowSeconds + 60 * 86_400 }),
      payloadOf({ role: 'anon', ref: 'abc', exp: nowSeconds + 3_650 * 86_400 }),
    ],
    silent: [payloadOf({ exp: nowSeconds + 30 * 86_400 }), payloadOf({ exp: nowSeconds + 800 * 86_400 })],
  },
  'iat-future': {
    fires: [payloadOf({ iat: nowSeconds + 3_000 })],
    silent: [payloadOf({ iat: nowSeconds + 120 })],
  },
  'expired-accepted': acceptance(),
  'kind-unmarked': {
    fires: [payloadOf({ client_id: 'c', scope: 'a', jti: 'j' })],
    silent: [[plain], [token({ typ: 'at+jwt' }, { client_id: 'c', scope: 'a', jti: 'j' })]],
  },
  'kind-incomplete': {
    fires: [
      [token({ typ: 'at+jwt' }, { client_id: 'c', jti: 'j', iss: undefined })],
      [proof({ jti: undefined })],
      payloadOf({ ...idClaims, exp: undefined }),
    ],
    silent: [
      [token({ typ: 'application/AT+JWT' }, { client_id: 'c', jti: 'j' })],
      [idToken],
      payloadOf({ sub: 'a', nonce: 'n', aud: undefined }),
      payloadOf({ typ: 'Bearer', nonce: 'n', acr: '1', aud: undefined }),
    ],
  },
  'kind-incomplete-likely': {
    fires: [payloadOf({ nonce: 'n', aud: undefined })],
    silent: [[plain], [idToken], [token({ typ: 'at+jwt' }, { jti: 'j' })]],
  },
  'kind-claim-forbidden': {
    fires: [[token({ typ: 'logout+jwt' }, { jti: 'j', nonce: 'n', events: {} })]],
    silent: [[token({ typ: 'logout+jwt' }, { jti: 'j', events: {} })], [idToken]],
  },
  'kind-symmetric': {
    fires: [[proof({}, { alg: 'HS256' })]],
    silent: [[proof()], [token({ typ: 'at+jwt', alg: 'HS256' }, { client_id: 'c', jti: 'j' })]],
  },
  'access-token-as-id-token': {
    fires: [
      as(
        'at+jwt',
        exchange([['response-body', '$.id_token', token({ typ: 'at+jwt' }, { client_id: 'c', jti: 'j' })]]),
      ),
    ],
    silent: [
      carried(idToken, exchange([['response-body', '$.id_token', idToken]])),
      as('at+jwt', given(idToken, token({ typ: 'at+jwt' }, { client_id: 'c', jti: 'j' }))),
    ],
  },
  'id-token-as-access-token': {
    fires: [carried(idToken, sent(idToken))],
    silent: [
      carried(plain, sent(plain)),
      carried(idToken, exchange([['response-body', '$.id_token', idToken]])),
    ],
  },
  'refresh-token-as-access-token': refreshing(),
  'proof-as-access-token': {
    fires: [carried(good, sent(good, {}, 'DPoP '))],
    silent: [carried(good, withProof(bound, good)), carried(plain, sent(plain))],
  },
  'admin-key-in-browser': admin(),
  'at-hash-differs': {
    fires: [
      carried(
        token({}, { ...idClaims, at_hash: half('another') }),
        given(token({}, { ...idClaims, at_hash: half('another') }), plain),
      ),
    ],
    silent: [
      carried(
        token({}, { ...idClaims, at_hash: half(plain) }),
        given(token({}, { ...idClaims, at_hash: half(plain) }), plain),
      ),
      [token({}, { ...idClaims, at_hash: half('alone') })],
    ],
  },
  'c-hash-differs': { fires: [hybrid('another')], silent: [hybrid('code1')] },
  'nonce-missing': {
    fires: [fromAddress(token({}, { ...idClaims, nonce: undefined }))],
    silent: [fromAddress(idToken), [token({}, { ...idClaims, nonce: undefined })]],
  },
  'nonce-differs': { fires: [asked('other')], silent: [asked('n1'), [idToken]] },
  'dpop-ath-missing': {
    fires: [carried(proof(), withProof(bound, proof()))],
    silent: [carried(good, withProof(bound, good)), [proof()]],
  },
  'dpop-ath-differs': {
    fires: [carried(proof({ ath: ath('other') }), withProof(bound, proof({ ath: ath('other') })))],
    silent: [carried(good, withProof(bound, good)), [proof({ ath: ath('other') })]],
  },
  'dpop-htm-differs': {
    fires: [carried(good, withProof(bound, good, { method: 'POST' }))],
    silent: [carried(good, withProof(bound, good))],
  },
  'dpop-htu-differs': {
    fires: [carried(good, withProof(bound, good, { url: 'https://api.example.com/other' }))],
    silent: [
      carried(good, withProof(bound, good, { url: 'https://api.example.com/data?page=2' })),
      carried(good, withProof(bound, good, { url: 'https://api.example.com:443/data' })),
    ],
  },
  'dpop-htu-query': { fires: [[proof({ htu: 'https://api.example.com/data?a=1' })]], silent: [[proof()]] },
  'dpop-reused': {
    fires: [carried(good, withProof(bound, good), withProof(bound, good))],
    silent: [carried(good, withProof(bound, good))],
  },
  'dpop-old': {
    fires: [carried(good, withProof(bound, good, { startedMs: (nowSeconds + 1_000) * 1000 }))],
    silent: [carried(good, withProof(bound, good))],
  },
  'dpop-jkt-differs': {
    fires: [
      carried(token({}, { cnf: { jkt: ath('x') } }), withProof(token({}, { cnf: { jkt: ath('x') } }), good)),
    ],
    silent: [carried(bound, withProof(bound, good)), [bound]],
  },
  'dpop-proof-missing': {
    fires: [carried(bound, sent(bound, {}, 'DPoP '))],
    silent: [carried(bound, withProof(bound, good)), carried(plain, sent(plain))],
  },
  'dpop-as-bearer': {
    fires: [carried(bound, withProof(bound, good, {}, 'Bearer '))],
    silent: [carried(bound, withProof(bound, good)), carried(plain, sent(plain))],
  },
  'tokens-disagree': disagreeing(),
  'sent-twice': {
    fires: [
      carried(
        plain,
        exchange([
          ['request-header', 'authorization', plain],
          ['url-query', 'access_token', plain],
        ]),
      ),
    ],
    silent: [carried(plain, sent(plain)), carried(plain, exchange([['url-query', 'access_token', plain]]))],
  },
  'payload-private-key': {
    fires: [
      payloadOf({ key: `-----BEGIN ${'PRIVATE'} KEY-----\nMIIE` }),
      payloadOf({ keys: [{ kty: 'EC', d: 'AAAA' }] }),
    ],
    silent: [payloadOf({ key: '-----BEGIN PUBLIC KEY-----' }), payloadOf({ cnf: { jwk: point } })],
  },
  'payload-password': {
    fires: [payloadOf({ password: 'x' }), payloadOf({ user: { password_hash: '$2b$10$abc' } })],
    silent: [
      payloadOf({ pwd_exp: 1, pwd_url: 'https://a.example', password_changed_at: 1 }),
      payloadOf({ password: '' }),
      payloadOf({ amr: ['pwd'] }),
    ],
  },
  'payload-secret': {
    fires: [payloadOf({ client_secret: 'abcdefgh' }), payloadOf({ api_key: 'abcdefgh' })],
    silent: [payloadOf({ secretary: 'Someone', api_key_id: 'k1' })],
  },
  'payload-api-key': {
    fires: [
      payloadOf({ note: `AKIA${'A2B3C4D5E6F7G2H3'}` }),
      payloadOf({ x: `ghp_${'a1B2'.repeat(10)}` }),
      payloadOf({ db: 'postgres://app:hunter2@db.example/x' }),
    ],
    silent: [
      payloadOf({ picture: 'https://a.example/u@2x.png', scope: 'sk-read' }),
      payloadOf({ id: 'AKIA-not-a-key' }),
    ],
  },
  'payload-card': {
    fires: [payloadOf({ card }), payloadOf({ payment: { number: 5_555_555_555_554_444 } })],
    silent: [
      payloadOf({ card: '4111 1111 1111 1112' }),
      payloadOf({ sub: '4111111111111111', userId: '4111111111111111' }),
      payloadOf({ updated_at: 4_111_111_111_111_111 }),
      payloadOf({ zeros: '0000000000000000' }),
    ],
  },
  'payload-iban': {
    fires: [payloadOf({ account: iban }), payloadOf({ account: iban.replaceAll(' ', '') })],
    silent: [payloadOf({ account: 'DE88 3704 0044 0532 0130 00' }), payloadOf({ account: 'DE89' })],
  },
  'payload-official-number': {
    fires: [payloadOf({ ssn: '078-05-1120' })],
    silent: [payloadOf({ session: '078-05-1120' }), payloadOf({ ssn: true })],
  },
  'payload-personal': {
    fires: [payloadOf({ email: 'a@b.example' }), payloadOf({ profile: { contact: 'a@b.example' } })],
    silent: [[plain], payloadOf({ ...idClaims, email: 'a@b.example' }), payloadOf({ sub: 'a@b.example' })],
  },
  'payload-token': {
    fires: [payloadOf({ inner: plain })],
    silent: [payloadOf({ vp: { verifiableCredential: [plain] } }), [plain]],
  },
  'too-big-for-cookie': {
    fires: [carried(big(4_500), exchange([['set-cookie', 'sid', big(4_500)]]))],
    silent: [carried(plain, exchange([['set-cookie', 'sid', plain]])), carried(big(4_500), sent(big(4_500)))],
  },
  'no-fit-for-cookie': {
    fires: [[big(4_500)]],
    silent: [[plain], [big(9_000)], carried(big(4_500), exchange([['request-cookie', 'sid', big(4_500)]]))],
  },
  'too-big-for-header': {
    fires: [[big(9_000)], carried(big(9_000), sent(big(9_000)))],
    silent: [[big(7_000)], carried(big(9_000), exchange([['response-body', '$.access_token', big(9_000)]]))],
  },
  'in-address': {
    fires: [
      carried(plain, exchange([['url-query', 'access_token', plain]])),
      carried(plain, exchange([['url-path', '', plain]])),
    ],
    silent: [carried(plain, exchange([['url-query', 'id_token_hint', plain]])), carried(plain, sent(plain))],
  },
  'in-fragment': {
    fires: [carried(idToken, exchange([['url-fragment', 'id_token', idToken]]))],
    silent: [carried(plain, sent(plain))],
  },
  'in-referer': {
    fires: [carried(plain, exchange([['request-header', 'referer', plain]]))],
    silent: [carried(plain, sent(plain))],
  },
  'plain-http': {
    fires: ['http://api.example.com/x', 'ws://api.example.com/x'].map((url) =>
      carried(plain, sent(plain, { url })),
    ),
    silent: [
      'http://localhost:5000/x',
      'http://127.0.0.1/x',
      'http://[::1]:3000/x',
      'http://app.localhost/x',
      'https://api.example.com/x',
    ].map((url) => carried(plain, sent(plain, { url }))),
  },
  'third-party': thirdParty(),
  'readable-by-script': {
    fires: [
      carried(plain, exchange([['local-storage', 'token', plain]])),
      carried(plain, exchange([['script-cookie', 'token', plain]])),
    ],
    silent: [carried(plain, sent(plain))],
  },
  'refresh-token-in-storage': {
    fires: [
      carried(
        token({}, { typ: 'Refresh' }),
        exchange([['local-storage', 'rt', token({}, { typ: 'Refresh' })]]),
      ),
    ],
    silent: [carried(plain, exchange([['local-storage', 't', plain]]))],
  },
  'cookie-not-secure': {
    fires: [set(plain, '; Path=/; HttpOnly')],
    silent: [set(plain, '; Secure'), set(plain, '; Path=/', 'http://localhost:3000/')],
  },
  'cookie-not-httponly': {
    fires: [set(plain, '; Secure')],
    silent: [set(plain, '; secure; httponly'), carried(plain, exchange([['request-cookie', 'sid', plain]]))],
  },
  'cookie-no-samesite': { fires: [set(plain, '; Secure; HttpOnly')], silent: [set(plain, '; SameSite=Lax')] },
  'cookie-samesite-none': {
    fires: [set(plain, '; Secure; SameSite=None')],
    silent: [set(plain, '; SameSite=Strict')],
  },
  'cookie-prefix': {
    fires: [
      set(plain, '; Secure; Path=/app', undefined, '__Host-sid'),
      set(plain, '', undefined, '__Secure-sid'),
    ],
    silent: [set(plain, '; Secure; Path=/', undefined, '__Host-sid'), set(plain, '')],
  },
};

function verifiedAsSecret(text: string) {
  const verdict = verifiedWith(longSecret);
  return verdict.state === 'verified'
    ? {
        ...verdict,
        key: { ...verdict.key, bits: 8 * text.length, notes: [{ code: 'looks-like-key' as const }] },
      }
    : verdict;
}
function withNote(code: 'roca') {
  const verdict = verifiedWith(rsJwk({}), 'RS256');
  return verdict.state === 'verified' ? { ...verdict, key: { ...verdict.key, notes: [{ code }] } } : verdict;
}
function jwe(header: Record<string, unknown>): string {
  return `${Buffer.from(JSON.stringify({ enc: 'A128GCM', ...header })).toString('base64url')}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`;
}
function big(characters: number): string {
  return token({}, { padding: 'x'.repeat(Math.floor((characters - plain.length) * 0.75)) });
}
function acceptance() {
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
function refreshing() {
  const refresh = token({}, { token_type: 'refresh' });
  return {
    fires: [carried(refresh, sent(refresh))],
    silent: [
      carried(refresh, sent(refresh, { url: 'https://api.example.com/refresh' })),
      carried(plain, sent(plain)),
    ],
  };
}
function admin() {
  const key = (role: string) => token({ alg: 'HS256' }, { iss: 'supabase', ref: 'abcdefgh', role });
  return {
    fires: [carried(key('service_role'), sent(key('service_role')))],
    silent: [carried(key('anon'), sent(key('anon'))), [key('service_role')]] as Sample[],
  };
}
function as(typ: string, ...exchanges: readonly Exchange[]): Sample {
  return carried(token({ typ }, { client_id: 'c', jti: 'j' }), ...exchanges);
}
function hybrid(code: string): Sample {
  const id = token({}, { ...idClaims, c_hash: half('code1') });
  return carried(
    id,
    exchange([['url-fragment', 'id_token', id]], {
      url: `https://app.example.com/cb#code=${code}&id_token=${id}`,
    }),
  );
}
function fromAddress(text: string): Sample {
  return carried(text, exchange([['url-fragment', 'id_token', text]]));
}
function asked(nonce: string): Sample {
  const url = `https://issuer.example.com/authorize?client_id=client-1&response_type=code&nonce=${nonce}`;
  return carried(
    idToken,
    exchange([['url-query', 'id_token_hint', plain]], { url }),
    exchange([['response-body', '$.id_token', idToken]]),
  );
}
function disagreeing() {
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
function thirdParty() {
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
