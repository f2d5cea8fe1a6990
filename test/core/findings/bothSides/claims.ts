import { exchange, nowSeconds, sent, signatureFor, token, without } from '../samples';
import {
  acceptance,
  admin,
  as,
  balancer,
  bound,
  carried,
  given,
  good,
  hs,
  idClaims,
  idToken,
  machine,
  payloadOf,
  plain,
  proof,
  refreshing,
  type Sides,
  withProof,
} from './made';

export const claims: Sides = {
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
    fires: [
      payloadOf({ iss: 'http://issuer.example.com', ...idClaims }),
      payloadOf({ iss: 'http://203.0.113.7/', ...idClaims }),
      payloadOf({ iss: 'http://172.32.0.1/', ...idClaims }),
    ],
    silent: [
      payloadOf({ iss: 'http://192.168.1.20:8080/realms/a', ...idClaims }),
      payloadOf({ iss: 'http://172.16.0.1/', ...idClaims }),
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
    fires: [
      [`${hs}=`],
      [`${hs.split('.').slice(0, 2).join('.')}.${'A'.repeat(42)}B`],
      [`${balancer.slice(0, -1)}B`],
    ],
    silent: [[plain], [`${balancer}==`]],
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
    fires: [
      payloadOf(without('exp')),
      [token({ kid: 'ABCDE12345' }, '{"iss":"FGHIJ67890","iat":1750000000,"sub":"a"}')],
      [token({ x5c: ['MIIB'] }, without('exp'))],
      payloadOf({ ...without('exp'), created_at: '1750000000000' }),
    ],
    silent: [
      [plain],
      [proof()],
      payloadOf({ ...without('exp'), typ: 'Offline' }),
      [token({ kid: 'ABCDE12345', alg: 'ES256' }, '{"iss":"FGHIJ67890","iat":1750000000}')],
      [token({ x5c: ['MIIB'] }, without('exp', 'iss', 'sub', 'aud'))],
      payloadOf({ ...without('exp'), created_at: '1750000000000', expires_in: '86400000' }),
      payloadOf({ ...without('exp'), request_body_sha256: 'abc' }),
    ],
  },
  'lifetime-endless': {
    fires: [payloadOf({ exp: nowSeconds + 800 * 86_400 })],
    silent: [
      payloadOf({ exp: nowSeconds + 300 * 86_400 }),
      payloadOf({ role: 'anon', ref: 'abc', exp: nowSeconds + 3_650 * 86_400 }),
      payloadOf({ role: 'anon', iss: 'supabase', exp: nowSeconds + 3_650 * 86_400 }),
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
      [token({ typ: 'at+jwt' }, { jti: 'j', sub: undefined, scope: ['a'] })],
    ],
    silent: [
      [token({ typ: 'application/AT+JWT' }, { client_id: 'c', jti: 'j' })],
      machine,
      [idToken],
      payloadOf({ sub: 'a', nonce: 'n', aud: undefined }),
      payloadOf({ typ: 'Bearer', nonce: 'n', acr: '1', aud: undefined }),
    ],
  },
  'kind-deviates': {
    fires: [
      machine,
      [token({ typ: 'at+jwt' }, { client_id: 'c', jti: 'j', scope: ['a'] })],
      payloadOf({ ...idClaims, amr: 'pwd' }),
    ],
    silent: [
      [token({ typ: 'at+jwt' }, { client_id: 'c', jti: 'j', scope: 'a' })],
      [token({ typ: 'at+jwt' }, { client_id: 'c', scope: ['a'] })],
      [idToken],
      [plain],
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
};
