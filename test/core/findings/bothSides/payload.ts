import { exchange, sent } from '../samples';
import { big, card, carried, iban, idClaims, payloadOf, plain, point, type Sides } from './made';

export const payload: Sides = {
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
    fires: [
      payloadOf({ client_secret: 'abcdefgh' }),
      payloadOf({ api_key: 'abcdefgh' }),
      payloadOf({ access_key: 'wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzzzzz' }),
    ],
    silent: [
      payloadOf({ secretary: 'Someone', api_key_id: 'k1' }),
      payloadOf({ accessKey: 'Z2Q4X7M9K1L3P5R8T0V6' }),
    ],
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
};
