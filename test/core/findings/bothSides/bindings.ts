import { exchange, nowSeconds, sent, token } from '../samples';
import {
  asked,
  ath,
  bound,
  carried,
  disagreeing,
  fromAddress,
  given,
  good,
  half,
  hybrid,
  idClaims,
  idToken,
  plain,
  proof,
  type Sides,
  withProof,
} from './made';

export const bindings: Sides = {
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
};
